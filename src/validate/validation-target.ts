import type { ApiAnswer } from "../api/api-for.ts";
import type { OperatorTarget } from "../kuberay/laws/law.ts";
import type { PodSecurityLevel } from "./pod/pod-context.ts";

/** The cluster that manifests are for: its API, its operator and its Kubernetes. */
export interface ValidationTarget extends OperatorTarget {
  /** The API of a kind and a version; the same one whenever it is asked for. */
  readonly apiOf: (kind: string, apiVersion: string) => ApiAnswer;
  /** The minor of the Kubernetes release 1.x; undefined for the newest one whose rules are known. */
  readonly kubernetesMinor: number | undefined;
  /** The level that the namespaces enforce; undefined for none. */
  readonly podSecurity: PodSecurityLevel | undefined;
}
