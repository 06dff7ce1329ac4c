import type { DiagnosticCode } from "../diagnostics/codes.ts";

/** What is wrong with a value, before it is said where. */
export interface Judgment {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}
