/** The group name that KubeRay gives to the head. */
export const HEAD_GROUP = "headgroup";

/**
 * What KubeRay, Ray's autoscaler of old, and Kueue and our own plan call the head among the groups:
 * RayNodeHeadGroupLabelValue in ray-operator/controllers/ray/utils/constant.go, and headGroupPodSetName in kueue
 * pkg/controller/jobs/raycluster/raycluster_controller.go.
 */
export const HEAD_NAMES: readonly string[] = Object.freeze([HEAD_GROUP, "head-group", "head"]);
