import { defuseLines } from "../../diagnostics/defuse.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RenderOptions } from "../../diagnostics/render.ts";
import { STANDARD_INPUT_NAME } from "../io/read-text.ts";
import { formatText } from "./format-text.ts";
import type { Annotation } from "./github-annotations.ts";
import { githubAnnotations } from "./github-annotations.ts";

/** Annotations for GitHub Actions, at most ten errors and ten warnings, and then the text for whoever reads the log. */
export function formatGithub(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  if (diagnostics.length === 0) return "";
  return `${githubAnnotations(diagnostics.map(diagnosticAnnotation))}\n${githubLog(diagnostics, options)}`;
}

export function diagnosticAnnotation(diagnostic: Diagnostic): Annotation {
  const { code, severity, message, hint, range } = diagnostic;
  return {
    severity,
    title: code,
    lines: hint === undefined ? [message] : [message, hint],
    place: range === undefined || range.file === STANDARD_INPUT_NAME ? undefined : range,
  };
}

/** The text for the log, without colour. */
export function githubLog(
  diagnostics: readonly Diagnostic[],
  { texts }: Pick<RenderOptions, "texts">,
): string {
  return defuseLines(formatText(diagnostics, texts === undefined ? {} : { texts }));
}
