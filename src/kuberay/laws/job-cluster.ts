import { isObject, ownField, ownInteger, ownObject } from "../../diagnostics/own-field.ts";
import type { JobSpecView } from "../views/manifest-view.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

const SELECTOR_KEY = "ray.io/cluster";

/**
 * Job cluster
 *
 * A job brings a cluster or selects one by the label ray.io/cluster. On a selected one it is not retried, does not shut it
 * down, and is not submitted by a sidecar.
 *
 * See ValidateRayJobSpec in ray-operator/controllers/ray/utils/validation.go, v1.3.0 to v1.6.0; deleteClusterResources in
 * rayjob_controller.go, v1.2.0 to v1.5.0, and v0.4.0 to v0.6.0.
 */
export const jobCluster: Law = defineLaw({
  code: "job-cluster",
  kinds: ["RayJob", "RayCronJob"],
  *check({ job }, target) {
    if (job === undefined) return;
    if (isUnreadable(job)) return;
    if (job.selectsCluster) yield* selectedCluster(job, target);
    else if (ownField(job.spec, "rayClusterSpec") === undefined) {
      yield {
        path: [...job.path, "rayClusterSpec"],
        message: "The job has neither a rayClusterSpec nor a clusterSelector.",
        consequence: "The operator refuses it.",
        hint: "Write one of them.",
      };
    }
  },
});

/** Whether the API server refuses what should select a cluster. */
function isUnreadable({ spec }: JobSpecView): boolean {
  const selector = ownField(spec, "clusterSelector");
  if (selector === undefined) return false;
  return !isObject(selector) || Object.values(selector).some((value) => typeof value !== "string");
}

function* selectedCluster(job: JobSpecView, target: OperatorTarget): Iterable<Breach> {
  const { path, spec, clusterSelector, submissionMode } = job;
  const related = [{ path: [...path, "clusterSelector"], message: "the cluster is selected here" }];
  if ((ownField(clusterSelector, SELECTOR_KEY) ?? "") === "") {
    yield {
      path: [...path, "clusterSelector"],
      message: `The clusterSelector does not name a cluster by ${SELECTOR_KEY}.`,
      consequence: isFrom(target, "1.5")
        ? "KubeRay 1.5 and later refuse that."
        : "The operator finds no cluster.",
      hint: `Write ${SELECTOR_KEY}: and the name of the RayCluster.`,
    };
  }
  if (submissionMode === "SidecarMode" && isFrom(target, "1.5")) {
    yield {
      path: [...path, "submissionMode"],
      message: "SidecarMode needs a rayClusterSpec, but the job selects a cluster.",
      consequence: "KubeRay 1.5 and later refuse that.",
      hint: "Use K8sJobMode or HTTPMode.",
      related,
    };
  }
  const retries = ownInteger(spec, "backoffLimit") ?? 0;
  if (retries > 0 && isFrom(target, "1.2")) {
    yield {
      path: [...path, "backoffLimit"],
      severity: isFrom(target, "1.6") ? "error" : "warning",
      message: `A job on a selected cluster is not retried; backoffLimit is ${retries}.`,
      consequence: isFrom(target, "1.6")
        ? "KubeRay 1.6 and later refuse that."
        : "KubeRay 1.2 to 1.5 delete the selected cluster when the job fails.",
      hint: "Remove backoffLimit.",
      related,
    };
  }
  if (ownField(spec, "shutdownAfterJobFinishes") === true && !isFrom(target, "1.0")) {
    yield {
      path: [...path, "shutdownAfterJobFinishes"],
      severity: "warning",
      message: "shutdownAfterJobFinishes also deletes the selected cluster.",
      consequence: "",
      hint: "Remove it.",
      related,
    };
  }
  yield* metadataWithoutVersion(job, target);
}

/** The submitter of a K8sJobMode reads the Ray version of a spec that is not there. */
function* metadataWithoutVersion(job: JobSpecView, target: OperatorTarget): Iterable<Breach> {
  const { path, spec, submissionMode } = job;
  if (submissionMode !== "K8sJobMode" || ownField(spec, "rayClusterSpec") !== undefined) return;
  if (Object.keys(ownObject(spec, "metadata")).length === 0) return;
  if (!isFrom(target, "0.6") || isFrom(target, "1.7")) return;
  const crashes = !isFrom(target, "1.5");
  yield {
    path: [...path, "metadata"],
    message:
      "metadata needs the rayVersion of a rayClusterSpec, which a job on a selected cluster does not have.",
    consequence: crashes ? "The operator fails on it." : "KubeRay 1.5 and 1.6 drop it.",
    hint: "Remove metadata.",
    severity: crashes ? "error" : "warning",
  };
}
