import { printYaml } from "../yaml/print.ts";
import type { KrmResult } from "./krm-result.ts";
import type { ItemFate, Placement } from "./place-manifests.ts";
import { member } from "./resource.ts";
import type { ResourceList } from "./resource-list.ts";
import { RESOURCE_LIST_API_VERSION, RESOURCE_LIST_KIND } from "./resource-list.ts";
import type { SourceEntries } from "./source-entries.ts";
import { joinEntries } from "./source-entries.ts";

/** A ResourceList without items, for what is no ResourceList. */
export function printResults(results: readonly KrmResult[]): string {
  return printYaml({
    apiVersion: RESOURCE_LIST_API_VERSION,
    kind: RESOURCE_LIST_KIND,
    items: [],
    results,
  });
}

/**
 * The list with its items as they are to be, and with these results alone. Everything else is what was read, letter for
 * letter: items that stay, comments, numbers that no JavaScript number holds. JSON stays JSON.
 */
export function printResourceList(
  list: ResourceList,
  { fates, added }: Placement,
  results: readonly KrmResult[],
): string {
  const { text, root, rootEntries } = list;
  const isUnchanged = added.length === 0 && fates.every(({ kind }) => kind === "kept");
  const itemsNode = member(root, "items");
  const resultsNode = member(root, "results");
  const entries = rootEntries.entries.flatMap((entry, index) => {
    const source = text.slice(entry.start, entry.end);
    const value = root.items[index]?.value ?? null;
    if (value !== null && value === resultsNode) return [];
    if (value === null || value !== itemsNode) return [source];
    if (list.itemEntries === undefined || list.itemEntries.entries.length === 0) {
      const comments = linesBefore(text.slice(entry.start, entry.contentStart));
      return [comments + pair("items", added, rootEntries)];
    }
    if (isUnchanged) return [source];
    const { start, end } = list.itemEntries;
    const items = joinEntries(
      list.itemEntries,
      itemTexts(list, list.itemEntries, fates, added),
      text,
    );
    return [text.slice(entry.start, start) + items + text.slice(end, entry.end)];
  });
  if (itemsNode === null) entries.push(pair("items", added, rootEntries));
  if (results.length > 0) entries.push(pair("results", results, rootEntries));
  const [start, end] =
    rootEntries.style === "flow" ? root.range : [rootEntries.start, rootEntries.end];
  const body = joinEntries(rootEntries, entries, text);
  return (
    commentLines(text.slice(0, start)) +
    (rootEntries.style === "flow" ? `{${body}}` : body) +
    commentLines(text.slice(end))
  );
}

/** What may stand around the list; not the marks of documents, which would begin another one. */
function commentLines(text: string): string {
  return text
    .split(/(?<=\n)/)
    .filter((line) => line.trim() === "" || line.trimStart().startsWith("#"))
    .join("");
}

function itemTexts(
  { text }: ResourceList,
  items: SourceEntries,
  fates: readonly ItemFate[],
  added: readonly object[],
): readonly string[] {
  const texts = items.entries.flatMap(({ start, contentStart, end }, index) => {
    const fate = fates[index];
    if (fate?.kind === "left-out") return [];
    if (fate?.kind !== "replaced") return [text.slice(start, end)];
    const comments = items.style === "flow" ? "" : linesBefore(text.slice(start, contentStart));
    return [comments + item(fate.by, items)];
  });
  return [...texts, ...added.map((value) => item(value, items))];
}

/** The comments above an entry, without the spaces before it. */
function linesBefore(text: string): string {
  return text.slice(0, text.lastIndexOf("\n") + 1);
}

function item(value: object, { style, indent }: SourceEntries): string {
  if (style === "flow") return JSON.stringify(value);
  return `${indent}- ${indented(printYaml(value), `${indent}  `)}`;
}

function pair(key: string, value: object, { style, indent }: SourceEntries): string {
  return style === "flow"
    ? `"${key}": ${JSON.stringify(value)}`
    : `${indent}${indented(printYaml({ [key]: value }), indent)}`;
}

/** Every line but the first, which stands where it should, and empty ones. */
function indented(text: string, indent: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}
