import { diagnosticCodes } from "./codes.ts";
import type { Finding } from "./diagnostic.ts";

/** The findings with which a document means nothing; the others are warnings. */
export function errorsAmong(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => diagnosticCodes[code].severity === "error");
}
