import type { Severity } from "../../diagnostics/codes.ts";
import type { Diagnostic, SourceRange } from "../../diagnostics/diagnostic.ts";
import type { RenderOptions } from "../../diagnostics/render.ts";
import { escapeUnprintable, formatCount } from "../../diagnostics/show.ts";
import { STANDARD_INPUT_NAME } from "../io/read-text.ts";
import { formatText } from "./format-text.ts";

// GitHub drops what goes beyond this in one step, without a word.
const MAXIMUM_ANNOTATIONS = 10;

/**
 * Annotations for GitHub Actions, at most ten errors and ten warnings, and then the text for whoever reads the log.
 * See https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  if (diagnostics.length === 0) return "";
  const bySeverity = (severity: Severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity);
  const annotated = [bySeverity("error"), bySeverity("warning")].flatMap((some) =>
    some.slice(0, MAXIMUM_ANNOTATIONS),
  );
  const more = diagnostics.length - annotated.length;
  const { texts } = options;
  const log = formatText(diagnostics, texts === undefined ? {} : { texts });
  return [
    ...annotated.map((diagnostic) => `${annotation(diagnostic)}\n`),
    ...(more === 0 ? [] : [`${formatCount(more)} more without an annotation, in the log below.\n`]),
    `\n${log.split("\n").map(neutral).join("\n")}`,
  ].join("");
}

function annotation({ code, severity, message, hint, range }: Diagnostic): string {
  const properties = [...place(range), `title=${code}`];
  const text = hint === undefined ? message : `${message}\n${hint}`;
  const data = text.split("\n").map(escapeUnprintable).join("\n");
  return `::${severity} ${properties.join(",")}::${escapeData(data)}`;
}

/** Columns are for a range within one line only. */
function place(range: SourceRange | undefined): readonly string[] {
  if (range === undefined || range.file === STANDARD_INPUT_NAME) return [];
  const { file, start, end } = range;
  const inOneLine = start.line === end.line;
  return [
    `file=${escapeProperty(file)}`,
    `line=${start.line}`,
    ...(inOneLine ? [`col=${start.column}`] : []),
    `endLine=${end.line}`,
    ...(inOneLine ? [`endColumn=${end.column}`] : []),
  ];
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A line that the runner cannot take for a command: `::` after any blanks, or the older `##[` anywhere. */
function neutral(line: string): string {
  return line.replace(/^(\s*)::/, "$1\\u003a\\u003a").replaceAll("##[", "##\\u005b");
}
