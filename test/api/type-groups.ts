/**
 * The files of the table, each with the types that it starts from: a type stands in the first file from which it is
 * reached.
 */
export const typeGroups: Readonly<Record<string, readonly string[]>> = Object.freeze({
  common: [
    "ObjectMeta",
    "Condition",
    "LabelSelector",
    "LocalObjectReference",
    "ResourceRequirements",
  ],
  scheduling: ["Affinity", "Toleration", "TopologySpreadConstraint"],
  volume: ["Volume", "VolumeMount", "VolumeDevice"],
  container: ["Container", "EphemeralContainer"],
  pod: ["PodTemplateSpec"],
  service: ["Service"],
  "ray-cluster": ["RayCluster"],
  "ray-job": ["RayJob", "RayCronJob"],
  "ray-service": ["RayService"],
});
