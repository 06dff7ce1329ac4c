import type { TextMap } from "../diagnostics/plain-data.ts";
import type { KuberayRelease } from "../kuberay/kuberay-release.ts";
import type { Version } from "../kuberay/version.ts";
import type { Cluster } from "./cluster.ts";
import type { CountedPods } from "./counted-pod.ts";
import type { Loose } from "./loose.ts";
import type { RayClusterRequest } from "./request/request.ts";
import type { ResolvedSettings } from "./settings/settings.ts";

/**
 * What the laws judge. It may stem from documents that validation refused in part: then unknown numbers are NaN, an
 * unknown text is empty, and what could not be read at all is undefined. No law may speak of what is unknown.
 */
export interface Salvaged {
  readonly name: string;
  /** What the laws judge of the request beside the cluster. */
  readonly options: Loose<ClusterOptions>;
  /** Of the RayCluster object. */
  readonly labels: TextMap | undefined;
  readonly annotations: TextMap | undefined;
  readonly cluster: Cluster | undefined;
  /** As the request has it, which may say more than its numbers; undefined where it is left out or refused. */
  readonly rayVersionText: string | undefined;
  /** Undefined where the request names none, or none that reads as a version. */
  readonly rayVersion: Version | undefined;
  readonly settings: ResolvedSettings;
  readonly kuberayVersion: Version | undefined;
  /** Undefined where KubeRay's version is unknown or older than any known one. */
  readonly release: KuberayRelease | undefined;
  /** What the built pods ask for where pod templates were merged over them; the others ask for what their nodes say. */
  readonly countedPods?: CountedPods | undefined;
}

/** Fields of the request that go into the manifest under names of their own. */
export type ClusterOptions = Pick<
  RayClusterRequest,
  | "head_service"
  | "gcs_fault_tolerance"
  | "auth"
  | "upgrade_strategy"
  | "suspend"
  | "managed_by"
  | "network_policy"
  | "tls"
  | "cluster_template"
  | "job"
  | "service"
  | "job_template"
  | "service_template"
>;

/** Both documents, sound, with every default filled in: what the manifest and the plan are built from. */
export interface Resolved extends Salvaged {
  readonly namespace: string | undefined;
  readonly image: string;
  readonly cluster: Cluster;
  /** The rest of the request, which needs no lowering. */
  readonly options: ClusterOptions;
  readonly forwardLogs: boolean;
  readonly activationTimeoutSeconds: number;
  readonly kuberayVersion: Version;
  readonly release: KuberayRelease;
}
