/**
 * Fields of which an empty object says something else than none, by `Type.field`. Of any other field both say the same.
 * Source: KubeRay's ray-operator/controllers/ray/common/pod.go, v1.7.0, for its own; Kubernetes' API for the others.
 */
export const meaningfulWhenEmpty: readonly string[] = Object.freeze([
  "AutoscalerOptions.resources",
  "RayClusterSpec.gcsFaultToleranceOptions",
  "RayClusterSpec.historyServerOptions",
  "RayClusterSpec.networkPolicy",
  "RayClusterSpec.tlsOptions",
  "RayJobSpec.deletionStrategy",
  "PodAffinityTerm.namespaceSelector",
  "PodAffinityTerm.labelSelector",
  "TopologySpreadConstraint.labelSelector",
  "NetworkPolicyPeer.namespaceSelector",
  "NetworkPolicyPeer.podSelector",
  "Volume.emptyDir",
]);

/** Whether an empty object in a field says something. */
export function meansSomethingEmpty(typeName: string, field: string): boolean {
  return meaningfulWhenEmpty.includes(`${typeName}.${field}`);
}
