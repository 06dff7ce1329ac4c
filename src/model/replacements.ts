/** What replaces fields of the documents. */
export interface Replacements {
  /** Fields that replace the request's own, since a build knows its tag. Default none. */
  readonly overrides?:
    | {
        readonly name?: string | undefined;
        readonly namespace?: string | undefined;
        readonly image?: string | undefined;
        readonly ray_version?: string | undefined;
      }
    | undefined;
  /** The KubeRay release to compile for, in place of the settings' `kuberay_version`. */
  readonly kuberayVersion?: string | undefined;
  /** Where the settings stand in what is given, such as `spec.values` of a HelmRelease. Default: at the top level. */
  readonly settingsAt?: string | undefined;
}
