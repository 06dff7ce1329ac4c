import type { Finding } from "./diagnostic.ts";
import { severityOf } from "./severity-of.ts";

/** The findings with which a document means nothing; the others are warnings. */
export function errorsAmong(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0) return findings;
  return findings.filter((finding) => severityOf(finding) === "error");
}
