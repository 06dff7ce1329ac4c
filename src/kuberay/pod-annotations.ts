/** The most that all annotations of one object may hold, in bytes. Source: Kubernetes, TotalAnnotationSizeLimitB. */
export const MAXIMUM_ANNOTATIONS_BYTES = 262_144;

/**
 * Bytes that a pod's annotations must leave free. KubeRay adds `ray.io/ft-enabled` to every pod, and since 1.7 whatever the
 * operator is configured to (common/pod.go); batch schedulers and networks add theirs.
 */
const RESERVED_BYTES = 1_024;

/** The most that the annotations of a pod template may hold, in bytes, so that KubeRay can still make the pod. */
export const MAXIMUM_POD_ANNOTATIONS_BYTES: number = MAXIMUM_ANNOTATIONS_BYTES - RESERVED_BYTES;
