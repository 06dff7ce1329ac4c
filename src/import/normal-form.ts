import { isObject, ownField, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainList, PlainObject } from "../diagnostics/plain-data.ts";
import { autoscalerPullPolicy, autoscalerResources } from "../kuberay/autoscaler-defaults.ts";
import { AUTOSCALER_VARIABLE } from "../kuberay/laws/autoscaler-version.ts";
import { kuberayRelease } from "../kuberay/releases.ts";
import type { Version } from "../kuberay/version.ts";
import { resourcesParameter } from "../ray/resources-parameter.ts";
import { faultToleranceForm } from "./fault-tolerance-form.ts";
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

export function normalForm(given: PlainObject, kuberay: Version): NormalForm {
  const notes: ImportNote[] = [];
  const note: Note = (path, message) => notes.push({ kind: "rewritten", path, message });
  const hasField = kuberayRelease(kuberay)?.gcsFaultToleranceIsField === true;
  const moved = hasField ? faultToleranceForm(given) : undefined;
  if (moved !== undefined) {
    note(
      "metadata.annotations",
      "gcs_fault_tolerance sets the same as they and variables of the head do.",
    );
  }
  const manifest = moved ?? given;
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
    note("spec.autoscalerOptions", "Nothing reads them without an autoscaler.");
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
    note("spec.headGroupSpec.replicas", "KubeRay creates one head, whatever its value is.");
  const params = ownObject(others, "rayStartParams");
  const kept = Object.entries(params).filter(([name, value]) => {
    if (!Object.hasOwn(PORTS, name) || PORTS[name] !== value) return true;
    note(`spec.headGroupSpec.rayStartParams.${name}`, "It is Ray's default port.");
    return false;
  });
  const isChanged = kept.length < Object.keys(params).length;
  const head = isChanged ? { ...others, rayStartParams: Object.fromEntries(kept) } : others;
  return withResources(head, "spec.headGroupSpec", note);
}

/** Ray's own ports: python/ray/_private/ray_constants.py and python/ray/scripts/scripts.py. */
const PORTS: Readonly<Record<string, string>> = Object.freeze({
  port: "6379",
  "dashboard-port": "8265",
  "ray-client-server-port": "10001",
});

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
    `Without an autoscaler, its bounds only limit replicas, so it has ${workers} workers.`,
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
    "It now has the quoting that KubeRay, the autoscaler and a shell all read.",
  );
  return { ...group, rayStartParams: { ...others, resources: wanted } };
}

function normalOptions(options: PlainObject, kuberay: Version, note: Note): PlainObject {
  const { imagePullPolicy, ...others } = options;
  const policy = autoscalerPullPolicy(kuberay);
  const result: Record<string, PlainData> = imagePullPolicy === policy ? others : { ...options };
  if (imagePullPolicy === policy)
    note("spec.autoscalerOptions.imagePullPolicy", "KubeRay sets this value itself.");
  if (ownField(options, "resources") === undefined) result.resources = autoscalerResources;
  return result;
}

/**
 * The manifest with the pin that the compiler sets by itself: it holds Ray to the autoscaler that it takes anyway, be it by
 * a field or by a variable of the head.
 */
export function withPin(manifest: PlainObject, compiled: PlainObject): PlainObject {
  const [spec, other] = [ownObject(manifest, "spec"), ownObject(compiled, "spec")];
  const version = ownField(ownObject(other, "autoscalerOptions"), "version");
  const options = ownObject(spec, "autoscalerOptions");
  const pinned =
    version === undefined || ownField(options, "version") !== undefined
      ? spec
      : { ...spec, autoscalerOptions: { ...options, version } };
  const pin = variablesOf(other).find(isPin);
  if (pin === undefined || variablesOf(spec).some(isPin)) return { ...manifest, spec: pinned };
  const head = ownObject(spec, "headGroupSpec");
  const template = ownObject(head, "template");
  const podSpec = ownObject(template, "spec");
  const [ray, ...sidecars] = ownList(podSpec, "containers");
  const rays = { ...(isObject(ray) ? ray : {}), env: [...variablesOf(spec), pin] };
  const containers = [rays, ...sidecars];
  const headGroupSpec = { ...head, template: { ...template, spec: { ...podSpec, containers } } };
  return { ...manifest, spec: { ...pinned, headGroupSpec } };
}

function variablesOf(spec: PlainObject): PlainList {
  const template = ownObject(ownObject(spec, "headGroupSpec"), "template");
  const [ray] = ownList(ownObject(template, "spec"), "containers");
  return ownList(ray, "env");
}

function isPin(variable: PlainData): boolean {
  return ownText(variable, "name") === AUTOSCALER_VARIABLE;
}
