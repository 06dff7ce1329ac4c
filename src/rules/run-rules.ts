import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Salvaged } from "../model/resolved.ts";
import { rules } from "./registry.ts";

/** Runs every law over the model; one breach never hides another. */
export function runRules(model: Salvaged): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { code, check } of rules) {
    for (const finding of check(model)) findings.push({ ...finding, code });
  }
  return findings;
}
