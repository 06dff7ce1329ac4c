import type { RayManifest } from "../../manifest/manifest.ts";

/** A file that a run would write. */
export interface OutputFile {
  readonly file: string;
  readonly text: string;
  /** The same without the compiler's mark: a file that holds this is left as it is. Undefined where the text has no mark. */
  readonly unmarked?: string | undefined;
  /** What the text says, only where that is asked for. */
  readonly manifests?: readonly RayManifest[] | undefined;
  /** The KubeRay release that it was compiled for. */
  readonly kuberayVersion: string;
  /** The name of the target of a project that it belongs to. */
  readonly target?: string | undefined;
  /** The real place of the project file of that target. */
  readonly project?: string | undefined;
}

/** A folder that files are written to. */
export interface OutputFolder {
  readonly folder: string;
  readonly target?: string | undefined;
  /** The real place of the project file that it is an output folder of. */
  readonly project?: string | undefined;
}
