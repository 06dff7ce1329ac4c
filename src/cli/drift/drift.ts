/** A file that is not what would be compiled. */
export interface Drift {
  readonly file: string;
  /** The name of the target of a project that it belongs to. */
  readonly target?: string | undefined;
  readonly kind: DriftKind;
  /** What the file holds; empty where it is missing. */
  readonly present: string;
  /** What would be written; empty for an orphan. */
  readonly expected: string;
  /** For what is no manifest: why, in sentences. */
  readonly problem?: string | undefined;
}

/**
 * Whether there is no file, it means something else, it means the same and is written differently, it cannot be read as
 * manifests, or no request produces it although the compiler wrote it.
 */
export type DriftKind = "missing" | "meaning" | "spelling" | "no-manifest" | "orphan";

/** A file of RayClusters in an output folder that no request produces and that is left alone: it may be somebody's work. */
export interface KeptFile {
  readonly file: string;
  readonly target?: string | undefined;
  readonly reason: KeptReason;
}

/** It has no mark of the compiler, it was edited since the compiler wrote it, or its folder is a link out of the project. */
export type KeptReason = "unmarked" | "edited" | "outside";

/** The drift of a file as one sentence or more. */
export function describeDrift({ file, kind, problem }: Drift): string {
  switch (kind) {
    case "missing":
      return `${file} is missing.`;
    case "meaning":
      return `${file} differs in meaning.`;
    case "spelling":
      return `${file} differs in spelling only.`;
    case "no-manifest":
      return `${file} differs and cannot be compared. ${problem}`;
    case "orphan":
      return `${file} is an orphan: no request produces it.`;
  }
}

/** Why a file is kept, and what the user can do about it. */
export function describeKept({ file, reason }: KeptFile): string {
  const advice = "Move it to another folder to keep it, or delete it yourself.";
  switch (reason) {
    case "unmarked":
      return `${file} is kept: no request produces it, and the compiler did not write it. ${advice}`;
    case "edited":
      return `${file} is kept: no request produces it, but it was edited after it was compiled. ${advice}`;
    case "outside":
      return `${file} is kept: no request produces it, but its folder is a link to outside the project. Delete it yourself.`;
  }
}
