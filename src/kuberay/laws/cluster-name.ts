import { dns1035LabelProblem } from "../../api/identifiers/dns-label.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/** Source: MaxRayClusterNameLength in ray-operator/controllers/ray/utils/constant.go, v1.4.0. */
const MAXIMUM_NAME_LENGTH = 53;

/**
 * Cluster name
 *
 * A RayCluster's name is a DNS-1035 label of at most 53 characters.
 *
 * See ValidateRayClusterMetadata in ray-operator/controllers/ray/utils/validation.go, v1.4.0.
 */
export const clusterName: Law = defineLaw({
  code: "cluster-name",
  kinds: ["RayCluster"],
  since: "1.4",
  *check({ name }) {
    const problem = dns1035LabelProblem(name, MAXIMUM_NAME_LENGTH);
    if (problem === undefined) return;
    yield {
      path: ["metadata", "name"],
      message: `This is not a valid name for a cluster: ${problem}`,
      hint: "Use at most 53 lower-case letters, digits and dashes, starting with a letter.",
    };
  },
});
