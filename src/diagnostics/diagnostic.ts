import type { Severity } from "./code-entry.ts";
import type { DiagnosticCode } from "./codes.ts";
import type { Path } from "./path.ts";
import type { PlainData } from "./plain-data.ts";

/** What is compiled. */
export type InputName = "request" | "settings";

/**
 * Which document a diagnostic speaks of. A config is a project file, which only the command line reads; a manifest is any
 * object of a Kubernetes API, whoever wrote it; options are those of the function that was called.
 */
export type DocumentName = InputName | "config" | "manifest" | "options";

/** A place in a text. Lines and columns count from 1; a column is a UTF-16 unit. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text: from the first character to just behind the last. */
export interface SourceRange {
  readonly file: string;
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}

/** Another place that has to do with the mistake. */
export interface RelatedPlace {
  readonly document: DocumentName;
  readonly path: Path;
  readonly pointer: string;
  readonly message: string;
  readonly range?: SourceRange;
}

/** One mistake or warning: frozen plain data, safe to pass to `JSON.stringify`. */
export interface Diagnostic {
  /** The one field to branch on. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly document: DocumentName;
  readonly path: Path;
  /** The path as a JSON Pointer (RFC 6901). */
  readonly pointer: string;
  /** What is wrong, with the values: full sentences, never the place. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Where in the text; only for text input. */
  readonly range?: SourceRange;
  readonly related?: readonly RelatedPlace[];
}

/** What a law reports: a diagnostic before it is located. */
export interface Finding {
  readonly code: DiagnosticCode;
  /** Default: the severity of the code. */
  readonly severity?: Severity | undefined;
  readonly document: DocumentName;
  readonly path: Path;
  /** Whether the key or the value at the path is meant; the value unless said. */
  readonly target?: Target;
  readonly message: string;
  readonly hint?: string | undefined;
  /** Of a key that is unknown: the places that were most likely meant; `[]` stands for every item of a list. */
  readonly meant?: readonly Path[];
  /** Set only where no path leads: a mistake in the text itself. */
  readonly range?: SourceRange;
  readonly related?: readonly RelatedFinding[];
}

export type Target = "key" | "value";

export interface RelatedFinding {
  readonly document: DocumentName;
  readonly path: Path;
  readonly message: string;
}

/** One input after reading: plain data, what was wrong with it, and the way back to the text it came from. */
export interface Source {
  readonly document: DocumentName;
  /** Plain data without cycles, getters or classes; undefined where nothing could be read. */
  readonly data: unknown;
  readonly findings: readonly Finding[];
  /** Where the data stands in what was given; diagnostics name paths from there. Default: it is the whole. */
  readonly root?: Path;
  /** The top-level keys that reading ignored, as it was told to. */
  readonly otherKeys?: readonly string[];
  /** The place of a path in the text, or of its nearest ancestor that is there; undefined for objects. */
  readonly rangeOf?: (path: Path, target: Target) => SourceRange | undefined;
}

/** One of a reader that knows what it made. */
export interface PlainSource extends Source {
  readonly data: PlainData | undefined;
}
