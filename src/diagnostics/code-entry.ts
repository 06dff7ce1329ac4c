/**
 * `error`: nothing is compiled, or a manifest is refused or does not come up. `warning`: what is compiled, or comes up, may not
 * be what was meant.
 */
export type Severity = "error" | "warning";

/** What is known of a code without a finding at hand. */
export interface CodeEntry {
  readonly severity: Severity;
  /** The law, as a sentence that holds for a sound document. */
  readonly summary: string;
}

export function error(summary: string): CodeEntry {
  return Object.freeze({ severity: "error", summary });
}

export function warning(summary: string): CodeEntry {
  return Object.freeze({ severity: "warning", summary });
}
