import type { DocumentName } from "../diagnostics/diagnostic.ts";
import { showText } from "../diagnostics/show.ts";
import type { Dialect } from "./dialect.ts";
import { isMergeKey, keyText } from "./key-text.ts";
import type { TextMistake } from "./text-mistake.ts";
import { MAXIMUM_MISTAKES } from "./text-mistake.ts";
import type { Alias, ParsedNode, YAMLMap } from "./yaml-package.ts";
import { isAlias, isMap, isSeq } from "./yaml-package.ts";

/** What one walk over a whole document finds, parts that nobody reads included. */
export interface Survey {
  /** What an alias stands for: the last node before it with its anchor. An alias without one is not there. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  /** Keys that stand in their object already; Go's readers take those. */
  readonly mistakes: readonly TextMistake[];
}

/** The package would compare each key with every other one of its object; this takes linear time. */
export function surveyNodes(
  root: ParsedNode | null,
  document: DocumentName,
  dialect: Dialect,
): Survey {
  const state: State = {
    document,
    dialect,
    targets: new Map(),
    mistakes: [],
    anchors: new Map(),
    path: [],
  };
  visit(root, state);
  return state;
}

interface State extends Survey {
  readonly document: DocumentName;
  readonly dialect: Dialect;
  readonly targets: Map<Alias, ParsedNode>;
  readonly mistakes: TextMistake[];
  readonly anchors: Map<string, ParsedNode>;
  readonly path: (string | number)[];
}

function visit(node: ParsedNode | null, state: State): void {
  if (node === null) return;
  if (isAlias(node)) {
    const target = state.anchors.get(node.source);
    if (target !== undefined) state.targets.set(node, target);
    return;
  }
  if (node.anchor !== undefined) state.anchors.set(node.anchor, node);
  if (isMap(node)) visitPairs(node, state);
  else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) visitAt(index, item, state);
  }
}

function visitPairs(map: YAMLMap.Parsed, state: State): void {
  const keys = new Set<string>();
  for (const { key, value } of map.items) {
    visit(key, state);
    const text = keyText(key);
    if (text === undefined || isMergeKey(key)) {
      visit(value, state);
    } else {
      if (keys.has(text) && state.dialect !== "manifest") refuseSecond(text, key, state);
      keys.add(text);
      visitAt(text, value, state);
    }
  }
}

function visitAt(step: string | number, node: ParsedNode | null, state: State): void {
  state.path.push(step);
  visit(node, state);
  state.path.pop();
}

function refuseSecond(text: string, key: ParsedNode, state: State): void {
  if (state.mistakes.length >= MAXIMUM_MISTAKES) return;
  const { document } = state;
  const path = [...state.path, text];
  state.mistakes.push({
    code: "duplicate-key",
    start: key.range[0],
    end: key.range[1],
    path,
    message: `The key ${showText(text)} appears more than once in its object.`,
    hint: "Keep only one of them.",
    related: [{ document, path, message: "the first one is here" }],
  });
}
