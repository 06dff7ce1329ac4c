import { isObject, ownField, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { diffManifests } from "../diff/compare/diff-manifests.ts";
import { formatVersion } from "../kuberay/version.ts";
import { LAST_APPLIED } from "../kuberay/writers.ts";
import type { RequestDraft } from "./import-cluster-options.ts";
import { importAutoscaler, importClusterOptions, texts } from "./import-cluster-options.ts";
import { importConfig } from "./import-config.ts";
import { importNode } from "./import-node.ts";
import { notesOn, refusedNotes } from "./import-notes.ts";
import type { Imported } from "./import-result.ts";
import type { SettingsDraft } from "./import-settings.ts";
import { importSettings, useSettings } from "./import-settings.ts";
import { normalForm, withPin } from "./normal-form.ts";
import { placePatches } from "./place-patches.ts";
import type { Deployment } from "./read-deployment.ts";
import { readGroups } from "./read-group.ts";
import { renameParts } from "./rename-parts.ts";
import { settleDocuments } from "./settle-documents.ts";

/** A RayCluster -> the request and the settings that make it, compiled and compared with it. */
export function importCluster(given: PlainObject, deployment: Deployment): Imported {
  const { manifest, notes } = normalForm(given, deployment.kuberay);
  const spec = ownObject(manifest, "spec");
  const autoscales = ownField(spec, "enableInTreeAutoscaling") === true;
  const context = { kuberay: deployment.kuberay, autoscales };
  const nodes = readGroups(spec).map((group) => importNode(group, context));
  const { resolved, options, kuberayVersion } = deployment;
  const settings = resolved === undefined ? importSettings(nodes) : undefined;
  if (resolved !== undefined) useSettings(nodes, resolved);
  if (settings !== undefined && kuberayVersion !== undefined)
    settings.kuberay_version = kuberayVersion;
  const request = startRequest(manifest);
  const config = importConfig(nodes, request, {
    autoscales,
    autoscaler: importAutoscaler(spec),
    conventions: conventionsOf(settings, resolved),
  });
  importClusterOptions(spec, request);
  const first = settleDocuments(
    request,
    settings ?? deployment.given,
    settings !== undefined,
    options,
  );
  const refused = [...first.refused];
  let { result } = first;
  if (result.ok) {
    const named = withNames(manifest, plain(result.manifest));
    placePatches(named, plain(result.manifest), request, config, settings, deployment);
    const second = settleDocuments(
      request,
      settings ?? deployment.given,
      settings !== undefined,
      options,
    );
    refused.push(...second.refused);
    result = second.result;
  }
  const compiled = result.ok ? plain(result.manifest) : undefined;
  const kuberay = formatVersion(deployment.kuberay);
  const diff =
    compiled === undefined
      ? undefined
      : diffManifests(withNames(manifest, compiled), compiled, { kuberayVersion: kuberay });
  return {
    ok: true,
    request: ordered(request),
    settings: settings === undefined ? {} : withoutEmpty(settings),
    same: diff?.ok === true && diff.same,
    changes: diff?.ok === true ? diff.changes : [],
    notes: [...notesOn(manifest, nodes), ...notes, ...refusedNotes(refused)],
    diagnostics: result.diagnostics,
  };
}

function startRequest(manifest: PlainObject): RequestDraft {
  const metadata = ownObject(manifest, "metadata");
  const request: RequestDraft = { name: ownText(metadata, "name") ?? "" };
  const namespace = ownText(metadata, "namespace");
  if (namespace !== undefined) request.namespace = namespace;
  const version = ownText(ownObject(manifest, "spec"), "rayVersion");
  if (version !== undefined && version !== "") request.ray_version = version;
  const labels = texts(ownObject(metadata, "labels"));
  if (labels !== undefined) request.labels = labels;
  const { [LAST_APPLIED]: _applied, ...annotations } =
    texts(ownObject(metadata, "annotations")) ?? {};
  if (Object.keys(annotations).length > 0) request.annotations = annotations;
  return request;
}

/** In the order in which a request is documented. */
function ordered(request: RequestDraft): Imported["request"] {
  const result: RequestDraft = {};
  for (const key of ORDER) {
    const value = request[key];
    if (value !== undefined) result[key] = value;
  }
  return plain(result);
}

const ORDER: readonly string[] = Object.freeze([
  "name",
  "namespace",
  "image",
  "ray_version",
  "config",
  "labels",
  "annotations",
  "env",
  "volumes",
  "head_service",
  "gcs_fault_tolerance",
  "auth",
  "upgrade_strategy",
  "suspend",
  "managed_by",
  "network_policy",
  "tls",
]);

function conventionsOf(settings: SettingsDraft | undefined, resolved: Deployment["resolved"]) {
  if (resolved !== undefined) return resolved.ray.conventions;
  const off = ownObject(settings?.ray, "conventions");
  const isOn = (name: string) => ownField(off, name) !== false;
  return { log_volume: isOn("log_volume"), log_to_stderr: isOn("log_to_stderr") };
}

function withoutEmpty({ ray, worker, ...rest }: SettingsDraft): Imported["settings"] {
  return {
    ...rest,
    ...(Object.keys(ray).length > 0 ? { ray } : {}),
    ...(Object.keys(worker).length > 0 ? { worker } : {}),
  };
}

/** The manifest with the names that the compiler has for the parts of its pods. */
function withNames(manifest: PlainObject, compiled: PlainObject): PlainObject {
  const pinned = withPin(manifest, compiled);
  const [spec, other] = [ownObject(pinned, "spec"), ownObject(compiled, "spec")];
  const rename = (group: PlainObject, names: PlainObject) => ({
    ...group,
    template: renameParts(ownObject(group, "template"), ownObject(names, "template")),
  });
  const head = rename(ownObject(spec, "headGroupSpec"), ownObject(other, "headGroupSpec"));
  const groups = ownField(spec, "workerGroupSpecs");
  const others = ownField(other, "workerGroupSpecs");
  const workers = Array.isArray(groups)
    ? groups.map((group, index) => {
        const names = Array.isArray(others) ? others[index] : undefined;
        return isObject(group) && isObject(names) ? rename(group, names) : group;
      })
    : undefined;
  return {
    ...pinned,
    spec: {
      ...spec,
      headGroupSpec: head,
      ...(workers === undefined ? {} : { workerGroupSpecs: workers }),
    },
  };
}

function plain(data: object): PlainObject {
  return JSON.parse(JSON.stringify(data));
}
