import type { Optional } from "../../model/optional.ts";

/** A project file: what `raycluster build` and `raycluster check` compile. Paths are relative to the file. */
export interface Project {
  readonly $schema?: Optional<string>;
  readonly targets: readonly ProjectTarget[];
}

/** Requests that are compiled for one deployment into one folder. */
export interface ProjectTarget {
  /** Unlike that of any other target. */
  readonly name: string;
  /** Globs. */
  readonly requests: readonly string[];
  /** A Helm values file. Default none: every default holds. */
  readonly settings?: Optional<string>;
  /** Where the settings stand in that file, such as `spec.values`. Default: at the top level. */
  readonly settings_at?: Optional<string>;
  /** In place of the settings' own. Default theirs. */
  readonly kuberay_version?: Optional<string>;
  readonly output_dir: string;
  /** Whether warnings are errors. Default false. */
  readonly strict?: Optional<boolean>;
}
