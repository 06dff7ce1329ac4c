import { ownFieldAt } from "../../diagnostics/own-field.ts";
import type { KuberayRelease } from "../../kuberay/releases.ts";
import type { ClusterView } from "./cluster-view.ts";
import type { DiffPath } from "./diff-path.ts";
import { isBelow, pathPattern } from "./path-pattern.ts";

export const RECREATION =
  "Under upgradeStrategy Recreate KubeRay replaces all pods of the cluster.";

/** Whether the target replaces all pods of this cluster when the text of its spec is another one. */
export function recreatesPods({ spec }: ClusterView, release: KuberayRelease): boolean {
  return release.canRecreate && ownFieldAt(spec, "upgradeStrategy", "type") === "Recreate";
}

/**
 * Fields of the spec that KubeRay leaves out of the text that it compares. Source: GenerateHashWithoutReplicasAndWorkersToDelete in
 * ray-operator/controllers/ray/utils/util.go, v1.6.0.
 */
const uncounted = Object.freeze(
  [
    "spec.upgradeStrategy",
    "spec.workerGroupSpecs[].replicas",
    "spec.workerGroupSpecs[].minReplicas",
    "spec.workerGroupSpecs[].maxReplicas",
    "spec.workerGroupSpecs[].scaleStrategy",
    "spec.headGroupSpec.template.spec.tolerations",
    "spec.workerGroupSpecs[].template.spec.tolerations",
  ].map(pathPattern),
);

/** Whether a change at a path changes the text of the spec that KubeRay compares. */
export function countsForRecreate(path: DiffPath): boolean {
  return path[0] === "spec" && !uncounted.some((pattern) => isBelow(path, pattern));
}
