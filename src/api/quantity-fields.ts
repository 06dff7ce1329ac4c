/** Maps of which the values are quantities though the CRD calls them texts, by `Type.field`. */
const quantityMaps: readonly string[] = Object.freeze([
  "HeadGroupSpec.resources",
  "WorkerGroupSpec.resources",
]);

/** Whether the values of a map are quantities. Source: KubeRay's ray-operator/controllers/ray/common/pod.go, v1.5.0. */
export function holdsQuantities(typeName: string | undefined, field: string): boolean {
  return typeName !== undefined && quantityMaps.includes(`${typeName}.${field}`);
}
