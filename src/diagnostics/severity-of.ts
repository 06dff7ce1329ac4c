import type { Severity } from "./code-entry.ts";
import { compilerCodes, isCompilerCode } from "./compiler-codes.ts";
import type { Finding } from "./diagnostic.ts";

/** What a finding is. One of a manifest is an error unless it says otherwise, as its laws do. */
export function severityOf({ code, severity }: Finding): Severity {
  if (severity !== undefined) return severity;
  return isCompilerCode(code) ? compilerCodes[code].severity : "error";
}
