import type { Finding, Source, SourceRange, Target } from "../diagnostics/diagnostic.ts";
import { errorsAmong } from "../diagnostics/errors-among.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { count, showValue } from "../diagnostics/show.ts";
import { didYouMean } from "../diagnostics/suggest.ts";

/** What a law of layering decides. */
export interface LayeringOptions {
  /** The lists, by their paths, whose entries have names. A list over one of them changes the entries that it names. */
  readonly namedLists?: readonly string[] | undefined;
  /** The name of an entry without one, by its place. */
  readonly defaultName?: ((index: number) => string) | undefined;
}

/**
 * A document with others laid over it, the last on top. Maps merge at every depth, everything else replaces, and null
 * removes. Entries of named lists merge by name: a list of entries that all have names changes those and appends new ones;
 * a map changes entries by name or by index, and null removes one.
 * The source that comes back knows for each path the layer that decided it, so that a finding points into the text of
 * that layer; a finding about what a layer removed points at its null.
 */
export function layerDocuments(
  base: Source,
  layers: readonly Source[],
  options: LayeringOptions = {},
): Source {
  if (layers.length === 0) return base;
  const state: State = { options, findings: [] };
  let merged: Node = { source: base, path: [], data: base.data ?? null };
  for (const source of layers) {
    state.findings.push(...source.findings.map((finding) => placed(finding, source)));
    const { data } = source;
    if (data === undefined || data === null) continue;
    if (isPlainObject(data)) merged = lay(merged, { source, path: [], data }, [], state);
    else state.findings.push(noObject(source, data));
  }
  return {
    ...base,
    data: [base, ...layers].some(isLost) ? undefined : dataOf(merged),
    findings: [...base.findings, ...state.findings],
    rangeOf: (path, target) => rangeIn(merged, path, target),
  };
}

/** Paths lead into the merged document, where those of a layer may mean something else. */
function placed(finding: Finding, { rangeOf }: Source): Finding {
  const range = finding.range ?? rangeOf?.(finding.path, finding.target ?? "value");
  return range === undefined ? finding : { ...finding, range };
}

/** Without one of its layers a document would lack what that layer has, and nobody wants to hear that. */
function isLost({ data, findings }: Source, index: number): boolean {
  if (data === undefined) return index === 0 || errorsAmong(findings).length > 0;
  return index > 0 && data !== null && !isPlainObject(data);
}

interface State {
  readonly options: LayeringOptions;
  readonly findings: Finding[];
}

/** A value and the layer that it comes from. */
interface Node {
  readonly source: Source;
  /** Where it stands in that layer. */
  readonly path: Path;
  /** As the layer has it; what counts are the members or items, where there are any. */
  readonly data: unknown;
  /** Of a map that more than one layer has a part in. */
  readonly members?: ReadonlyMap<string, Node>;
  /** What layers removed from it. */
  readonly removed?: ReadonlyMap<string, Node>;
  /** Of a list whose entries were changed. */
  readonly items?: readonly Node[];
}

/** `upper` has a value, not null, at the same path of the merged document. */
function lay(lower: Node, upper: Node, at: Path, state: State): Node {
  const { data } = upper;
  if (Array.isArray(lower.data)) {
    const isNamed = state.options.namedLists?.includes(formatPath(at)) === true;
    if (isPlainObject(data) && isNamed) return changeItems(lower, upper, at, state);
    if (Array.isArray(data) && isNamed && data.length > 0 && data.every(hasName)) {
      return mergeItems(lower, upper, at, state);
    }
  }
  if (!isPlainObject(data)) return upper;
  // A map over something else replaces it, and null in it removes nothing.
  const isOverMap = isPlainObject(lower.data);
  const start: Node = isOverMap ? lower : { ...upper, data: {}, members: new Map() };
  const members = new Map(membersOf(start));
  const removed = new Map(start.removed);
  for (const [key, member] of membersOf(upper)) {
    const present = members.get(key);
    if (member.data === null) {
      members.delete(key);
      removed.set(key, member);
      continue;
    }
    removed.delete(key);
    const nothing: Node = { ...member, data: null };
    members.set(key, lay(present ?? nothing, member, [...at, key], state));
  }
  return { ...start, members, removed };
}

