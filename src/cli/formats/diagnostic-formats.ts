import type { DiagnosticFormat } from "./diagnostic-format.ts";
import { formatGithub } from "./format-github.ts";
import { formatJson } from "./format-json.ts";
import { formatSarif } from "./format-sarif.ts";
import { formatText } from "./format-text.ts";

/** The formats of `--format`, in the order of the help; the first is the default. */
export const diagnosticFormats: ReadonlyMap<string, DiagnosticFormat> = new Map([
  ["text", formatText],
  ["json", formatJson],
  ["github", formatGithub],
  ["sarif", formatSarif],
]);
