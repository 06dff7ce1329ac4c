import type { Version } from "../version.ts";
import { isAtOrAfter } from "../version.ts";

/**
 * What happens to the probes of the Ray container: with fault tolerance an exec handler is put into the user's own probe,
 * or a probe is completed that has none; later a probe is added only where the template has none.
 */
export type ProbeInjection = "into-existing" | "completes" | "where-absent";

/** The resources of the init container that waits for the head, where there is one. */
export type WaitResources = "none" | "of-ray-container" | "fixed";

/** What a KubeRay release adds to the pods that it makes, as far as that can collide with a template. */
export interface PodRelease {
  /** The first release of which this row holds. */
  readonly since: Version;
  /** Workers get the init container `wait-gcs-ready`; undefined where they do not. */
  readonly waitResources: WaitResources | undefined;
  /** A setting of the operator can switch that container off. */
  readonly waitIsOptional: boolean;
  readonly probes: ProbeInjection;
  /** autoscalerOptions.volumeMounts are mounted in the autoscaler. */
  readonly mountsIntoAutoscaler: boolean;
  /** Variables that every Ray container gets, whatever its template says. */
  readonly environment: readonly string[];
  /** Variables that workers' Ray containers and all init containers get, whatever the template says. */
  readonly addressEnvironment: readonly string[];
  /** Mounts without a volume are taken out of the first container and the first init container. */
  readonly dropsMountsWithoutVolume: boolean;
  /** The template's namespace is used. */
  readonly keepsNamespace: boolean;
  /** Pods carry a label with `<cluster>-dashboard`, which is not cut. */
  readonly labelsDashboard: boolean;
  /** How a worker's name is cut: its last 50 characters, or the first 50 of cluster and group. */
  readonly workerNames: "last-50" | "first-50";
  /** autoscalerOptions.version v2 makes the restart policy Never. */
  readonly autoscalerNeverRestarts: boolean;
  /** authOptions.enableK8sTokenAuth mounts a token of the service account. */
  readonly mountsToken: boolean;
  /** tlsOptions add an init container, and historyServerOptions a sidecar; both are behind feature gates. */
  readonly waitsForCertificate: boolean;
  readonly collectsHistory: boolean;
  /** rayStartParams.plasma-directory takes the place of the volume at /dev/shm. */
  readonly heedsPlasmaDirectory: boolean;
}

/** Sources: ray-operator/controllers/ray/common/pod.go and utils/util.go at each tag. */
const since04: PodRelease = Object.freeze({
  since: { major: 0, minor: 4, patch: 0 },
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

/** wait-gcs-ready, without resources and always (pod.go, v0.5.0). */
const since050: PodRelease = Object.freeze({
  ...since04,
  since: { major: 0, minor: 5, patch: 0 },
  waitResources: "none",
  waitIsOptional: false,
  environment: Object.freeze(["RAY_CLUSTER_NAME"]),
  addressEnvironment: Object.freeze(["FQ_RAY_IP", "RAY_IP"]),
});

/** wait-gcs-ready copies the resources and can be switched off; the autoscaler takes mounts (pod.go, v0.5.2). */
const since052: PodRelease = Object.freeze({
  ...since050,
  since: { major: 0, minor: 5, patch: 2 },
  waitResources: "of-ray-container",
  waitIsOptional: true,
  mountsIntoAutoscaler: true,
});

const since06: PodRelease = Object.freeze({
  ...since052,
  since: { major: 0, minor: 6, patch: 0 },
  labelsDashboard: false,
});

/** wait-gcs-ready asks for 200m and 256Mi; probes without a handler are completed (pod.go, v1.0.0). */
const since10: PodRelease = Object.freeze({
  ...since06,
  since: { major: 1, minor: 0, patch: 0 },
  waitResources: "fixed",
  probes: "completes",
});

/** Probes come always, where there are none (pod.go, v1.1.0); the namespace is the cluster's. */
const since11: PodRelease = Object.freeze({
  ...since10,
  since: { major: 1, minor: 1, patch: 0 },
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

const since12: PodRelease = Object.freeze({
  ...since11,
  since: { major: 1, minor: 2, patch: 0 },
  dropsMountsWithoutVolume: false,
  workerNames: "first-50",
});

const since14: PodRelease = Object.freeze({
  ...since12,
  since: { major: 1, minor: 4, patch: 0 },
  autoscalerNeverRestarts: true,
});

const since16: PodRelease = Object.freeze({
  ...since14,
  since: { major: 1, minor: 6, patch: 0 },
  mountsToken: true,
  heedsPlasmaDirectory: true,
  environment: Object.freeze([...since14.environment, "RAY_CLUSTER_NAMESPACE"]),
});

/** wait-for-tls-ip-san and ray-history-collector (pod.go, v1.7.0). */
const since17: PodRelease = Object.freeze({
  ...since16,
  since: { major: 1, minor: 7, patch: 0 },
  waitsForCertificate: true,
  collectsHistory: true,
});

/** Every release that changes what is added to pods, newest first. */
const podReleases: readonly PodRelease[] = Object.freeze([
  since17,
  since16,
  since14,
  since12,
  since11,
  since10,
  since06,
  since052,
  since050,
  since04,
]);

/** The row that holds for a version; the oldest one for versions before it. */
export function podRelease(version: Version): PodRelease {
  const row = podReleases.find(({ since }) => isAtOrAfter(version, since));
  return row ?? since04;
}
