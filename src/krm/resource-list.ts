import { showText, showValue } from "../diagnostics/show.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";
import { compose } from "../yaml/compose.ts";
import { keyText } from "../yaml/key-text.ts";
import { surveyNodes } from "../yaml/survey-nodes.ts";
import { manifestLimits } from "../yaml/text-limits.ts";
import type { TextMistake } from "../yaml/text-mistake.ts";
import type { TextRanges } from "../yaml/text-ranges.ts";
import { createTextRanges } from "../yaml/text-ranges.ts";
import type { Alias, ParsedNode, YAMLMap } from "../yaml/yaml-package.ts";
import { isMap, isScalar, isSeq } from "../yaml/yaml-package.ts";
import type { KrmResult } from "./krm-result.ts";
import type { Resource } from "./resource.ts";
import { member, resourceOf, textOf } from "./resource.ts";
import type { SourceEntries } from "./source-entries.ts";
import { sourceEntries } from "./source-entries.ts";

/** A ResourceList and where its parts stand in its text. */
export interface ResourceList {
  /** What was read; it ends with a line break. */
  readonly text: string;
  readonly ranges: TextRanges;
  readonly root: YAMLMap.Parsed;
  /** What the aliases of the whole list stand for. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  readonly rootEntries: SourceEntries;
  /** Undefined for items that are no resources; they are passed on all the same. */
  readonly items: readonly (Resource | undefined)[];
  /** Undefined where there are no items. */
  readonly itemEntries: SourceEntries | undefined;
  /** The resource that configures the function; undefined if there is none. */
  readonly functionConfig: Resource | undefined;
}

export type ResourceListRead =
  | { readonly ok: true; readonly list: ResourceList }
  | { readonly ok: false; readonly results: readonly KrmResult[] };

export const RESOURCE_LIST_API_VERSION = "config.kubernetes.io/v1";
export const RESOURCE_LIST_KIND = "ResourceList";

/**
 * Reads a ResourceList in YAML or JSON. Of its items it judges nothing but the syntax: they may hold tags, anchors,
 * numbers of any size and whatever else there is in YAML. Never throws.
 */
export function readResourceList(document: TextDocument): ResourceListRead {
  const text = document.text.endsWith("\n") ? document.text : `${document.text}\n`;
  const composed = composeList(text);
  const ranges = createTextRanges({ file: "", text });
  if (!composed.ok) return failed(composed.mistakes.map((mistake) => located(mistake, ranges)));
  const { root } = composed;
  if (!isMap(root)) return failed([invalid("Standard input is not a ResourceList.", EXPECTED)]);
  const mistakes = [...envelopeMistakes(root), ...partMistakes(root)];
  if (mistakes.length > 0) return failed(mistakes);

  const itemsNode = member(root, "items");
  const items = isSeq(itemsNode) ? itemsNode : undefined;
  const rootEntries = sourceEntries(root, text);
  const itemEntries = items === undefined ? undefined : sourceEntries(items, text);
  const isUnusual =
    root.anchor !== undefined ||
    rootEntries === undefined ||
    (items !== undefined && itemEntries === undefined);
  if (isUnusual) {
    return failed([invalid("The layout of the ResourceList cannot be kept.", LAYOUT_HINT)]);
  }
  return {
    ok: true,
    list: {
      text,
      ranges,
      root,
      targets: surveyNodes(root, "request", "request").targets,
      rootEntries,
      items: (items?.items ?? []).map((item) => resourceOf(item)),
      itemEntries,
      functionConfig: resourceOf(member(root, "functionConfig")),
    },
  };
}

const EXPECTED = `A function reads {apiVersion: ${RESOURCE_LIST_API_VERSION}, kind: ${RESOURCE_LIST_KIND}, items: [...]}.`;
const LAYOUT_HINT = "Put every key and every item on its own line, or write JSON.";
const API_VERSIONS: readonly string[] = [
  RESOURCE_LIST_API_VERSION,
  `${RESOURCE_LIST_API_VERSION}beta1`,
];

type Composed =
  | { readonly ok: true; readonly root: ParsedNode | null }
  | { readonly ok: false; readonly mistakes: readonly TextMistake[] };

function composeList(text: string): Composed {
  const [document] = compose(text, {
    dialect: "request",
    limits: manifestLimits,
    documents: "one",
    keepSourceTokens: true,
  });
  const mistakes = [...(document?.syntax ?? []), ...(document?.unsupported ?? [])];
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, root: document?.root ?? null };
}

function envelopeMistakes(root: YAMLMap.Parsed): readonly KrmResult[] {
  const [apiVersion, kind] = [textOf(member(root, "apiVersion")), textOf(member(root, "kind"))];
  const repeated = firstRepeated(root.items.map(({ key }) => keyText(key)));
  return [
    ...(kind === RESOURCE_LIST_KIND ? [] : [invalid(`The kind is ${shown(kind)}.`, EXPECTED)]),
    ...(apiVersion !== undefined && API_VERSIONS.includes(apiVersion)
      ? []
      : [invalid(`The apiVersion is ${shown(apiVersion)}.`, EXPECTED)]),
    ...(repeated === undefined
      ? []
      : [
          invalid(
            `The key ${showText(repeated)} appears more than once.`,
            "Keep only one of them.",
          ),
        ]),
  ];
}

function partMistakes(root: YAMLMap.Parsed): readonly KrmResult[] {
  const [items, config] = [member(root, "items"), member(root, "functionConfig")];
  return [
    ...(isSeq(items) || isNothing(items) ? [] : [invalid("The items are not a list.", EXPECTED)]),
    ...(isNothing(config) || resourceOf(config) !== undefined
      ? []
      : [invalid("The functionConfig has no apiVersion and kind.", "Add apiVersion and kind.")]),
  ];
}

function isNothing(node: ParsedNode | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function firstRepeated(names: readonly (string | undefined)[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => name !== undefined && (seen.has(name) || !seen.add(name)));
}

function shown(text: string | undefined): string {
  return text === undefined ? "missing or not a string" : showValue(text);
}

function located({ code, start, end, message, hint }: TextMistake, ranges: TextRanges): KrmResult {
  const { line, column } = ranges.firstLine(start, end).start;
  return {
    message: `Line ${line}, column ${column}: ${message} ${hint}`,
    severity: "error",
    tags: { code },
  };
}

function invalid(message: string, hint: string): KrmResult {
  return { message: `${message} ${hint}`, severity: "error", tags: { code: "wrong-type" } };
}

function failed(results: readonly KrmResult[]): ResourceListRead {
  return { ok: false, results };
}
