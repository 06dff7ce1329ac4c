import type { DocumentName } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { PodRole } from "../../kuberay/pod-additions/pod-additions-input.ts";
import type { Version } from "../../kuberay/version.ts";

/** The levels of Pod Security that forbid anything. */
export type PodSecurityLevel = "baseline" | "restricted";

/** Where a pod template stands and what is made of it. Only the first three must be known. */
export interface PodContext {
  readonly role: PodRole;
  /** The KubeRay release that makes the pod. */
  readonly kuberay: Version;
  /** Where the template stands in its document. */
  readonly path: Path;
  /** Default `manifest`. */
  readonly document?: DocumentName | undefined;
  /** The minor of the Kubernetes release 1.x. Default 34, the newest one whose rules are known. */
  readonly kubernetesMinor?: number | undefined;
  /** The level that the namespace enforces. Default none. */
  readonly podSecurity?: PodSecurityLevel | undefined;
  /** Whether the operator injects wait-gcs-ready, as it does unless its administrator switches that off. Default true. */
  readonly injectsWaitContainer?: boolean | undefined;
  /** The RayCluster's name and where it stands; undefined for a cluster that KubeRay names. */
  readonly clusterName?: string | undefined;
  readonly clusterNamePath?: Path | undefined;
  /** The RayCluster's annotations. Default none. */
  readonly clusterAnnotations?: PlainObject | undefined;
  /** The RayCluster's spec, of which its settings are read, and where it stands. Default empty. */
  readonly cluster?: PlainObject | undefined;
  readonly clusterPath?: Path | undefined;
  /** headGroupSpec or the worker group, and where it stands. Default empty. */
  readonly group?: PlainObject | undefined;
  readonly groupPath?: Path | undefined;
}
