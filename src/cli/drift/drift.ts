/** A file that is not what would be compiled. */
export interface Drift {
  readonly file: string;
  readonly kind: DriftKind;
  /** What the file holds; empty where it is missing. */
  readonly present: string;
  /** What would be written; empty for an orphan. */
  readonly expected: string;
  /** For what is no manifest: why, in sentences. */
  readonly problem?: string;
}

/**
 * Whether there is no file, it means something else, it means the same and is written differently, it cannot be read as
 * manifests, or no request produces it.
 */
export type DriftKind = "missing" | "meaning" | "spelling" | "no-manifest" | "orphan";
