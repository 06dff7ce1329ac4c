import type { DocumentName, Finding, PlainSource } from "../diagnostics/diagnostic.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";
import type { ComposedDocument } from "./compose.ts";
import { compose } from "./compose.ts";
import { MAXIMUM_ENTRIES } from "./data-limits.ts";
import type { Dialect } from "./dialect.ts";
import type { JsonText } from "./is-json.ts";
import { jsonText } from "./is-json.ts";
import { createRangeOf } from "./range-of.ts";
import { readKey } from "./scalar-reading.ts";
import { surveyNodes } from "./survey-nodes.ts";
import type { TextLimits } from "./text-limits.ts";
import type { TextMistake } from "./text-mistake.ts";
import { MAXIMUM_MISTAKES } from "./text-mistake.ts";
import type { TextRanges } from "./text-ranges.ts";
import { createTextRanges } from "./text-ranges.ts";
import { toPlainData } from "./to-plain-data.ts";
import type { Alias, ParsedNode } from "./yaml-package.ts";
import { isMap } from "./yaml-package.ts";

export interface ReadDocumentsOptions {
  readonly dialect: Dialect;
  /** Default: those of a request, or of a dump for manifests. */
  readonly limits?: TextLimits | undefined;
  /** Of an object at the root only these keys are read; elsewhere only the syntax must hold. Default all. */
  readonly topLevelKeys?: readonly string[] | undefined;
  /** `one`: a second document is a mistake, and an empty text is one document, null. Default all. */
  readonly documents?: "one" | "all" | undefined;
}

/** The documents of any text, with the tree behind them. */
export function readFully(
  textDocument: TextDocument,
  document: DocumentName,
  options: ReadComposedOptions,
): readonly PlainSource[] {
  const { dialect, limits, documents = "all" } = options;
  const ranges = createTextRanges(textDocument);
  const text = jsonText(textDocument.text);
  return compose(text.text, { dialect, limits, documents }).map((composed) =>
    readComposed(composed, text, document, ranges, options),
  );
}

export interface ReadComposedOptions extends ReadDocumentsOptions {
  readonly limits: TextLimits;
  /** What aliases stand for, where the root is a part of a document. Default: what the root itself says. */
  readonly targets?: ReadonlyMap<Alias, ParsedNode> | undefined;
}

/** A document, or a part of one, of a text that is composed already. */
export function readComposed(
  { root, syntax, unsupported }: ComposedDocument,
  text: JsonText,
  document: DocumentName,
  ranges: TextRanges,
  options: ReadComposedOptions,
): PlainSource {
  const toFinding = ({ start, end, path = [], ...mistake }: TextMistake): Finding => ({
    ...mistake,
    document,
    path,
    range: ranges.firstLine(start, end),
  });
  if (syntax.length > 0) {
    const mistakes = inOrder([...syntax, ...unsupported]);
    return { document, data: undefined, findings: mistakes.map(toFinding) };
  }
  const { dialect, limits, topLevelKeys } = options;
  const survey = surveyNodes(root, document, dialect);
  const { mistakes: repeated } = survey;
  const targets = options.targets ?? survey.targets;
  const converted = toPlainData(root, { text, dialect, limits, targets, topLevelKeys });
  const mistakes = inOrder([...unsupported, ...repeated, ...converted.mistakes]);
  const surprises = converted.surprises.slice(0, MAXIMUM_MISTAKES - mistakes.length);
  return {
    document,
    data: dialect === "manifest" && mistakes.length > 0 ? undefined : converted.data,
    findings: inOrder([...mistakes, ...surprises]).map(toFinding),
    otherKeys: keysBeside(topLevelKeys, root, dialect, targets),
    rangeOf: createRangeOf(root, targets, ranges, dialect),
  };
}

function inOrder(mistakes: readonly TextMistake[]): readonly TextMistake[] {
  return mistakes.toSorted((left, right) => left.start - right.start).slice(0, MAXIMUM_MISTAKES);
}

function keysBeside(
  chosen: readonly string[] | undefined,
  root: ParsedNode | null,
  dialect: Dialect,
  targets: ReadonlyMap<Alias, ParsedNode>,
): readonly string[] {
  if (chosen === undefined || !isMap(root)) return [];
  return root.items
    .slice(0, MAXIMUM_ENTRIES)
    .map(({ key }) => readKey(key, dialect, targets))
    .filter((key) => key !== undefined)
    .filter((key) => !chosen.includes(key));
}
