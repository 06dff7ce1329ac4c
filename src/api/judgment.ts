import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Path } from "../diagnostics/path.ts";

/** What is wrong with a value, before it is said where. */
export interface Judgment {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
  /** The places that were most likely meant; `[]` stands for every item of a list. */
  readonly meant?: readonly Path[];
}
