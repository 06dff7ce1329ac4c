import { isObject, ownField, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { Version } from "../kuberay/version.ts";
import { isAtLeast } from "../kuberay/version.ts";
import { resourcesParameter } from "../ray/resources-parameter.ts";
import { importBounds } from "./import-node.ts";
import type { ImportNote } from "./import-notes.ts";
import { resourcesOf } from "./import-start-params.ts";
import { readGroup } from "./read-group.ts";

/** A manifest as the compiler would write it where that means the same, and what was rewritten for it. */
export interface NormalForm {
  readonly manifest: PlainObject;
  readonly notes: readonly ImportNote[];
}

type Note = (path: string, message: string) => void;

export function normalForm(manifest: PlainObject, kuberay: Version): NormalForm {
  const notes: ImportNote[] = [];
  const note: Note = (path, message) => notes.push({ kind: "rewritten", path, message });
  const spec = ownObject(manifest, "spec");
  const autoscales = ownField(spec, "enableInTreeAutoscaling") === true;
  const head = normalHead(ownObject(spec, "headGroupSpec"), note);
  const groups = ownField(spec, "workerGroupSpecs");
  const workers = ownList(spec, "workerGroupSpecs").map((group) =>
    isObject(group) ? normalWorkers(group, autoscales, note) : group,
  );
  const { autoscalerOptions: _options, ...others } = spec;
  const options = autoscales
    ? normalOptions(ownObject(spec, "autoscalerOptions"), kuberay, note)
    : undefined;
  if (!autoscales && ownField(spec, "autoscalerOptions") !== undefined) {
    note("spec.autoscalerOptions", "Nothing reads them while there is no autoscaler.");
  }
  return {
    manifest: {
      ...manifest,
      spec: {
        ...others,
        ...(options === undefined ? {} : { autoscalerOptions: options }),
        headGroupSpec: head,
        ...(groups === undefined ? {} : { workerGroupSpecs: workers }),
      },
    },
    notes,
  };
}

function normalHead(group: PlainObject, note: Note): PlainObject {
  const { replicas, ...others } = group;
  if (replicas !== undefined)
    note("spec.headGroupSpec.replicas", "KubeRay makes one head, whatever it says.");
  return withResources(others, "spec.headGroupSpec", note);
}

function normalWorkers(group: PlainObject, autoscales: boolean, note: Note): PlainObject {
  const place = `spec.workerGroupSpecs[${ownText(group, "groupName") ?? ""}]`;
  const result = withResources(group, place, note);
  if (autoscales) return result;
  const { min_workers: workers } = importBounds(readGroup("worker", group), false);
  const isFixed = ["replicas", "minReplicas", "maxReplicas"].every(
    (key) => ownField(group, key) === workers,
  );
  if (isFixed) return result;
  note(
    place,
    `Without an autoscaler its bounds do nothing but hold replicas, so it has ${workers} workers.`,
  );
  return { ...result, replicas: workers, minReplicas: workers, maxReplicas: workers };
}

/** The custom resources in the one quoting that everybody reads. */
function withResources(group: PlainObject, place: string, note: Note): PlainObject {
  const params = ownObject(group, "rayStartParams");
  const text = ownText(params, "resources");
  const resources = text === undefined ? undefined : resourcesOf(text);
  if (resources === undefined) return group;
  const { resources: _text, ...others } = params;
  if (Object.keys(resources).length === 0) return { ...group, rayStartParams: others };
  const wanted = resourcesParameter(resources);
  if (wanted === text) return group;
  note(
    `${place}.rayStartParams.resources`,
    "It is in the one quoting now that KubeRay, the autoscaler and a shell all read.",
  );
  return { ...group, rayStartParams: { ...others, resources: wanted } };
}

/** KubeRay's own amounts and pull policy: common/pod.go, v0.4.0 to v1.7.0. */
const AMOUNTS: PlainObject = Object.freeze({ cpu: "500m", memory: "512Mi" });

function normalOptions(options: PlainObject, kuberay: Version, note: Note): PlainObject {
  const { imagePullPolicy, ...others } = options;
  const policy = isAtLeast(kuberay, 0, 5) ? "IfNotPresent" : "Always";
  const result: Record<string, PlainData> = imagePullPolicy === policy ? others : { ...options };
  if (imagePullPolicy === policy)
    note("spec.autoscalerOptions.imagePullPolicy", "KubeRay sets it so by itself.");
  if (ownField(options, "resources") === undefined)
    result.resources = { limits: AMOUNTS, requests: AMOUNTS };
  return result;
}

/** The pin that the compiler sets by itself: it holds Ray to the autoscaler that it takes anyway. */
export function withPin(manifest: PlainObject, compiled: PlainObject): PlainObject {
  const [spec, other] = [ownObject(manifest, "spec"), ownObject(compiled, "spec")];
  const version = ownField(ownObject(other, "autoscalerOptions"), "version");
  const options = ownField(spec, "autoscalerOptions");
  if (version === undefined || !isObject(options) || ownField(options, "version") !== undefined)
    return manifest;
  return { ...manifest, spec: { ...spec, autoscalerOptions: { ...options, version } } };
}
