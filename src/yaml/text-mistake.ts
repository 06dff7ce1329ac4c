import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { RelatedFinding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";

/**
 * Mistakes of one text that are noted; further ones are not even counted, since a megabyte can hold hundreds of thousands.
 * A report shows far fewer.
 */
export const MAXIMUM_MISTAKES = 1_000;

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
