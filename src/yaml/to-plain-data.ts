import type { PlainData } from "../diagnostics/plain-data.ts";
import type { ConversionMistake } from "./conversion-mistakes.ts";
import {
  cyclicAlias,
  jsonEscape,
  keyBeyondText,
  keyWithoutText,
  mergeKey,
  mergeOfNoMap,
  tagMistake,
  tooDeep,
  tooManyValues,
  unknownAlias,
} from "./conversion-mistakes.ts";
import type { Dialect } from "./dialect.ts";
import { foreignSpaceOfKey } from "./foreign-spaces.ts";
import type { JsonText } from "./is-json.ts";
import { isMergeKey } from "./key-text.ts";
import { readKey, readScalar } from "./scalar-reading.ts";
import { repeatedKey, surprisingKey, surprisingValue } from "./surprises.ts";
import type { TextLimits } from "./text-limits.ts";
import type { TextMistake } from "./text-mistake.ts";
import type { Alias, ParsedNode, Scalar, YAMLMap } from "./yaml-package.ts";
import { isAlias, isMap, isScalar, isSeq } from "./yaml-package.ts";

export interface Converted {
  /**
   * Undefined where a limit, a merge key or an alias leaves open what the text means, and in the dialect of manifests
   * wherever there is a mistake, since Go's readers then read nothing.
   */
  readonly data: PlainData | undefined;
  readonly mistakes: readonly TextMistake[];
  /** What is read, though not everybody expects how. */
  readonly surprises: readonly TextMistake[];
}

export interface ConvertOptions {
  readonly text: JsonText;
  readonly dialect: Dialect;
  readonly limits: TextLimits;
  /** What an alias stands for. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  /** With these, what other keys of the root hold is neither read nor judged. */
  readonly topLevelKeys?: readonly string[] | undefined;
}

/**
 * A composed document -> plain data, aliases written out. In requests the first of two equal keys counts and tags are
 * reported and ignored; in manifests the last one counts, and tags and merge keys do what they do for Go's readers.
 */
export function toPlainData(root: ParsedNode | null, options: ConvertOptions): Converted {
  const state: State = {
    ...options,
    mistakes: [],
    surprises: [],
    noted: new Set(),
    ancestors: new Set(),
    path: [],
    values: 0,
    isOpen: false,
    isStopped: false,
  };
  const data = convert(root, state);
  const { mistakes, surprises } = state;
  const isOpen = state.isOpen || (options.dialect === "manifest" && mistakes.length > 0);
  return { data: isOpen ? undefined : data, mistakes, surprises };
}

interface State extends ConvertOptions {
  readonly mistakes: TextMistake[];
  readonly surprises: TextMistake[];
  /** What is reported already: an anchor's content is converted once for each alias. */
  readonly noted: Set<ParsedNode>;
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
  if (state.values > state.limits.values) return stop(tooManyValues(state.limits), node, state);
  if (isAlias(node)) {
    const target = targetOf(node, state);
    return target === undefined ? null : convert(target, state);
  }
  if (node.tag !== undefined && state.dialect !== "manifest") {
    refuse(tagMistake(node.tag), node, state);
  }
  if (isScalar(node)) return convertScalar(node, state);
  if (state.ancestors.size >= state.limits.depth) return stop(tooDeep(state.limits), node, state);
  state.ancestors.add(node);
  const data = isMap(node) ? convertMap(node, state) : convertList(node.items, state);
  state.ancestors.delete(node);
  return data;
}

/** What an alias stands for; undefined for one that stands for nothing, which is noted. */
function targetOf(alias: Alias.Parsed, state: State): ParsedNode | undefined {
  const target = state.targets.get(alias);
  if (target !== undefined && !state.ancestors.has(target)) return target;
  state.isOpen = true;
  refuse(target === undefined ? unknownAlias(alias) : cyclicAlias(alias), alias, state);
  return undefined;
}

function convertScalar(node: Scalar.Parsed, state: State): PlainData {
  const { dialect } = state;
  const { value, mistake } = readScalar(node, dialect);
  if (mistake !== undefined) refuse(mistake, node, state);
  if (dialect === "manifest" && hasJsonEscape(node, state.text)) refuse(jsonEscape(), node, state);
  note(surprisingValue(node, dialect, state.path.at(-1)), node, state);
  return value;
}

