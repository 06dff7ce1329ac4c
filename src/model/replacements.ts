/** What replaces fields of the documents. */
export interface Replacements {
  /**
   * Partial requests that are laid over the request, the last on top: plain objects or texts, `{file, text}`. Maps merge,
   * lists replace, null removes; scaling groups merge by name, and a map in their place changes them by name or by index.
   * `name_prefix` stands in front of the name.
   * A mistake in one of them has its place in its text. Default none.
   */
  readonly patches?: readonly unknown[] | undefined;
  /**
   * Settings that are laid over the settings, the last on top, as Helm merges values files: maps merge, lists replace, null goes
   * back to the default. Default none.
   */
  readonly settingsLayers?: readonly unknown[] | undefined;
  /** Fields that replace the request's own, patches included, since a build knows its tag. Default none. */
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
  /** Path of the settings in the given values, such as `spec.values` of a HelmRelease. Default: at the top level. */
  readonly settingsAt?: string | undefined;
}
