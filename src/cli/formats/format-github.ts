import { defuseLines } from "../../diagnostics/defuse.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isInFile } from "../io/read-text.ts";
import type { FormatOptions } from "./diagnostic-format.ts";
import { formatText } from "./format-text.ts";
import type { Annotation } from "./github-annotations.ts";
import { githubAnnotations } from "./github-annotations.ts";

/** Annotations for GitHub Actions, at most ten errors and ten warnings, and then the text for whoever reads the log. */
export function formatGithub(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  if (diagnostics.length === 0) return "";
  return `${githubAnnotations(diagnostics.map(diagnosticAnnotation), options.way)}\n${githubLog(diagnostics, options)}`;
}

export function diagnosticAnnotation(diagnostic: Diagnostic): Annotation {
  const { code, severity, message, hint, range } = diagnostic;
  return {
    severity,
    title: code,
    lines: hint === undefined ? [message] : [message, hint],
    place: isInFile(range) ? range : undefined,
  };
}

/** The text for the log, without colour. */
export function githubLog(
  diagnostics: readonly Diagnostic[],
  { texts, closing }: Pick<FormatOptions, "texts" | "closing">,
): string {
  const options = {
    ...(texts === undefined ? {} : { texts }),
    ...(closing === undefined ? {} : { closing }),
  };
  return defuseLines(formatText(diagnostics, options));
}
