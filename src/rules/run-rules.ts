import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Facts } from "./facts.ts";
import { rules } from "./registry.ts";

/** Runs every law over the facts; one breach never hides another. */
export function runRules(facts: Facts): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { code, check } of rules) {
    for (const finding of check(facts)) findings.push({ ...finding, code });
  }
  return findings;
}
