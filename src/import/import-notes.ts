import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isObject, ownField, ownObject, ownText } from "../diagnostics/own-field.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { showText, showValue } from "../diagnostics/show.ts";
import { givenName } from "../kuberay/views/given-name.ts";
import { LAST_APPLIED } from "../kuberay/writers.ts";
import type { ImportedNode } from "./import-node.ts";

/** What became of a part of the manifest that is not in the request as it stands. */
export interface ImportNote {
  /**
   * `left-out`: the server or KubeRay write it themselves, or drop it. `rewritten`: it is said in another way that means
   * the same.
   * `assumed`: the request must say something that the manifest does not say. `refused`: the compiler refuses it.
   */
  readonly kind: "left-out" | "rewritten" | "assumed" | "refused";
  /** Where in the manifest; of what is refused, where it would stand in the request. */
  readonly path: string;
  readonly message: string;
}

const SERVERS: readonly string[] = Object.freeze([
  "uid",
  "resourceVersion",
  "generation",
  "creationTimestamp",
  "deletionTimestamp",
  "deletionGracePeriodSeconds",
  "managedFields",
  "selfLink",
  "finalizers",
  "ownerReferences",
]);

/** What the request does not take over, in the order of the manifest. */
export function notesOn(
  manifest: PlainObject,
  nodes: readonly ImportedNode[],
): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  const metadata = ownObject(manifest, "metadata");
  const written = SERVERS.filter((key) => ownField(metadata, key) !== undefined);
  for (const key of written) notes.push(leftOut(`metadata.${key}`, "The API server writes it."));
  if (givenName(metadata) !== undefined && ownField(metadata, "generateName") !== undefined) {
    notes.push(leftOut("metadata.generateName", "Nothing reads it beside a name."));
  }
  if (ownField(ownObject(metadata, "annotations"), LAST_APPLIED) !== undefined) {
    notes.push(
      leftOut(formatPath(["metadata", "annotations", LAST_APPLIED]), "kubectl writes it."),
    );
  }
  if (isObject(ownField(manifest, "status"))) notes.push(leftOut("status", "KubeRay writes it."));
  const spec = ownObject(manifest, "spec");
  const autoscales = ownField(spec, "enableInTreeAutoscaling") === true;
  if (!autoscales && ownField(spec, "autoscalerOptions") !== undefined) {
    notes.push(leftOut("spec.autoscalerOptions", "Nothing reads it while there is no autoscaler."));
  }
  for (const node of nodes) notes.push(...nodeNotes(node));
  return notes;
}

function nodeNotes({
  group,
  resources: written,
  image,
  leftOut: params,
}: ImportedNode): readonly ImportNote[] {
  const place =
    group.role === "head" ? "spec.headGroupSpec" : `spec.workerGroupSpecs[${group.name ?? ""}]`;
  const notes: ImportNote[] = params.map(({ name, value }) =>
    leftOut(
      `${place}${formatPath(["x", "rayStartParams", name]).slice(1)}`,
      `Its value ${showText(value)} is the default of KubeRay or Ray.`,
    ),
  );
  const resources = ownText(group.params, "resources");
  if (resources !== undefined && written !== undefined && written !== resources) {
    notes.push({
      kind: "rewritten",
      path: `${place}.rayStartParams.resources`,
      message: `It is ${showText(written)} now, which KubeRay, the autoscaler and a shell all read.`,
    });
  }
  const container = `${place}.template.spec.containers[0]`;
  if (image === undefined) {
    const given = ownField(group.ray, "image");
    notes.push({
      kind: "assumed",
      path: `${container}.image`,
      message: `${given === undefined ? "It names no image" : `Its image is ${showValue(given)}, which is none`}. A request must name one, so the request has another, and a pod template puts ${given === undefined ? "none" : "this one"} in its place.`,
    });
  }
  for (const [key, unit] of [
    ["cpu", "1 CPU"],
    ["memory", "1 GiB"],
  ] as const) {
    if (ownField(group.limits, key) !== undefined || ownField(group.requests, key) !== undefined)
      continue;
    notes.push({
      kind: "assumed",
      path: `${container}.resources`,
      message: `It does not ask for ${key}. A request must, so the request asks for ${unit}, and a pod template removes it again.`,
    });
  }
  return notes;
}

/** What the compiler refuses of the manifest, and why. */
export function refusedNotes(lost: readonly Diagnostic[]): readonly ImportNote[] {
  return lost.map(({ document, path, message }) => ({
    kind: "refused",
    path: `${document}.${formatPath(path)}`,
    message,
  }));
}

function leftOut(path: string, message: string): ImportNote {
  return { kind: "left-out", path, message };
}
