import { defuse, defuseInColumns } from "./defuse.ts";
import type { Diagnostic, RelatedPlace, SourceRange } from "./diagnostic.ts";
import { formatPath } from "./path.ts";
import { optionsOrThrow, readingArgument } from "./read-options.ts";

/** What a piece of the report is, for a painter to colour. */
export type Style = "error" | "warning" | "place" | "code" | "frame" | "note" | "hint";

/** How diagnostics are shown. */
export interface RenderOptions {
  /** The texts that were compiled, by file name; with them a code frame is drawn. Default none. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Colours a piece of text. Default: leaves it as it is. */
  readonly paint?: (style: Style, text: string) => string;
}

const FRAME_WIDTH = 96;

/**
 * Diagnostics as text for people: place, code, message, code frame, related places and hint, a blank line between two.
 * Ends with a line break unless there is nothing to say. Input text cannot break lines or reach the terminal as escapes.
 * Throws a TypeError that names the argument or the option which is wrong.
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  options?: RenderOptions | null,
): string {
  const call = "renderDiagnostics";
  const read = optionsOrThrow<RenderOptions>(call, options, { texts: "object", paint: "function" });
  return readingArgument(call, "diagnostics", "a list of diagnostics", () =>
    diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, read)).join("\n"),
  );
}

function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const paint = options.paint ?? ((_style, text) => text);
  const { code, severity, document, range, path, message, related, hint } = diagnostic;
  const place = range === undefined ? `${document}:` : formatPlace(range);
  const at = path.length === 0 ? "" : ` at ${defuse(formatPath(path))}`;
  const lines = [
    `${paint("place", place)} ${paint(severity, severity)} ${paint("code", code)}${at}`,
    `  ${defuse(message)}`,
    ...frame(isMissingAtRoot(diagnostic) ? undefined : range, options.texts).map(
      (line) => `  ${paint("frame", line)}`,
    ),
    ...(related ?? []).map((place) => `  ${paint("note", "note:")} ${renderRelated(place)}`),
    ...(hint === undefined ? [] : [`  ${paint("hint", "hint:")} ${defuse(hint)}`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A field that is missing from the whole document has no line of its own; that of another field would mislead. */
function isMissingAtRoot({ code, path }: Diagnostic): boolean {
  return (code === "missing-field" || code === "api-missing-field") && path.length === 1;
}

function formatPlace({ file, start }: SourceRange): string {
  return `${defuse(file)}:${start.line}:${start.column}`;
}

function renderRelated(place: RelatedPlace): string {
  const where =
    place.range === undefined
      ? `${place.document}: ${formatPath(place.path)}`
      : formatPlace(place.range);
  return defuse(`${place.message} (${where})`);
}

/** The line in question, cut to fit, with carets under the range. */
function frame(
  range: SourceRange | undefined,
  texts: ReadonlyMap<string, string> | undefined,
): readonly string[] {
  const text = range === undefined ? undefined : texts?.get(range.file);
  if (range === undefined || text === undefined) return [];
  const line = text.split(/\r\n|\r|\n/, range.start.line)[range.start.line - 1];
  if (line === undefined) return [];
  const from = range.start.column - 1;
  const to = range.end.line === range.start.line ? range.end.column - 1 : line.length;
  const cut = Math.max(0, Math.min(from - FRAME_WIDTH / 2, line.length - FRAME_WIDTH));
  const shown = defuseInColumns(line.slice(cut, cut + FRAME_WIDTH));
  const width = Math.max(1, Math.min(to, cut + FRAME_WIDTH) - from);
  const number = String(range.start.line);
  return [
    `${number} | ${shown}`.trimEnd(),
    `${" ".repeat(number.length)} | ${" ".repeat(from - cut)}${"^".repeat(width)}`,
  ];
}