function membersOf(node: Node): ReadonlyMap<string, Node> {
  if (node.members !== undefined) return node.members;
  const { source, path, data } = node;
  if (!isPlainObject(data)) return new Map();
  return new Map(
    Object.entries(data).map(([key, value]) => [
      key,
      { source, path: [...path, key], data: value },
    ]),
  );
}

function itemsOf(node: Node): readonly Node[] {
  if (node.items !== undefined) return node.items;
  const { source, path, data } = node;
  if (!Array.isArray(data)) return [];
  return data.map((value: unknown, index) => ({ source, path: [...path, index], data: value }));
}

function hasName(entry: unknown): boolean {
  return isPlainObject(entry) && typeof entry.name === "string";
}

/** A list over a named list. */
function mergeItems(lower: Node, upper: Node, at: Path, state: State): Node {
  const items = [...itemsOf(lower)];
  const places = new Map(items.map((item, index) => [nameOf(item, index, state), index]));
  for (const entry of itemsOf(upper)) {
    const place = places.get(nameOf(entry, items.length, state)) ?? items.length;
    const present = items[place];
    if (present === undefined) places.set(nameOf(entry, place, state), place);
    items[place] = lay(present ?? { ...entry, data: null }, entry, [...at, place], state);
  }
  return { ...lower, items };
}

/** A map over a named list. */
function changeItems(lower: Node, upper: Node, at: Path, state: State): Node {
  const items: (Node | undefined)[] = [...itemsOf(lower)];
  const names = itemsOf(lower).map((item, index) => nameOf(item, index, state));
  const places = new Map(names.map((name, index) => [name, index]));
  for (const [key, change] of membersOf(upper)) {
    const place = places.get(key) ?? (INDEX.test(key) ? Number(key) : names.length);
    const present = items[place];
    if (place >= names.length) {
      state.findings.push(noEntry(key, change, at, names));
    } else if (change.data === null) {
      items[place] = undefined;
    } else if (present !== undefined) {
      items[place] = lay(present, change, [...at, place], state);
    }
  }
  return { ...lower, items: items.filter((item) => item !== undefined) };
}

const INDEX = /^(?:0|[1-9][0-9]{0,8})$/;

function nameOf(item: Node, index: number, { options }: State): string {
  const name =
    item.members?.get("name")?.data ?? (isPlainObject(item.data) ? item.data.name : undefined);
  return typeof name === "string" ? name : (options.defaultName?.(index) ?? "");
}

function dataOf(node: Node): unknown {
  const { members, items, data } = node;
  if (members !== undefined) {
    return Object.fromEntries([...members].map(([key, member]) => [key, dataOf(member)]));
  }
  return items === undefined ? data : items.map(dataOf);
}

function rangeIn(root: Node, path: Path, target: Target): SourceRange | undefined {
  let node = root;
  for (const [depth, step] of path.entries()) {
    const gone = node.removed?.get(String(step));
    if (gone !== undefined) return gone.source.rangeOf?.(gone.path, target);
    const child = typeof step === "number" ? node.items?.[step] : node.members?.get(step);
    if (child === undefined) {
      return node.source.rangeOf?.([...node.path, ...path.slice(depth)], target);
    }
    node = child;
  }
  return node.source.rangeOf?.(node.path, target);
}

function noObject({ document, rangeOf }: Source, data: unknown): Finding {
  const range = rangeOf?.([], "value");
  return {
    code: "wrong-type",
    document,
    path: [],
    message: `The patch for the ${document} must be an object, but it is ${showValue(data)}.`,
    hint: "Write only the fields to change, nested as in the whole document.",
    ...(range === undefined ? {} : { range }),
  };
}

function noEntry(key: string, change: Node, at: Path, names: readonly string[]): Finding {
  const { source, path } = change;
  const range = source.rangeOf?.(path, "key");
  const list = formatPath(at);
  const known =
    names.length === 0 ? "It is empty." : `The entries are ${names.slice(0, 20).join(", ")}.`;
  return {
    code: "unknown-field",
    document: source.document,
    path: [...at, key],
    target: "key",
    message: `${list} has no entry ${formatPath([key])}; it has ${count(names.length, "entry", "entries")}.`,
    hint: didYouMean(key, names) ?? known,
    ...(range === undefined ? {} : { range }),
  };
}
