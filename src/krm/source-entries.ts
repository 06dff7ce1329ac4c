import type { CST, YAMLMap, YAMLSeq } from "../yaml/yaml-package.ts";

/** A collection of a text, cut into its entries: each can be kept letter for letter, replaced or left out. */
export interface SourceEntries {
  /** Block style has an entry on lines of its own; flow style stands in brackets, as JSON does. */
  readonly style: "block" | "flow";
  /** The spaces before each entry; empty in flow style. */
  readonly indent: string;
  /** Offsets of what is between the brackets, or of the lines. */
  readonly start: number;
  readonly end: number;
  readonly entries: readonly SourceEntry[];
}

/** Offsets in the text. In block style whole lines, the comments above the entry included. */
export interface SourceEntry {
  readonly start: number;
  /** Where the comments end. */
  readonly contentStart: number;
  readonly end: number;
}

/**
 * Finds the entries of a collection that was composed with its tokens. The text ends with a line break.
 * Undefined where block style is not written as every printer writes it: one entry a line, keys without `?`.
 */
export function sourceEntries(
  node: YAMLMap.Parsed | YAMLSeq.Parsed,
  text: string,
): SourceEntries | undefined {
  const token = node.srcToken;
  if (token === undefined) return undefined;
  const items = token.items.filter(isEntry);
  if (items.length !== node.items.length) return undefined;
  if (token.type === "flow-collection") return flowEntries(token, items);
  return blockEntries(items, lineEnd(text, node.range[2]), text);
}

/** Puts a collection together again. In flow style, entries are without the commas between them. */
export function joinEntries(
  { style, start, end, entries }: SourceEntries,
  texts: readonly string[],
  text: string,
): string {
  if (style === "block") return texts.join("");
  const last = entries.at(-1);
  return texts.length === 0
    ? ""
    : `${text.slice(start, entries[0]?.start ?? end)}${texts.join(", ")}${text.slice(last?.end ?? end, end)}`;
}

type Item = CST.CollectionItem;

/** Behind the last entry there may be an item of comments alone, or of a comma. */
function isEntry({ start, key, sep, value }: Item): boolean {
  return (
    key != null || value != null || sep !== undefined || start.some(({ type }) => type === DASH)
  );
}

const DASH = "seq-item-ind";
const SPACING: ReadonlySet<string> = new Set(["space", "newline", "comment", "comma"]);

function flowEntries(token: CST.FlowCollection, items: readonly Item[]): SourceEntries {
  const entries = items.map((item) => {
    const start = contentStart(item);
    return { start, contentStart: start, end: contentEnd(item, start) };
  });
  const bracket = token.end.find(({ type }) => type === "flow-map-end" || type === "flow-seq-end");
  const [start, end] = [token.start.offset + 1, bracket?.offset ?? token.start.offset + 1];
  return { style: "flow", indent: "", start, end, entries };
}

function blockEntries(
  items: readonly Item[],
  end: number,
  text: string,
): SourceEntries | undefined {
  const starts: { readonly start: number; readonly contentStart: number }[] = [];
  let indent: string | undefined;
  for (const item of items) {
    const content = contentStart(item);
    const line = lineStart(text, content);
    const before = text.slice(line, content);
    indent ??= before;
    const isExplicit = item.start.some(({ type }) => type === "explicit-key-ind");
    if (before !== indent || !/^ *$/.test(before) || isExplicit) return undefined;
    const comment = item.start.find(({ type }) => type === "comment");
    const hasComments = comment !== undefined && comment.offset < content;
    starts.push({
      start: hasComments ? lineStart(text, comment.offset) : line,
      contentStart: content,
    });
  }
  const entries = starts.map((entry, index) => ({
    ...entry,
    end: starts[index + 1]?.start ?? end,
  }));
  return {
    style: "block",
    indent: indent ?? "",
    start: entries[0]?.start ?? end,
    end,
    entries,
  };
}

/** Where an entry begins behind commas, spaces and comments: with its dash, anchor, tag, key or value. */
function contentStart({ start, key, sep, value }: Item): number {
  const first = start.find(({ type }) => !SPACING.has(type));
  return first?.offset ?? key?.offset ?? sep?.[0]?.offset ?? value?.offset ?? 0;
}

/** Where an entry in brackets ends, without what may follow it before the comma. */
function contentEnd({ start, key, sep = [], value }: Item, from: number): number {
  if (value != null) return tokenEnd(value);
  const last = [...start, ...sep].findLast(({ type }) => !SPACING.has(type));
  const lastEnd = last === undefined ? from : last.offset + last.source.length;
  return key == null ? lastEnd : Math.max(lastEnd, tokenEnd(key));
}

function tokenEnd(token: CST.Token): number {
  if (token.type === "flow-collection") {
    const bracket = token.end.find(({ type }) => /^flow-(?:map|seq)-end$/.test(type));
    return bracket === undefined ? token.offset : bracket.offset + bracket.source.length;
  }
  return "source" in token ? token.offset + token.source.length : token.offset;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Block style ends with a line; on its last one there may still be a comment. */
function lineEnd(text: string, offset: number): number {
  if (offset === 0 || text[offset - 1] === "\n") return offset;
  const next = text.indexOf("\n", offset);
  return next === -1 ? text.length : next + 1;
}
