import type { Optional } from "../../model/optional.ts";

/** A project file: what `raycluster build` and `raycluster check` compile. Paths are relative to the file. */
export interface Project {
  readonly $schema?: Optional<string>;
  /** Globs of other project files, whose targets are compiled as well. Default none. */
  readonly projects?: Optional<readonly string[]>;
  /** What holds for every target of this file. Default nothing. */
  readonly defaults?: Optional<TargetFields>;
  /** Default none, where there are other project files. */
  readonly targets?: Optional<readonly ProjectTarget[]>;
}

/** Requests that are compiled for one deployment into one folder or file. */
export interface ProjectTarget extends TargetFields {
  /** Unlike that of any other target. */
  readonly name: string;
}

/**
 * What a target and the defaults of all targets have. Settings, patches, set and exclude of a target come behind those of
 * the defaults; everything else takes their place.
 */
export interface TargetFields {
  /** Globs. */
  readonly requests?: Optional<readonly string[]>;
  /** Globs of what is no request. */
  readonly exclude?: Optional<readonly string[]>;
  /** Helm values files; later ones win as Helm merges them. Default none: every default holds. */
  readonly settings?: Optional<string | readonly string[]>;
  /** Where the settings stand in these files, such as `spec.values`. Default: at the top level. */
  readonly settings_at?: Optional<string>;
  /** Files of partial requests that are laid over each request, the last on top. */
  readonly patches?: Optional<string | readonly string[]>;
  /** Values by their paths in the request, set after the patches. */
  readonly set?: Optional<Readonly<Record<string, unknown>>>;
  /** In place of the settings' own. Default theirs. */
  readonly kuberay_version?: Optional<string>;
  /** A folder for a file from each request. */
  readonly output_dir?: Optional<string>;
  /** One file for all, in place of a folder. */
  readonly output?: Optional<string>;
  /** What files in the folder are named, with {name}, {folder} and {target}. */
  readonly output_name?: Optional<string>;
  /** Whether warnings count as errors. Default false. */
  readonly strict?: Optional<boolean>;
}
