/**
 * What KubeRay, and Ray's autoscaler of old, call the head among the groups: RayNodeHeadGroupLabelValue in
 * ray-operator/controllers/ray/utils/constant.go.
 */
export const HEAD_NAMES: readonly string[] = Object.freeze(["headgroup", "head-group"]);
