import type { Version } from "./version.ts";

/** A field of a request that not every release of KubeRay can do, and how it is called there. */
export interface ReleasedField {
  /** The field of the manifest that it becomes, with the kind before it unless that is a cluster. */
  readonly field: string;
  /** The first release that takes it with its default feature gates, or at all where a gate decides forever. */
  readonly since: Version;
  /** The feature gate without which the newest release still refuses it; off by default. */
  readonly gate?: string;
}

/**
 * What a request can ask for, by the first release that has it. Sources: the CRDs of each release, and for gates
 * ray-operator/pkg/features/features.go and ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 * Order: jobs and services, then clusters; within those that of the releases.
 */
export const requestFields = Object.freeze({
  jobSuspend: field("RayJob spec.suspend", 0, 5, 2),
  submitter: field("RayJob spec.submitterPodTemplate", 0, 6, 0),
  serveConfig: field("RayService spec.serveConfigV2", 0, 6, 0),
  runtimeEnvironment: field("RayJob spec.runtimeEnvYAML", 1, 0, 0),
  entrypointCpus: field("RayJob spec.entrypointNumCpus", 1, 0, 0),
  entrypointGpus: field("RayJob spec.entrypointNumGpus", 1, 0, 0),
  entrypointResources: field("RayJob spec.entrypointResources", 1, 0, 0),
  submissionMode: field("RayJob spec.submissionMode", 1, 1, 0),
  activeDeadline: field("RayJob spec.activeDeadlineSeconds", 1, 1, 0),
  jobRetries: field("RayJob spec.backoffLimit", 1, 2, 0),
  submitterRetries: field("RayJob spec.submitterConfig", 1, 2, 0),
  jobManagedBy: field("RayJob spec.managedBy", 1, 3, 0),
  serviceUpgrade: field("RayService spec.upgradeStrategy", 1, 3, 0),
  excludeHead: field("RayService spec.excludeHeadPodFromServeSvc", 1, 3, 0),
  upgradeOptions: field("RayService spec.upgradeStrategy.clusterUpgradeOptions", 1, 5, 0),
  deletionDelay: field("RayService spec.rayClusterDeletionDelaySeconds", 1, 5, 0),
  preRunningDeadline: field("RayJob spec.preRunningDeadlineSeconds", 1, 6, 0),
  serviceManagedBy: field("RayService spec.managedBy", 1, 6, 0),
  schedule: field("RayCronJob spec.schedule", 1, 6, 0),
  timeZone: field("RayCronJob spec.timeZone", 1, 7, 0),
  serviceSuspend: field("RayService spec.suspend", 1, 7, 0),
  headServiceAnnotations: field("spec.headServiceAnnotations", 0, 5, 0),
  headServiceLabels: field("spec.headGroupSpec.headService", 0, 5, 2),
  headServiceName: field("a name of its own for the head Service", 1, 0, 0),
  suspend: field("spec.suspend", 1, 1, 0),
  hosts: field("spec.workerGroupSpecs[].numOfHosts", 1, 1, 0),
  autoscalerV2: field("the autoscaler's version 2", 1, 1, 0),
  managedBy: field("spec.managedBy", 1, 3, 0),
  groupIdleTimeout: field("spec.workerGroupSpecs[].idleTimeoutSeconds", 1, 3, 0),
  redisUsername: field("spec.gcsFaultToleranceOptions.redisUsername", 1, 3, 0),
  authentication: field("spec.authOptions", 1, 5, 1),
  groupSuspend: field("spec.workerGroupSpecs[].suspend", 1, 6, 0),
  authenticationSecret: field("spec.authOptions.secretName", 1, 6, 0),
  kubernetesTokens: field("spec.authOptions.enableK8sTokenAuth", 1, 6, 0),
  upgradeStrategy: field("spec.upgradeStrategy", 1, 6, 0),
  priority: field("spec.workerGroupSpecs[].priority", 1, 7, 0),
  gcsBackend: field(
    "spec.gcsFaultToleranceOptions.backend",
    1,
    7,
    0,
    "GCSFaultToleranceEmbeddedStorage",
  ),
  networkPolicy: field("spec.networkPolicy", 1, 7, 0, "RayClusterNetworkPolicy"),
  tls: field("spec.tlsOptions", 1, 7, 0, "RayClusterMTLS"),
});

export type RequestField = keyof typeof requestFields;

function field(
  name: string,
  major: number,
  minor: number,
  patch: number,
  gate?: string,
): ReleasedField {
  const since = Object.freeze({ major, minor, patch });
  return Object.freeze(gate === undefined ? { field: name, since } : { field: name, since, gate });
}
