/**
 * What happens to the probes of the Ray container: with fault tolerance an exec handler is put into the user's own probe,
 * or a probe is completed that has none; later a probe is added only where the template has none.
 */
export type ProbeInjection = "into-existing" | "completes" | "where-absent";

/** The resources of the init container that waits for the head, where there is one. */
export type WaitResources = "none" | "of-ray-container" | "fixed";

/** What a KubeRay release adds to the pods that it makes, as far as that can collide with a template. */
export interface PodRelease {
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
