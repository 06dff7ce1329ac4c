import type { Finding } from "../../diagnostics/diagnostic.ts";
import { ownField, ownFieldAt, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import type { RayManifest } from "../../manifest/manifest.ts";
import { CLUSTER_TEMPLATE } from "../../manifest/overlays/cluster-overlay.ts";
import type { Step } from "../../manifest/overlays/overlay-paths.ts";
import { nearestPlace } from "../../manifest/overlays/overlay-paths.ts";

/** What a cluster template may not change, since the request, the plan or the pod templates say it, and where it is said. */
export function findClusterConflicts(
  before: PlainObject,
  after: PlainObject,
  template: PlainObject,
  kind: RayManifest["kind"],
): readonly Finding[] {
  const findings: Finding[] = [];
  const protect = (
    [left, right]: readonly [PlainData, PlainData],
    keys: readonly string[],
    steps: readonly Step[],
    instead: string,
  ): void => {
    const [old, now] = [left, right].map((side) => JSON.stringify(ownFieldAt(side, ...keys)));
    if (old === now) return;
    findings.push({
      code: "pod-template-conflict",
      document: "request",
      path: [...CLUSTER_TEMPLATE, ...nearestPlace(template, [...steps, ...keys])],
      message: `The cluster template changes ${keys.join(".")}, which ${instead} says.`,
      hint: `Use ${instead}, and remove ${keys.at(-1)} here.`,
    });
  };
  const both = [before, after] as const;
  for (const [keys, instead] of OBJECT_FIELDS) protect(both, keys, [], instead);
  if (kind !== "RayCluster")
    protect(both, ["metadata"], [], "labels and annotations of the request");
  const specs = [ownObject(before, "spec"), ownObject(after, "spec")] as const;
  for (const [keys, instead] of SPEC_FIELDS) {
    // A version that is none can stand nowhere else.
    const isOpen = keys[0] === "rayVersion" && ownField(specs[0], "rayVersion") === undefined;
    if (!isOpen) protect(specs, keys, ["spec"], instead);
  }
  const groups = ownList(specs[1], "workerGroupSpecs");
  for (const [index, group] of ownList(specs[0], "workerGroupSpecs").entries()) {
    const pair = [group, groups[index] ?? null] as const;
    const name = ownText(group, "groupName") ?? "";
    const steps: readonly Step[] = ["spec", "workerGroupSpecs", ["groupName", name]];
    for (const [keys, instead] of GROUP_FIELDS) protect(pair, keys, steps, instead);
  }
  return findings;
}

type Protected = readonly (readonly [keys: readonly string[], instead: string])[];

const OBJECT_FIELDS: Protected = Object.freeze([
  [["apiVersion"], "kuberay_version of the settings"],
  [["kind"], "job or service"],
  [["metadata", "name"], "name"],
  [["metadata", "namespace"], "namespace"],
]);

const SPEC_FIELDS: Protected = Object.freeze([
  [["rayVersion"], "ray_version"],
  [["enableInTreeAutoscaling"], "autoscaling"],
  [["headGroupSpec", "template"], "pod_template of the head"],
  [["headGroupSpec", "headService", "metadata", "name"], "head_service.name"],
]);

const GROUP_FIELDS: Protected = Object.freeze([
  [["minReplicas"], "min_workers"],
  [["maxReplicas"], "max_workers"],
  [["numOfHosts"], "hosts"],
  [["template"], "pod_template of worker_nodes"],
]);
