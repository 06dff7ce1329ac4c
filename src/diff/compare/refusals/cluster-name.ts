import { dns1035LabelProblem } from "../../../api/identifiers/dns-label.ts";
import { refusalRule } from "./refusal-rule.ts";

const MAXIMUM_NAME_LENGTH = 53;

/**
 * Cluster name
 *
 * A RayCluster's name is a DNS-1035 label of at most 53 characters.
 *
 * See ValidateRayClusterMetadata in ray-operator/controllers/ray/utils/validation.go, v1.4.0.
 */
export const clusterName = refusalRule("cluster-name", [1, 4], function* ({ name }) {
  const problem = dns1035LabelProblem(name, MAXIMUM_NAME_LENGTH);
  if (problem === undefined) return;
  yield { paths: [["metadata", "name"]], message: `This cannot be a cluster's name: ${problem}` };
});
