import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import { diagnosticCodes } from "../../diagnostics/codes.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { formatPath } from "../../diagnostics/path.ts";
import { isInFile } from "../io/read-text.ts";
import type { FormatOptions } from "./diagnostic-format.ts";
import type { SarifResult, SarifRule } from "./sarif-log.ts";
import { sarifLog } from "./sarif-log.ts";

/** One SARIF log, also where there is nothing to tell. Rules are the codes that occur. */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  { way }: Pick<FormatOptions, "way"> = {},
): string {
  return sarifLog(diagnosticRules(), diagnostics.map(diagnosticResult), way);
}

/** Every code as a rule, in the order of the registry. */
export function diagnosticRules(): readonly SarifRule[] {
  const isCode = (name: string): name is DiagnosticCode => Object.hasOwn(diagnosticCodes, name);
  return Object.keys(diagnosticCodes)
    .filter(isCode)
    .map((id) => ({ id, ...diagnosticCodes[id] }));
}

export function diagnosticResult(diagnostic: Diagnostic): SarifResult {
  const { code, severity, message, hint, path, range, related = [] } = diagnostic;
  return {
    ruleId: code,
    severity,
    message: hint === undefined ? message : `${message} ${hint}`,
    place: isInFile(range) ? { ...range, name: formatPath(path) } : undefined,
    related: related.flatMap((other) =>
      isInFile(other.range) ? [{ ...other.range, message: other.message }] : [],
    ),
  };
}
