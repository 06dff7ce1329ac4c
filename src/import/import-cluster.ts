import { isObject, ownField, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { showText } from "../diagnostics/show.ts";
import { findChanges } from "../diff/compare/find-changes.ts";
import { parseVersion } from "../kuberay/version.ts";
import { givenName } from "../kuberay/views/given-name.ts";
import { LAST_APPLIED } from "../kuberay/writers.ts";
import { defaultAutoscaler } from "../ray/releases.ts";
import { allowTemplates } from "./allow-templates.ts";
import { clusterFace } from "./cluster-face.ts";
import { decodedEnvironment } from "./decoded-environment.ts";
import type { RequestDraft } from "./import-cluster-options.ts";
import { importAutoscaler, importClusterOptions, texts } from "./import-cluster-options.ts";
import { importConfig } from "./import-config.ts";
import type { ImportedNode } from "./import-node.ts";
import { importNode } from "./import-node.ts";
import type { ImportNote } from "./import-notes.ts";
import { notesOn, refusedNotes } from "./import-notes.ts";
import type { ImportedObject } from "./import-owner.ts";
import { readObject } from "./import-owner.ts";
import type { Imported } from "./import-result.ts";
import type { SettingsDraft } from "./import-settings.ts";
import { importSettings, useSettings } from "./import-settings.ts";
import { lostRefusals } from "./lost-refusals.ts";
import { normalForm } from "./normal-form.ts";
import { ownerNotes } from "./owner-notes.ts";
import { askForSubmitter, placeOwnerPatch } from "./owner-patch.ts";
import { placePatches } from "./place-patches.ts";
import type { Deployment } from "./read-deployment.ts";
import { readGroups } from "./read-group.ts";
import type { Settled } from "./settle-documents.ts";
import { settleDocuments } from "./settle-documents.ts";

/** An object -> the request and the settings that make it, compiled and compared with it. */
export function importCluster(given: PlainObject, deployment: Deployment): Imported {
  const { object: written, notes: writtenNotes } = decodedEnvironment(given, deployment.kuberay);
  const { object: named, notes: nameNotes } = withName(written);
  // A copy: what is refused is taken out of the documents in place.
  const object = readObject(plain(named));
  const { kept, manifest, notes } = normalForm(object.cluster, deployment.kuberay);
  const imported = importSpec(plain(manifest), plain(kept), deployment, {
    whole: plain(named),
    putOwner: object.putOwner,
  });
  const { request, settings, nodes, refused, result } = imported;
  const changes = result.ok
    ? findChanges(named, plain(result.manifest), deployment.comparison).changes()
    : undefined;
  return {
    ok: true,
    request: ordered(request),
    settings: settings === undefined ? {} : withoutEmpty(settings),
    same: changes?.length === 0,
    changes: changes ?? [],
    notes: [
      ...[...notesOn(given, nodes), ...notes].map(object.placed),
      ...nameNotes,
      ...object.notes,
      ...writtenNotes,
      ...ownerNotes(written, deployment.kuberay),
      ...refusedNotes(lostRefusals(refused, result, changes)),
    ],
    diagnostics: result.diagnostics,
  };
}

/** What a cluster comes to in both documents, and what was taken out of them again. */
interface ImportedSpec extends Settled {
  readonly request: RequestDraft;
  readonly settings: SettingsDraft | undefined;
  readonly nodes: readonly ImportedNode[];
}

/** The object as it was given, and what puts into the request what is no cluster's. */
interface Owner extends Pick<ImportedObject, "putOwner"> {
  readonly whole: PlainObject;
}

/** Makes the documents in two rounds: in their own words, then with templates for what those leave of the manifest. */
function importSpec(
  manifest: PlainObject,
  kept: PlainObject,
  deployment: Deployment,
  { whole, putOwner }: Owner,
): ImportedSpec {
  const spec = ownObject(manifest, "spec");
  const { kuberay, resolved, options, kuberayVersion, given } = deployment;
  const autoscales = ownField(spec, "enableInTreeAutoscaling") === true;
  const nodes = readGroups(spec).map((group) => importNode(group, { kuberay, autoscales }));
  const autoscaler = importAutoscaler(spec, kuberay);
  const isPinned = !autoscales || autoscaler.version != null || takesOneAutoscaler(spec);
  const settings = resolved === undefined ? importSettings(nodes, { isPinned }) : undefined;
  if (resolved !== undefined) useSettings(nodes, resolved);
  if (settings !== undefined && kuberayVersion !== undefined)
    settings.kuberay_version = kuberayVersion;
  const request = startRequest(manifest);
  const config = importConfig(nodes, request, {
    autoscales,
    autoscaler,
    conventions: conventionsOf(settings, resolved),
  });
  importClusterOptions(spec, request);
  putOwner(request);
  const isAsked = askForSubmitter(whole, request);
  const settle = () => {
    allowTemplates(request, settings);
    const settled = settleDocuments(request, settings ?? given, settings !== undefined, options);
    // Every template may be gone again.
    allowTemplates(request, settings);
    return settled;
  };
  const first = settle();
  if (!first.result.ok) return { request, settings, nodes, ...first };
  const result = plain(first.result.manifest);
  const compiled = clusterFace(result);
  const isPatched = placeOwnerPatch(whole, result, request, deployment);
  const isPlaced =
    compiled !== undefined && placePatches(kept, compiled, request, config, settings, deployment);
  // Nothing was changed since.
  if (!isAsked && !isPatched && !isPlaced) return { request, settings, nodes, ...first };
  const second = settle();
  const refused = [...first.refused, ...second.refused];
  return { request, settings, nodes, result: second.result, refused };
}

/** Whether the Ray of a cluster needs no pin: it has one autoscaler alone, or nobody knows which Ray it is. */
function takesOneAutoscaler(spec: PlainObject): boolean {
  const ray = parseVersion(ownText(spec, "rayVersion") ?? "");
  return ray === undefined || defaultAutoscaler(ray) === "v1-alone";
}

/** An object that the API server makes a name for, under what its name starts with: a request has a name. */
function withName(given: PlainObject): {
  readonly object: PlainObject;
  readonly notes: readonly ImportNote[];
} {
  const { generateName, ...metadata } = ownObject(given, "metadata");
  if (typeof generateName !== "string" || givenName(metadata) !== undefined) {
    return { object: given, notes: [] };
  }
  const name = generateName.replace(/-+$/, "");
  const note: ImportNote = {
    kind: "assumed",
    path: "metadata.generateName",
    message: `The API server makes a new name each time; the request has one, which is ${showText(name)}.`,
  };
  return { object: { ...given, metadata: { ...metadata, name } }, notes: [note] };
}

function startRequest(manifest: PlainObject): RequestDraft {
  const metadata = ownObject(manifest, "metadata");
  const request: RequestDraft = { name: ownText(metadata, "name") ?? "" };
  request.namespace = ownText(metadata, "namespace");
  const version = ownText(ownObject(manifest, "spec"), "rayVersion");
  if (version !== undefined && version !== "") request.ray_version = version;
  request.labels = texts(ownObject(metadata, "labels"));
  const { [LAST_APPLIED]: _applied, ...annotations } =
    texts(ownObject(metadata, "annotations")) ?? {};
  if (Object.keys(annotations).length > 0) request.annotations = annotations;
  return request;
}

/** In the order in which a request is documented. */
function ordered(request: RequestDraft): Imported["request"] {
  const result: RequestDraft = {};
  for (const key of ORDER) result[key] = request[key];
  // The copy leaves out what is undefined.
  return plain(result);
}

const ORDER: readonly string[] = Object.freeze([
  "name",
  "namespace",
  "image",
  "ray_version",
  "config",
  "job",
  "service",
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
  "cluster_template",
  "job_template",
  "service_template",
]);

function conventionsOf(settings: SettingsDraft | undefined, resolved: Deployment["resolved"]) {
  if (resolved !== undefined) return resolved.ray.conventions;
  const off = ownObject(settings?.ray, "conventions");
  const isOn = (name: string) => ownField(off, name) !== false;
  return { log_volume: isOn("log_volume"), log_to_stderr: isOn("log_to_stderr") };
}

/** Without what was taken out of it until nothing was left. */
function withoutEmpty({ ray, worker, ...rest }: SettingsDraft): Imported["settings"] {
  const [left, others] = [ray, worker].map((part) =>
    Object.fromEntries(Object.entries(part).filter(([, value]) => !isEmptyObject(value))),
  );
  return {
    ...rest,
    ...(isEmptyObject(left) ? {} : { ray: left }),
    ...(isEmptyObject(others) ? {} : { worker: others }),
  };
}

function isEmptyObject(value: PlainData | undefined): boolean {
  return value === undefined || (isObject(value) && Object.keys(value).length === 0);
}

function plain(data: object): PlainObject {
  return JSON.parse(JSON.stringify(data));
}
