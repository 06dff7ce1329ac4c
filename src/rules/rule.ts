import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Salvaged } from "../model/resolved.ts";
import type { Subject } from "./subjects.ts";

/** What a law finds; the runner adds the law's code. */
export type RuleFinding = Omit<Finding, "code" | "range">;

/** One law across fields or documents. */
export interface Rule {
  readonly code: DiagnosticCode;
  /** What the law is about: without it there is nothing to find, and the law is not asked. Default: it is always asked. */
  readonly about?: Subject;
  /** A finding for every breach, in document order; none where the law holds or cannot be judged. */
  readonly check: (model: Salvaged) => readonly RuleFinding[];
}

/** Freezes a law. */
export function defineRule(rule: Rule): Rule {
  return Object.freeze(rule);
}
