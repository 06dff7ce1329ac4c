import { ownField } from "../../diagnostics/own-field.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Job suspension
 *
 * A job is suspended only if it shuts down its own cluster.
 *
 * See validateRayJobSpec in ray-operator/controllers/ray/rayjob_controller.go, v1.1.0.
 */
export const jobSuspension: Law = defineLaw({
  code: "job-suspension",
  kinds: ["RayJob", "RayCronJob"],
  since: "1.1",
  *check({ job }) {
    if (job === undefined || ownField(job.spec, "suspend") !== true) return;
    const path = [...job.path, "suspend"];
    if (ownField(job.spec, "shutdownAfterJobFinishes") !== true) {
      yield {
        path,
        message: "A job that does not shut its cluster down cannot be suspended.",
        hint: "Write shutdownAfterJobFinishes: true.",
        related: [
          { path: [...job.path, "shutdownAfterJobFinishes"], message: "the cluster stays" },
        ],
      };
    }
    if (!job.selectsCluster) return;
    yield {
      path,
      message: "A job on a selected cluster cannot be suspended.",
      hint: "Remove suspend or the clusterSelector.",
      related: [
        { path: [...job.path, "clusterSelector"], message: "the cluster is selected here" },
      ],
    };
  },
});
