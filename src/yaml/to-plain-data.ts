import type { Alias, ParsedNode, Scalar, YAMLMap } from "yaml";
import { isAlias, isMap, isScalar } from "yaml";
import type { PlainData } from "../diagnostics/plain-data.ts";
import type { ConversionMistake } from "./conversion-mistakes.ts";
import {
  cyclicAlias,
  keyWithoutText,
  mergeKey,
  tagMistake,
  tooDeep,
  tooManyValues,
  unknownAlias,
} from "./conversion-mistakes.ts";
import { isMergeKey, keyText } from "./key-text.ts";
import { MAXIMUM_DEPTH, MAXIMUM_VALUES } from "./snapshot.ts";
import type { TextMistake } from "./text-mistake.ts";

export interface Converted {
  /** Undefined where a limit, a merge key or an alias leaves open what the text means. */
  readonly data: PlainData | undefined;
  readonly mistakes: readonly TextMistake[];
}

/**
 * A composed document -> plain data, aliases written out; of a key that stands twice the first counts. Tags are
 * reported and passed over. With `topLevelKeys`, what other keys of the root hold is neither read nor judged.
 */
export function toPlainData(
  root: ParsedNode | null,
  targets: ReadonlyMap<Alias, ParsedNode>,
  topLevelKeys?: readonly string[],
): Converted {
  const state: State = {
    targets,
    topLevelKeys,
    mistakes: [],
    refused: new Set(),
    ancestors: new Set(),
    path: [],
    values: 0,
    isOpen: false,
    isStopped: false,
  };
  const data = convert(root, state);
  return { data: state.isOpen ? undefined : data, mistakes: state.mistakes };
}

interface State {
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  readonly topLevelKeys: readonly string[] | undefined;
  readonly mistakes: TextMistake[];
  /** What is reported already: an anchor's content is converted once for each alias. */
  readonly refused: Set<ParsedNode>;
  readonly ancestors: Set<ParsedNode>;
  readonly path: (string | number)[];
  values: number;
  /** Whether something of unknown meaning was met. */
  isOpen: boolean;
  /** Whether a limit was passed, so that nothing more is converted. */
  isStopped: boolean;
}

function convert(node: ParsedNode | null, state: State): PlainData {
  if (node === null || state.isStopped) return null;
  state.values++;
  if (state.values > MAXIMUM_VALUES) return stop(tooManyValues(), node, state);
  if (isAlias(node)) return convertAlias(node, state);
  if (node.tag !== undefined) refuse(tagMistake(node.tag), node, state);
  if (isScalar(node)) return scalarValue(node);
  if (state.ancestors.size >= MAXIMUM_DEPTH) return stop(tooDeep(), node, state);
  state.ancestors.add(node);
  const data = isMap(node) ? convertMap(node, state) : convertList(node.items, state);
  state.ancestors.delete(node);
  return data;
}

function convertAlias(alias: Alias.Parsed, state: State): PlainData {
  const target = state.targets.get(alias);
  if (target !== undefined && !state.ancestors.has(target)) return convert(target, state);
  state.isOpen = true;
  refuse(target === undefined ? unknownAlias(alias) : cyclicAlias(alias), alias, state);
  return null;
}

function scalarValue({ value }: Scalar.Parsed): PlainData {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    default:
      return null;
  }
}

function convertList(items: readonly ParsedNode[], state: State): PlainData {
  const list: PlainData[] = [];
  for (const [index, item] of items.entries()) {
    if (state.isStopped) break;
    state.path.push(index);
    list.push(convert(item, state));
    state.path.pop();
  }
  return list;
}

function convertMap(map: YAMLMap.Parsed, state: State): PlainData {
  const object: Record<string, PlainData> = {};
  const chosen = state.path.length === 0 ? state.topLevelKeys : undefined;
  for (const { key, value } of map.items) {
    if (state.isStopped) break;
    const text = convertKey(key, chosen, state);
    if (text === undefined || Object.hasOwn(object, text)) continue;
    state.path.push(text);
    define(object, text, convert(value, state));
    state.path.pop();
  }
  return object;
}

/** The text of a key, or undefined for one that is refused or not chosen. */
function convertKey(
  key: ParsedNode,
  chosen: readonly string[] | undefined,
  state: State,
): string | undefined {
  if (isMergeKey(key)) {
    state.isOpen = true;
    refuse(mergeKey(), key, state);
    return undefined;
  }
  const text = keyText(key);
  if (chosen !== undefined && (text === undefined || !chosen.includes(text))) return undefined;
  if (text === undefined) refuse(keyWithoutText(key), key, state);
  else if (key.tag !== undefined) refuse(tagMistake(key.tag), key, state);
  return text;
}

/** Assigning to `__proto__` would set the prototype. */
function define(object: Record<string, PlainData>, key: string, value: PlainData): void {
  if (key !== "__proto__") object[key] = value;
  else {
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

function refuse(mistake: ConversionMistake, node: ParsedNode, state: State): void {
  if (state.refused.has(node)) return;
  state.refused.add(node);
  const [start, end] = node.range;
  state.mistakes.push({ ...mistake, start, end, path: [...state.path] });
}

function stop(mistake: ConversionMistake, node: ParsedNode, state: State): null {
  state.isOpen = true;
  state.isStopped = true;
  refuse(mistake, node, state);
  return null;
}
