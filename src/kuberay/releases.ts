import type { KuberayRelease } from "./kuberay-release.ts";
import type { Version } from "./version.ts";
import { formatMinor, formatVersion, isAtOrAfter } from "./version.ts";

/**
 * Sources: KubeRay's CRDs and ray-operator/controllers/ray at each tag, for what is added to pods common/pod.go and
 * utils/util.go; Ray minima: the KubeRay upgrade guide.
 */
const since04: KuberayRelease = Object.freeze({
  since: { major: 0, minor: 4, patch: 0 },
  apiVersion: "ray.io/v1alpha1",
  requiresServiceType: true,
  needsDashboardHost: true,
  needsBlock: true,
  needsWaitContainer: true,
  requiresStartParams: true,
  replicasAreOptional: false,
  deletesScalingPods: true,
  countsHosts: false,
  staysSuspended: false,
  reconcilesIngress: false,
  readsStorageNamespaceOfFaultTolerant: false,
  templateLabelsWin: true,
  heedsAutoscalerV1: false,
  autoscalerV2: "none",
  cutsHeadServiceName: true,
  followsPods: false,
  countsRunningWorkers: false,
  countsReadyWorkers: false,
  canRecreate: false,
  gcsFaultToleranceIsField: false,
  rayLabelsAreField: false,
  readsCpuRequests: false,
  derivesAccelerators: false,
  hasSeveralHosts: false,
  sharesRequestedMemory: true,
  refusesWrongNames: false,
  oldestRay: { major: 2, minor: 0, patch: 0 },
  probesFixedAgentPort: false,
  probesFailSomeRay: false,
  httpProbesSinceRay: undefined,
  waitResources: undefined,
  waitIsOptional: true,
  probes: "into-existing",
  mountsIntoAutoscaler: false,
  environment: Object.freeze([]),
  addressEnvironment: Object.freeze([]),
  dropsMountsWithoutVolume: true,
  keepsNamespace: true,
  labelsDashboard: true,
  workerNames: "last-50",
  autoscalerNeverRestarts: false,
  mountsToken: false,
  waitsForCertificate: false,
  collectsHistory: false,
  heedsPlasmaDirectory: false,
});

/** The operator injects its own wait-gcs-ready container, without resources and always, and `block` (common/pod.go, v0.5.0). */
const since05: KuberayRelease = Object.freeze({
  ...since04,
  since: { major: 0, minor: 5, patch: 0 },
  requiresServiceType: false,
  needsBlock: false,
  needsWaitContainer: false,
  followsPods: true,
  countsRunningWorkers: true,
  waitResources: "none",
  waitIsOptional: false,
  environment: Object.freeze(["RAY_CLUSTER_NAME"]),
  addressEnvironment: Object.freeze(["FQ_RAY_IP", "RAY_IP"]),
});

/** wait-gcs-ready copies the resources and can be switched off; the autoscaler takes mounts (pod.go, v0.5.2). */
const since052: KuberayRelease = Object.freeze({
  ...since05,
  since: { major: 0, minor: 5, patch: 2 },
  waitResources: "of-ray-container",
  waitIsOptional: true,
  mountsIntoAutoscaler: true,
});

/** Excess pods are no longer deleted at random (reconcilePods, v0.6.0); the upgrade guide asks for a Ray newer than 2.0.0. */
const since06: KuberayRelease = Object.freeze({
  ...since052,
  since: { major: 0, minor: 6, patch: 0 },
  deletesScalingPods: false,
  labelsDashboard: false,
  oldestRay: { major: 2, minor: 0, patch: 1 },
});

/**
 * ray.io/v1 is served and stored; replicas became optional (kuberay#1443). wait-gcs-ready asks for 200m and 256Mi; probes
 * without a handler are completed (pod.go, v1.0.0).
 */
const since10: KuberayRelease = Object.freeze({
  ...since06,
  since: { major: 1, minor: 0, patch: 0 },
  apiVersion: "ray.io/v1",
  needsDashboardHost: false,
  replicasAreOptional: true,
  waitResources: "fixed",
  probes: "completes",
});

/** The operator sets the variables that the v2 autoscaler needs, and always injects probes; a pod's namespace is the cluster's. */
const since11: KuberayRelease = Object.freeze({
  ...since10,
  since: { major: 1, minor: 1, patch: 0 },
  autoscalerV2: "environment",
  hasSeveralHosts: true,
  oldestRay: { major: 2, minor: 8, patch: 0 },
  probesFixedAgentPort: true,
  probesFailSomeRay: true,
  probes: "where-absent",
  keepsNamespace: false,
  environment: Object.freeze([
    "RAY_CLUSTER_NAME",
    "RAY_CLOUD_INSTANCE_ID",
    "RAY_NODE_TYPE_NAME",
    "KUBERAY_GEN_RAY_START_CMD",
    "RAY_USAGE_STATS_EXTRA_TAGS",
  ]),
});

