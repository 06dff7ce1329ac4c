import type { RayManifest } from "../../manifest/manifest.ts";

/** A file that a run would write. */
export interface OutputFile {
  readonly file: string;
  readonly text: string;
  /** The same without the compiler's mark: a file that holds this is left as it is. Undefined where the text has no mark. */
  readonly unmarked?: string | undefined;
  /** What it holds. */
  readonly manifests: readonly RayManifest[];
  /** The KubeRay release that it was compiled for. */
  readonly kuberayVersion: string;
  /** The name of the target of a project that it belongs to. */
  readonly target?: string | undefined;
}

/** A folder that files are written to. */
export interface OutputFolder {
  readonly folder: string;
  readonly target?: string | undefined;
}
