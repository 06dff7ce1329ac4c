import type { Version } from "./version.ts";
import { formatMinor, formatVersion, isAtOrAfter } from "./version.ts";

/** How the v2 autoscaler is switched on: not at all, by the head's environment, or by a field of the spec. */
export type AutoscalerV2Switch = "none" | "environment" | "field";

/** What a KubeRay release accepts and does, as far as the compiler depends on it. */
export interface KuberayRelease {
  /** The first release of which this row holds. */
  readonly since: Version;
  readonly apiVersion: "ray.io/v1alpha1" | "ray.io/v1";
  /** The CRD requires headGroupSpec.serviceType. */
  readonly requiresServiceType: boolean;
  /** Ray's dashboard listens on localhost alone unless rayStartParams say otherwise. */
  readonly needsDashboardHost: boolean;
  /** `ray start` returns unless rayStartParams say block. */
  readonly needsBlock: boolean;
  /** Nothing but our own init container makes workers wait for the head. */
  readonly needsWaitContainer: boolean;
  /** The CRD requires rayStartParams, even an empty map. */
  readonly requiresStartParams: boolean;
  /** `replicas` may be left to the autoscaler. */
  readonly replicasAreOptional: boolean;
  /** With autoscaling on, too, the operator deletes pods that are too many; later only those that workersToDelete names. */
  readonly deletesScalingPods: boolean;
  /** A group without hosts has no pods; before, the operator leaves such a group alone. */
  readonly countsHosts: boolean;
  /** `suspend: false` alone resumes a suspended cluster; before, leaving it out does too. */
  readonly staysSuspended: boolean;
  /** The Ingress follows every change; before, it is made once. */
  readonly reconcilesIngress: boolean;
  /** ray.io/external-storage-namespace is read of a cluster with fault tolerance alone. */
  readonly readsStorageNamespaceOfFaultTolerant: boolean;
  /** The labels ray.io/cluster, node-type and group of a pod template win over the operator's. */
  readonly templateLabelsWin: boolean;
  /** `autoscalerOptions.version: v1` does something. */
  readonly heedsAutoscalerV1: boolean;
  /** A Service for the cluster's agents is opened by the annotation ray.io/enableAgentService. */
  readonly servesAgents: boolean;
  readonly autoscalerV2: AutoscalerV2Switch;
  /** The head Service's name keeps the last 50 characters only. */
  readonly cutsHeadServiceName: boolean;
  /** The operator looks at a cluster again when its pods change; else its status never says that they became ready. */
  readonly followsPods: boolean;
  /** status.availableWorkerReplicas counts running workers; before, it also counts the head and pods that are pending. */
  readonly countsRunningWorkers: boolean;
  /** status.readyWorkerReplicas counts ready workers; before, availableWorkerReplicas counts running ones. */
  readonly countsReadyWorkers: boolean;
  /** upgradeStrategy.type Recreate makes new pods of a changed spec. */
  readonly canRecreate: boolean;
  /** GCS fault tolerance has a field of the spec; before, annotations and variables switch it on. */
  readonly gcsFaultToleranceIsField: boolean;
  /** Labels of Ray's nodes are a field of the group, and refused among the start parameters. */
  readonly rayLabelsAreField: boolean;
  /** Where a container has no CPU limit, Ray is told its request. */
  readonly readsCpuRequests: boolean;
  /** The operator tells Ray of TPUs and Neuron cores among the limits. */
  readonly derivesAccelerators: boolean;
  /** A worker can be of several pods. */
  readonly hasSeveralHosts: boolean;
  /** Shared memory is as large as what the Ray container requests of memory; later, as its limit. */
  readonly sharesRequestedMemory: boolean;
  /** The operator refuses names that are no DNS-1035 label of at most 53 characters. */
  readonly refusesWrongNames: boolean;
  /** The oldest Ray that the release supports. */
  readonly oldestRay: Version;
  /** Injects probes that Ray 2.11 to 2.37 can fail. */
  readonly probesFailSomeRay: boolean;
  /**
   * The spec's Ray version from which on pods are probed by HTTP, at a path that older Rays do not serve
   * (common/pod.go, v1.6.0); none where it does not matter.
   */
  readonly httpProbesSinceRay: Version | undefined;
}

/** Sources: KubeRay's CRDs and ray-operator/controllers/ray at each tag; Ray minima: the KubeRay upgrade guide. */
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
  servesAgents: true,
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
  probesFailSomeRay: false,
  httpProbesSinceRay: undefined,
});

/** The operator injects its own wait-gcs-ready container (common/pod.go, v0.5.0) and `block`. */
const since05: KuberayRelease = Object.freeze({
  ...since04,
  since: { major: 0, minor: 5, patch: 0 },
  requiresServiceType: false,
  needsBlock: false,
  needsWaitContainer: false,
  followsPods: true,
  countsRunningWorkers: true,
});

/** Excess pods are no longer deleted at random (reconcilePods, v0.6.0); the upgrade guide asks for a Ray newer than 2.0.0. */
const since06: KuberayRelease = Object.freeze({
  ...since05,
  since: { major: 0, minor: 6, patch: 0 },
  deletesScalingPods: false,
  oldestRay: { major: 2, minor: 0, patch: 1 },
});

/** ray.io/v1 is served and stored; replicas became optional (kuberay#1443). */
const since10: KuberayRelease = Object.freeze({
  ...since06,
  since: { major: 1, minor: 0, patch: 0 },
  apiVersion: "ray.io/v1",
  needsDashboardHost: false,
  replicasAreOptional: true,
});

/** The operator sets the variables that the v2 autoscaler needs, and always injects probes. */
const since11: KuberayRelease = Object.freeze({
  ...since10,
  since: { major: 1, minor: 1, patch: 0 },
  servesAgents: false,
  autoscalerV2: "environment",
  hasSeveralHosts: true,
  oldestRay: { major: 2, minor: 8, patch: 0 },
  probesFailSomeRay: true,
});

const since12: KuberayRelease = Object.freeze({
  ...since11,
  since: { major: 1, minor: 2, patch: 0 },
  countsReadyWorkers: true,
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
  httpProbesSinceRay: { major: 2, minor: 53, patch: 0 },
});

/** The CRD deprecates ray.io/v1alpha1; ingressNeedsUpdate in raycluster_controller.go; setAutoscalerV1EnvVars in pod.go. */
const since17: KuberayRelease = Object.freeze({
  ...since16,
  since: { major: 1, minor: 7, patch: 0 },
  reconcilesIngress: true,
  heedsAutoscalerV1: true,
});

/** Every release that changes what the compiler does, newest first. */
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
  since05,
  since04,
]);

/** The newest KubeRay minor release that the compiler knows, and the default target. */
export const newestKuberay: Version = Object.freeze({ major: 1, minor: 7, patch: 0 });
export const newestKuberayVersion: string = formatVersion(newestKuberay);

/** The oldest KubeRay release that the compiler knows. */
export const oldestKuberay: Version = Object.freeze({ major: 0, minor: 4, patch: 0 });

/** The row that holds for a version: the newest one for versions yet unknown, undefined before 0.4.0. */
export function kuberayRelease(version: Version): KuberayRelease | undefined {
  return kuberayReleases.find(({ since }) => isAtOrAfter(version, since));
}

/** The first minor release of which something holds, such as `1.2`, for sentences about releases. */
export function firstReleaseThat(holds: (release: KuberayRelease) => boolean): string {
  return formatMinor(kuberayReleases.findLast(holds)?.since ?? newestKuberay);
}
