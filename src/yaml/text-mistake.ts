import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { RelatedFinding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";

/** A mistake in a text, while its place is still a pair of offsets: UTF-16 units, the end exclusive. */
export interface TextMistake {
  readonly code: DiagnosticCode;
  readonly start: number;
  readonly end: number;
  /** Where the data has it; the root unless given. */
  readonly path?: Path;
  readonly message: string;
  readonly hint: string;
  readonly related?: readonly RelatedFinding[];
}
