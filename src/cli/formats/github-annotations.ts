import type { Severity } from "../../diagnostics/code-entry.ts";
import { defuse } from "../../diagnostics/defuse.ts";
import type { SourcePosition } from "../../diagnostics/diagnostic.ts";
import { formatCount } from "../../diagnostics/show.ts";
import { fromWorkspace } from "./way-from-workspace.ts";

/** What stands beside a file or a line of a pull request. */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  /** One line or several. */
  readonly lines: readonly string[];
  /** Undefined for what has no place in a file. */
  readonly place: AnnotationPlace | undefined;
}

export interface AnnotationPlace {
  readonly file: string;
  /** The whole file unless given. */
  readonly start?: SourcePosition;
  readonly end?: SourcePosition;
}

// GitHub drops what goes beyond this in one step, silently.
const MAXIMUM_ANNOTATIONS = 10;

/**
 * Workflow commands that annotate, at most ten errors and ten warnings, and a line that counts what is left. These commands
 * are the only ones that any output holds. `way` leads from the root of the repository to the working folder.
 * See https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubAnnotations(annotations: readonly Annotation[], way = ""): string {
  const shown = (["error", "warning"] as const).flatMap((severity) =>
    annotations.filter((each) => each.severity === severity).slice(0, MAXIMUM_ANNOTATIONS),
  );
  const more = annotations.length - shown.length;
  return [
    ...shown.map((annotation) => `${command(annotation, way)}\n`),
    ...(more === 0 ? [] : [`${formatCount(more)} more without annotations, in the log below.\n`]),
  ].join("");
}

function command({ severity, title, lines, place }: Annotation, way: string): string {
  const properties = [...placeProperties(place, way), `title=${escapeProperty(title)}`];
  return `::${severity} ${properties.join(",")}::${escapeData(lines.map(defuse).join("\n"))}`;
}

/** Columns are for a range within one line only. */
function placeProperties(place: AnnotationPlace | undefined, way: string): readonly string[] {
  if (place === undefined) return [];
  const { file, start, end } = place;
  const inFile = `file=${escapeProperty(fromWorkspace(file, way))}`;
  if (start === undefined || end === undefined) return [inFile];
  const inOneLine = start.line === end.line;
  return [
    inFile,
    `line=${start.line}`,
    ...(inOneLine ? [`col=${start.column}`] : []),
    `endLine=${end.line}`,
    ...(inOneLine ? [`endColumn=${end.column}`] : []),
  ];
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(defuse(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
