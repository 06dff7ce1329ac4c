import { ownField } from "../../diagnostics/own-field.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Suspended cluster
 *
 * The cluster inside a RayJob is not suspended: the job waits for it endlessly.
 *
 * See rayjob_controller.go in ray-operator/controllers/ray, v1.1.0.
 */
export const suspendedCluster: Law = defineLaw({
  code: "suspended-cluster",
  kinds: ["RayJob", "RayCronJob"],
  since: "1.1",
  *check({ cluster }) {
    if (cluster === undefined || ownField(cluster.spec, "suspend") !== true) return;
    yield {
      path: [...cluster.path, "suspend"],
      message: "The cluster of the job is suspended, so the job waits for it forever.",
      consequence: "",
      hint: "Suspend the job instead: write suspend next to rayClusterSpec.",
    };
  },
});
