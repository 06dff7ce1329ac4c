import type { PodRelease } from "./pod-additions/pod-release.ts";
import type { Version } from "./version.ts";

/** How the v2 autoscaler is switched on: not at all, by the head's environment, or by a field of the spec. */
export type AutoscalerV2Switch = "none" | "environment" | "field";

/** What a KubeRay release accepts and does, as far as the compiler depends on it. */
export interface KuberayRelease extends PodRelease {
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
  /** The injected probes of every pod ask the agent's usual port, whatever its start parameter says. */
  readonly probesFixedAgentPort: boolean;
  /** Injects probes that Ray 2.11 to 2.37 can fail. */
  readonly probesFailSomeRay: boolean;
  /**
   * The spec's Ray version from which on pods are probed by HTTP, at a path that older Rays do not serve
   * (common/pod.go, v1.6.0); none where it does not matter.
   */
  readonly httpProbesSinceRay: Version | undefined;
}
