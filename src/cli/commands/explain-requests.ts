import type { Deployment } from "../../compile-documents.ts";
import { defuse } from "../../diagnostics/defuse.ts";
import type { Source } from "../../diagnostics/diagnostic.ts";
import { count, formatCount } from "../../diagnostics/show.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { Explanation, NotExplained } from "../../explain/explain-value.ts";
import { explainRead } from "../../explain/explain-value.ts";
import { readSources } from "../../yaml/read-source.ts";
import { STANDARD_INPUT_NAME } from "../io/read-text.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Explains a value of one of the requests of a text: of the one in a line, or else of the only one whose manifest has the
 * value. Throws a UsageError where there is no such line, no such value, or several.
 */
export function explainRequests(
  text: TextDocument,
  line: number | undefined,
  deployment: Deployment,
  at: string,
): Explanation {
  const sources = readSources(text, "request");
  const chosen = line === undefined ? sources : [sourceAt(line, text, sources)];
  const explained = chosen.map((source) => ({
    source,
    explanation: explainRead({ input: text, source }, deployment, at),
  }));
  const invalid = explained.filter(
    ({ explanation }) => !explanation.ok && !isWrongPath(explanation),
  );
  if (invalid.length > 0) {
    return {
      ok: false,
      diagnostics: invalid.flatMap(({ explanation }) => explanation.diagnostics),
    };
  }
  const found = explained.filter(({ explanation }) => explanation.ok);
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first.explanation;
  if (first !== undefined)
    throw several(
      text.file,
      found.map(({ source }) => source),
    );
  throw nowhere(
    chosen.length,
    explained.map(({ explanation }) => explanation),
  );
}

function isWrongPath({ ok, diagnostics }: Explanation): boolean {
  return (
    !ok && diagnostics.some(({ document, path }) => document === "options" && path[0] === "at")
  );
}

/** The request in a line; what stands in front of a request is of the one before. */
function sourceAt(line: number, { file, text }: TextDocument, sources: readonly Source[]): Source {
  const lines = text.trimEnd().split(/\r\n|\r|\n/).length;
  const found = sources.findLast((source) => startOf(source) <= line) ?? sources[0];
  if (line >= 1 && line <= lines && found !== undefined) return found;
  throw new UsageError(
    `${defuse(file)} has ${count(lines, "line")}, so there is no line ${formatCount(line)}.`,
  );
}

function startOf({ rangeOf }: Source): number {
  return rangeOf?.([], "value")?.start.line ?? 1;
}

const SHOWN_PLACES = 5;

function several(file: string, sources: readonly Source[]): UsageError {
  const operand = file === STANDARD_INPUT_NAME ? "-" : defuse(file);
  const places = sources.slice(0, SHOWN_PLACES).map((source) => `${operand}:${startOf(source)}`);
  const more = sources.length > SHOWN_PLACES ? `, and ${sources.length - SHOWN_PLACES} more` : "";
  const problem = `${count(sources.length, "request")} of ${defuse(file)} have this place`;
  return new UsageError(`${problem}; name one by its line: ${places.join(", ")}${more}.`);
}

/** Why there is no such value in the first request, which goes for all. */
function nowhere(requests: number, explanations: readonly Explanation[]): UsageError {
  const [reason] = explanations.flatMap(({ diagnostics }: Pick<NotExplained, "diagnostics">) =>
    diagnostics.filter(({ document }) => document === "options"),
  );
  const { message = "", hint } = reason ?? {};
  const all = requests > 1 ? ` The same goes for each of the ${requests} requests.` : "";
  return new UsageError(defuse(`${message}${all}${hint === undefined ? "" : ` ${hint}`}`));
}
