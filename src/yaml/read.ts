import type { ParsedNode } from "yaml";
import { Composer, isMap } from "yaml";
import type { DocumentName, Finding, Source } from "../diagnostics/diagnostic.ts";
import { formatCount } from "../diagnostics/show.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";
import { keyText } from "./key-text.ts";
import { neverClosed } from "./never-closed.ts";
import { parseTokens } from "./parse-tokens.ts";
import { createRangeOf } from "./range-of.ts";
import { scanCharacters } from "./scan-characters.ts";
import { singleDocument } from "./single-document.ts";
import { MAXIMUM_ENTRIES } from "./snapshot.ts";
import { surveyNodes } from "./survey-nodes.ts";
import { syntaxMistakes } from "./syntax-mistakes.ts";
import type { TextMistake } from "./text-mistake.ts";
import { MAXIMUM_MISTAKES } from "./text-mistake.ts";
import { createTextRanges } from "./text-ranges.ts";
import { toPlainData } from "./to-plain-data.ts";

export interface ReadOptions {
  /** Of an object at the root only these keys are read; elsewhere only the syntax must hold. Default all. */
  readonly topLevelKeys?: readonly string[];
}

/** UTF-16 units of one text: the size that Kubernetes allows a ConfigMap or a Secret, and a Helm release with it. */
export const MAXIMUM_TEXT_LENGTH = 1_048_576;

/**
 * Reads one YAML 1.2 (core schema) or JSON document. An empty one is null. Never throws. Each finding has its range; there
 * are at most 1,000.
 * Where the syntax is wrong or a limit is passed, nothing else is judged and the data is undefined; so it is for merge
 * keys and for aliases that lead nowhere. For a key that stands twice, the first one counts.
 */
export function readYaml(
  textDocument: TextDocument,
  document: DocumentName,
  options: ReadOptions = {},
): Source {
  const { text } = textDocument;
  const ranges = createTextRanges(textDocument);
  const findings = (mistakes: readonly TextMistake[]): readonly Finding[] =>
    [...mistakes]
      .sort((left, right) => left.start - right.start)
      .slice(0, MAXIMUM_MISTAKES)
      .map(({ start, end, path = [], ...mistake }) => ({
        ...mistake,
        document,
        path,
        range: ranges.firstLine(start, end),
      }));

  const composed = compose(text);
  const { root, syntax, unsupported } = composed;
  if (syntax.length > 0) {
    return { document, data: undefined, findings: findings([...syntax, ...unsupported]) };
  }
  const survey = surveyNodes(root, document);
  const { data, mistakes } = toPlainData(root, survey.targets, options.topLevelKeys);
  return {
    document,
    data,
    findings: findings([...unsupported, ...survey.mistakes, ...mistakes]),
    otherKeys: keysBeside(options.topLevelKeys, root),
    rangeOf: createRangeOf(root, survey.targets, ranges),
  };
}

function keysBeside(
  chosen: readonly string[] | undefined,
  root: ParsedNode | null,
): readonly string[] {
  if (chosen === undefined || !isMap(root)) return [];
  return root.items
    .slice(0, MAXIMUM_ENTRIES)
    .map(({ key }) => keyText(key))
    .filter((key) => key !== undefined)
    .filter((key) => !chosen.includes(key));
}

interface Composed {
  readonly root: ParsedNode | null;
  /** Mistakes with which the text has no meaning. */
  readonly syntax: readonly TextMistake[];
  /** Mistakes around the one document that is read. */
  readonly unsupported: readonly TextMistake[];
}

function compose(text: string): Composed {
  if (text.length > MAXIMUM_TEXT_LENGTH) return failed([tooLong(text)]);
  const unreadable = scanCharacters(text);
  if (unreadable.length > 0) return failed(unreadable);
  const parsed = parseTokens(text);
  if (!parsed.ok) return failed([parsed.mistake]);
  const { tokens, mistakes } = singleDocument(parsed.tokens);
  // Duplicate keys are found in linear time by the survey; unknown tags are then no errors, and nothing is logged.
  const composer = new Composer({
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: "silent",
  });
  const [composed] = composer.compose(tokens, true, text.length);
  return {
    root: composed?.contents ?? null,
    syntax: neverClosed(parsed.tokens) ?? syntaxMistakes(composed?.errors ?? [], text),
    unsupported: mistakes,
  };
}

function failed(syntax: readonly TextMistake[]): Composed {
  return { root: null, syntax, unsupported: [] };
}

function tooLong(text: string): TextMistake {
  const [actual, most] = [formatCount(text.length), formatCount(MAXIMUM_TEXT_LENGTH)];
  return {
    code: "input-limit",
    start: 0,
    end: 0,
    message: `The text is ${actual} characters long; at most ${most} are allowed.`,
    hint: "Leave out what the compiler does not read.",
  };
}
