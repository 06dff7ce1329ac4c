import type { PlacedValues } from "../../compile-documents.ts";
import type {
  Diagnostic,
  Source,
  SourcePosition,
  SourceRange,
} from "../../diagnostics/diagnostic.ts";
import { asksForQuotes } from "../../diagnostics/quotes-hint.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { readSource } from "../../yaml/read-source.ts";
import { flagOf, flagText } from "../io/read-text.ts";
import { parseRequestPath, partialRequest } from "../project/request-values.ts";
import { readSetFlag } from "./set-flag.ts";

/** What flags give in place of documents, and the texts in which it has its places. */
export interface FlagValues extends PlacedValues {
  readonly texts: readonly TextDocument[];
}

/** `set` has the values of `--set`; `replaced` the flag and its value by the field that it replaces. */
export function flagValues(
  set: readonly string[],
  replaced: Readonly<Record<string, readonly [flag: string, value: string | undefined]>>,
): FlagValues {
  const texts: TextDocument[] = [];
  const layers = set.map((text) => {
    const { pathText } = readSetFlag(text);
    const document = flagText(`--set ${pathText}`, text);
    texts.push(document);
    return setLayer(document);
  });
  const ranges = new Map<string, SourceRange>();
  for (const [field, [flag, value]] of Object.entries(replaced)) {
    if (value === undefined) continue;
    const document = flagText(flag, value);
    texts.push(document);
    ranges.set(field, rangeIn(document, 0, value.length));
  }
  return { layers, ranges, texts };
}

/** What `--set` says as a layer of the request. */
function setLayer(document: TextDocument): Source {
  const { text } = document;
  const { path, pathText, value } = readSetFlag(text);
  const pathRange = rangeIn(document, 0, pathText.length);
  const valueRange = rangeIn(document, pathText.length + 1, text.length);
  return {
    ...readSource(partialRequest(path, value), "request"),
    rangeOf: (inner, target) =>
      target === "key" && inner.length <= path.length ? pathRange : valueRange,
  };
}

function rangeIn({ file, text }: TextDocument, from: number, to: number): SourceRange {
  return { file, start: positionAt(text, from), end: positionAt(text, to) };
}

function positionAt(text: string, offset: number): SourcePosition {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Says in the message, too, which flag a value comes from: not every format shows the place. */
export function withFlags(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const flag = flagOf(diagnostic.range?.file ?? "");
    if (flag === undefined) return diagnostic;
    const message = `${diagnostic.message} It comes from ${flag}.`;
    const [, path = ""] = /^--set ([^']+)$/.exec(flag) ?? [];
    const isWhole = parseRequestPath(path)?.length === diagnostic.path.length;
    if (!isWhole || !asksForQuotes(diagnostic.hint)) return { ...diagnostic, message };
    // A shell takes quotes away unless other quotes are around them.
    return {
      ...diagnostic,
      message,
      hint: `Put the value in quotes that the shell keeps: --set '${path}="VALUE"'.`,
    };
  });
}
