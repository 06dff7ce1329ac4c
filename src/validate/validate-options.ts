/** What manifests are judged for. */
export interface ValidateOptions {
  /** The KubeRay release. Default: the newest one known. */
  readonly kuberayVersion?: string | undefined;
  /**
   * What is known of the operator's feature gates, as its flag --feature-gates says it: `RayClusterMTLS=true`. Default: what
   * the release has on; a finding that a gate decides names it.
   */
  readonly featureGates?: string | undefined;
  /** The Kubernetes release, such as `1.31`. Default: the newest one whose rules are known, 1.34. */
  readonly kubernetesVersion?: string | undefined;
  /** The level of Pod Security that the namespaces enforce. Default: `privileged`, which forbids nothing. */
  readonly podSecurity?: "privileged" | "baseline" | "restricted" | undefined;
  /**
   * The CustomResourceDefinitions of the cluster, in place of what is known of the release: a text (`{file, text}`), an
   * object or a list of objects. Kinds that it lacks are judged by the release. Default none.
   */
  readonly crd?: unknown;
  /** Report warnings as errors. Default false. */
  readonly strict?: boolean | undefined;
}
