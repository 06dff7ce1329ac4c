import { ownObject } from "../../diagnostics/own-field.ts";
import { isAtLeast, parseVersion } from "../version.ts";
import { rayVersionWords } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Job metadata
 *
 * spec.metadata of a job needs a rayVersion of 2.6.0 or later; without, KubeRay before 1.7 makes no submitter.
 *
 * See GetMetadataJson in ray-operator/controllers/ray/common/job.go, v0.6.0 to v1.7.0.
 */
export const jobMetadata: Law = defineLaw({
  code: "job-metadata",
  severity: "warning",
  kinds: ["RayJob", "RayCronJob"],
  since: "0.6",
  until: "1.7",
  *check({ cluster, job }) {
    if (cluster === undefined || job?.submissionMode !== "K8sJobMode") return;
    if (Object.keys(ownObject(job.spec, "metadata")).length === 0) return;
    const version = parseVersion(cluster.rayVersion);
    if (version !== undefined && isAtLeast(version, 2, 6)) return;
    const said = rayVersionWords(cluster);
    yield {
      path: [...job.path, "metadata"],
      target: "key",
      message: `The metadata of a job needs Ray 2.6 or later; rayVersion is ${said}.`,
      hint: "Write the version of the Ray in the image as rayVersion.",
      related: [{ path: [...cluster.path, "rayVersion"], message: `rayVersion is ${said}` }],
    };
  },
});