/** Whether a text in double quotes has an escape that JSON alone allows: of a slash, or of a surrogate. */
function hasJsonEscape(
  { source, type, range }: Scalar.Parsed,
  { text, isJson }: JsonText,
): boolean {
  if (type !== "QUOTE_DOUBLE" || !ESCAPABLE.test(source)) return false;
  return JSON_ESCAPE.test(text.slice(range[0], range[1])) && !isJson();
}

const ESCAPABLE = /[/\ud800-\udfff]/;
const JSON_ESCAPE = /(?<!\\)(?:\\\\)*\\(?:\/|u[dD][89a-fA-F])/;

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
  const isManifest = state.dialect === "manifest";
  const own = new Set<string>();
  for (const { key, value } of map.items) {
    if (state.isStopped) break;
    if (isManifest && isMergeKey(key)) {
      merge(object, value, state);
      continue;
    }
    const text = convertKey(key, chosen, state);
    if (text === undefined) continue;
    if (own.has(text)) {
      if (!isManifest) continue;
      note(repeatedKey(text), key, state, text);
    }
    own.add(text);
    state.path.push(text);
    define(object, text, convert(value, state));
    state.path.pop();
  }
  return object;
}

/** As go-yaml 2 merges: in the order of the text, so that a merge key overrides what stands before it. */
function merge(
  object: Record<string, PlainData>,
  value: ParsedNode | null,
  state: State,
  isInList = false,
): void {
  const node = isAlias(value) ? targetOf(value, state) : value;
  if (node === undefined) return;
  if (isMap(node)) {
    const merged = convert(node, state);
    for (const [key, member] of Object.entries(merged ?? {})) define(object, key, member);
  } else if (isSeq(node) && !isInList && !isAlias(value)) {
    // Of several the first one wins.
    for (const item of node.items.toReversed()) merge(object, item, state, true);
  } else if (value !== null) {
    refuse(mergeOfNoMap(), value, state);
  } else {
    state.isOpen = true;
  }
}

/** The text of a key, or undefined for one that is refused or not chosen. */
function convertKey(
  key: ParsedNode,
  chosen: readonly string[] | undefined,
  state: State,
): string | undefined {
  if (state.dialect !== "manifest" && isMergeKey(key)) {
    state.isOpen = true;
    refuse(mergeKey(), key, state);
    return undefined;
  }
  const foreign = isScalar(key) && key.type === "PLAIN" ? foreignSpaceOfKey(key.source) : undefined;
  if (foreign !== undefined) {
    state.isOpen = true;
    refuse(foreign, key, state);
    return undefined;
  }
  const text = readKey(key, state.dialect, state.targets);
  if (chosen !== undefined && (text === undefined || !chosen.includes(text))) return undefined;
  if (text === undefined) {
    const isBeyond = state.dialect === "manifest" && isScalar(key);
    refuse(isBeyond ? keyBeyondText() : keyWithoutText(key), key, state);
    return undefined;
  }
  if (key.tag !== undefined && state.dialect !== "manifest") {
    refuse(tagMistake(key.tag), key, state);
  }
  if (isScalar(key) && state.dialect === "manifest" && hasJsonEscape(key, state.text)) {
    refuse(jsonEscape(), key, state);
  }
  note(surprisingKey(key, state.dialect), key, state, text);
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
  if (state.noted.has(node)) return;
  state.noted.add(node);
  const [start, end] = node.range;
  state.mistakes.push({ ...mistake, start, end, path: [...state.path] });
}

/** Notes a surprise at the current place, or at a key of it. */
function note(
  surprise: ConversionMistake | undefined,
  node: ParsedNode,
  state: State,
  key?: string,
): void {
  if (surprise === undefined || state.noted.has(node)) return;
  state.noted.add(node);
  const [start, end] = node.range;
  const path = key === undefined ? [...state.path] : [...state.path, key];
  state.surprises.push({ ...surprise, start, end, path });
}

function stop(mistake: ConversionMistake, node: ParsedNode, state: State): null {
  state.isOpen = true;
  state.isStopped = true;
  refuse(mistake, node, state);
  return null;
}
