import { ownField, ownList, ownObject } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

const CONDITIONS = ["RayClusterSuspending", "RayClusterSuspended"];

/**
 * Contradictory status
 *
 * A RayCluster is not suspending and suspended at once, and a RayJob waits only in InteractiveMode.
 *
 * See ValidateRayClusterStatus and ValidateRayJobStatus in ray-operator/controllers/ray/utils/validation.go, v1.3.0, and
 * rayjob_controller.go, v1.2.2.
 */
export const contradictoryStatus: Law = defineLaw({
  code: "contradictory-status",
  kinds: ["RayCluster", "RayJob"],
  since: "1.2.2",
  *check(view, target) {
    const status = ownObject(view.data, "status");
    if (view.kind === "RayCluster") {
      if (!isFrom(target, "1.3") || !CONDITIONS.every((type) => isTrue(status, type))) return;
      yield {
        path: ["status", "conditions"],
        message: "The status says that the cluster is both suspending and suspended.",
        consequence: "KubeRay 1.3 and later ignore such a cluster.",
        hint: "Remove the status from the manifest; the operator writes it.",
      };
    } else if (isWaitingWithoutUser(view, status, isFrom(target, "1.3"))) {
      yield {
        path: ["status", "jobDeploymentStatus"],
        message:
          "The status says that the job waits for a user to submit it, but its submission mode does not wait for a user.",
        consequence: "KubeRay refuses the job.",
        hint: "Remove the status from the manifest; the operator writes it.",
      };
    }
  },
});

function isTrue(status: PlainObject, type: string): boolean {
  return ownList(status, "conditions").some(
    (condition) => ownField(condition, "type") === type && ownField(condition, "status") === "True",
  );
}

function isWaitingWithoutUser(
  { job }: ManifestView,
  status: PlainObject,
  isInteractive: boolean,
): boolean {
  const waiting = isInteractive ? "InteractiveMode" : "UserMode";
  return ownField(status, "jobDeploymentStatus") === "Waiting" && job?.submissionMode !== waiting;
}