const since12: KuberayRelease = Object.freeze({
  ...since11,
  since: { major: 1, minor: 2, patch: 0 },
  countsReadyWorkers: true,
  dropsMountsWithoutVolume: false,
  workerNames: "first-50",
});

/** Suspension has two stages (raycluster_controller.go, v1.3.0); gcsFaultToleranceOptions (common/pod.go, v1.3.0). */
const since13: KuberayRelease = Object.freeze({
  ...since12,
  since: { major: 1, minor: 3, patch: 0 },
  staysSuspended: true,
  readsStorageNamespaceOfFaultTolerant: true,
  templateLabelsWin: false,
  oldestRay: { major: 2, minor: 38, patch: 0 },
  probesFailSomeRay: false,
  gcsFaultToleranceIsField: true,
  readsCpuRequests: true,
  derivesAccelerators: true,
  sharesRequestedMemory: false,
});

/** autoscalerOptions.version; rayStartParams may be left out; names are validated instead of cut (utils/validation.go, v1.4.0). */
const since14: KuberayRelease = Object.freeze({
  ...since13,
  since: { major: 1, minor: 4, patch: 0 },
  countsHosts: true,
  autoscalerV2: "field",
  requiresStartParams: false,
  cutsHeadServiceName: false,
  refusesWrongNames: true,
  autoscalerNeverRestarts: true,
});

/** Groups have labels and resources of their own (utils/validation.go, v1.5.0). */
const since15: KuberayRelease = Object.freeze({
  ...since14,
  since: { major: 1, minor: 5, patch: 0 },
  rayLabelsAreField: true,
});

const since16: KuberayRelease = Object.freeze({
  ...since15,
  since: { major: 1, minor: 6, patch: 0 },
  canRecreate: true,
  probesFixedAgentPort: false,
  httpProbesSinceRay: { major: 2, minor: 53, patch: 0 },
  mountsToken: true,
  heedsPlasmaDirectory: true,
  environment: Object.freeze([...since15.environment, "RAY_CLUSTER_NAMESPACE"]),
});

/**
 * The CRD deprecates ray.io/v1alpha1; ingressNeedsUpdate in raycluster_controller.go; setAutoscalerV1EnvVars, wait-for-tls-ip-san and
 * ray-history-collector in pod.go.
 */
const since17: KuberayRelease = Object.freeze({
  ...since16,
  since: { major: 1, minor: 7, patch: 0 },
  reconcilesIngress: true,
  heedsAutoscalerV1: true,
  waitsForCertificate: true,
  collectsHistory: true,
});

/** Since when ray.io/v1 is served; before, ray.io/v1alpha1 alone is (the CRDs at each tag). */
export const servesV1Since: Version = since10.since;

/** Every release that changes what the compiler does or what the operator adds to pods, newest first. */
export const kuberayReleases: readonly KuberayRelease[] = Object.freeze([
  since17,
  since16,
  since15,
  since14,
  since13,
  since12,
  since11,
  since10,
  since06,
  since052,
  since05,
  since04,
]);

/** The newest KubeRay minor release that the compiler knows, and the default target. */
export const newestKuberay: Version = Object.freeze({ major: 1, minor: 7, patch: 0 });
export const newestKuberayVersion: string = formatVersion(newestKuberay);

/** The oldest KubeRay release that the compiler knows. */
export const oldestKuberay: Version = Object.freeze({ major: 0, minor: 4, patch: 0 });

/** The row of the oldest release, for versions before it too where something must be said of them. */
export const oldestRelease: KuberayRelease = since04;

/** The row that holds for a version: the newest one for versions yet unknown, undefined before 0.4.0. */
export function kuberayRelease(version: Version): KuberayRelease | undefined {
  for (let index = 0; index < kuberayReleases.length; index++) {
    const release = kuberayReleases[index];
    if (release !== undefined && isAtOrAfter(version, release.since)) return release;
  }
  return undefined;
}

/** The first minor release of which something holds, such as `1.2`, for sentences about releases. */
export function firstReleaseThat(holds: (release: KuberayRelease) => boolean): string {
  return formatMinor(kuberayReleases.findLast(holds)?.since ?? newestKuberay);
}
