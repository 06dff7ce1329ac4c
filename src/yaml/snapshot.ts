import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { DocumentName, Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { formatCount, showValue } from "../diagnostics/show.ts";

/** Levels of nesting; the deepest field of either document stands at 6. */
export const MAXIMUM_DEPTH = 64;
/** Entries of one list or one object. A thousand worker groups come near the size that etcd stores. */
export const MAXIMUM_ENTRIES = 1_000;
/** Values in one document. */
export const MAXIMUM_VALUES = 100_000;
/** UTF-16 units of one string: the size that Kubernetes allows all annotations of an object together. */
export const MAXIMUM_TEXT_UNITS = 262_144;

/** UTF-16 units of one key; the longest that Kubernetes takes, a label's with its domain, has 317. */
const MAXIMUM_KEY_UNITS = 1_000;

export interface Snapshot {
  /** A fresh, bounded copy; undefined where the whole could not be read. */
  readonly data: PlainData | undefined;
  readonly findings: readonly Finding[];
  /** The top-level keys beside the chosen ones. */
  readonly otherKeys: readonly string[];
}

/**
 * Copies untrusted input once, so that nothing later can change under the compiler: getters run once, cycles, classes,
 * functions and what is too long are reported and left out; where the whole is too deep or too large there is no copy.
 * Never throws. `undefined` members count as left out; -0 is 0.
 */
export function snapshot(
  input: unknown,
  document: DocumentName,
  only?: readonly string[],
): Snapshot {
  const state: State = {
    document,
    findings: [],
    path: [],
    ancestors: [],
    values: 0,
    isStopped: false,
  };
  try {
    const data = only === undefined ? copy(input, state) : copyEntries(input, only, state);
    return {
      data: state.isStopped ? undefined : data,
      findings: state.findings,
      otherKeys: only === undefined ? [] : keysBeside(only, input),
    };
  } catch {
    notPlain("This value could not be read: a getter or a proxy threw.", state);
    return { data: undefined, findings: state.findings, otherKeys: [] };
  }
}

function keysBeside(chosen: readonly string[], input: unknown): readonly string[] {
  if (!isPlainObject(input)) return [];
  const others: string[] = [];
  for (const key of Object.keys(input).slice(0, MAXIMUM_ENTRIES)) {
    if (!chosen.includes(key)) others.push(key);
  }
  return others;
}

interface State {
  readonly document: DocumentName;
  readonly findings: Finding[];
  readonly path: (string | number)[];
  readonly ancestors: object[];
  values: number;
  /** Whether a limit on the whole was passed, so that nothing more is copied. */
  isStopped: boolean;
}

/** The chosen keys of the root; anything but a plain object is copied whole, to be refused. */
function copyEntries(input: unknown, only: readonly string[], state: State): PlainData | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input) || isInstance(input)) {
    return copy(input, state);
  }
  const chosen: Record<string, unknown> = {};
  for (const key of only) {
    if (Object.hasOwn(input, key)) chosen[key] = Reflect.get(input, key);
  }
  return copy(chosen, state);
}

function copy(value: unknown, state: State): PlainData | undefined {
  if (typeof value === "string") {
    return value.length > MAXIMUM_TEXT_UNITS ? tooLongText(value, state) : value;
  }
  if (typeof value === "number") return value + 0;
  if (typeof value === "boolean" || value === undefined || value === null) return value;
  if (typeof value === "object") return state.isStopped ? undefined : copyObject(value, state);
  const message = `This value is ${showValue(value)}, but only plain data can be compiled.`;
  return notPlain(message, state);
}

function copyObject(value: object, state: State): PlainData | undefined {
  for (const ancestor of state.ancestors) {
    if (ancestor === value) return notPlain("This value contains itself.", state);
  }
  if (state.ancestors.length >= MAXIMUM_DEPTH) return tooDeep(state);
  state.ancestors.push(value);
  const result = Array.isArray(value) ? copyList(value, state) : copyMembers(value, state);
  state.ancestors.pop();
  return result;
}

function copyList(list: readonly unknown[], state: State): PlainData | undefined {
  const { length } = list;
  // A proxy can lie about its length, and one that is no number would switch the limits off.
  if (!Number.isSafeInteger(length)) return notPlain("This list has no length.", state);
  if (!countValues(length, "entries", state)) return undefined;
  const result: PlainData[] = [];
  for (let index = 0; index < length; index++) {
    state.path.push(index);
    result.push(copy(list[index], state) ?? null);
    state.path.pop();
  }
  return result;
}

function copyMembers(object: object, state: State): PlainData | undefined {
  if (isInstance(object)) {
    const message = "This value is an instance of a class, but only plain objects can be compiled.";
    return notPlain(message, state);
  }
  const keys = Object.keys(object);
  if (!countValues(keys.length, "keys", state)) return undefined;
  const result: Record<string, PlainData> = {};
  for (const key of keys) {
    if (key.length > MAXIMUM_KEY_UNITS) {
      const most = formatCount(MAXIMUM_KEY_UNITS);
      const message = `A key here is ${formatCount(key.length)} characters long; at most ${most} are allowed.`;
      refuse(state, "input-limit", message, "Shorten it.");
      continue;
    }
    state.path.push(key);
    if (key === "__proto__") {
      const message = `No field, label or annotation can have the key "${key}".`;
      refuse(state, "unknown-field", message, "Remove it.");
    } else {
      const value: unknown = Reflect.get(object, key);
      // What was refused leaves its key behind: it was there, and the keys tell the forms of config apart.
      if (value !== undefined) result[key] = copy(value, state) ?? null;
    }
    state.path.pop();
  }
  return result;
}

/** Another realm's Object.prototype is not ours, but has no prototype either. */
function isInstance(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype === null || prototype === Object.prototype) return false;
  return Object.getPrototypeOf(prototype) !== null;
}

function countValues(added: number, noun: string, state: State): boolean {
  state.values += added;
  if (added > MAXIMUM_ENTRIES) {
    const [actual, most] = [formatCount(added), formatCount(MAXIMUM_ENTRIES)];
    const message = `There are ${actual} ${noun} here; at most ${most} are allowed.`;
    const hint =
      state.path.at(-1) === "scaling_groups"
        ? "Write fewer: one group of equal workers can have any number of them."
        : "Write fewer.";
    refuse(state, "input-limit", message, hint);
    return false;
  }
  if (state.values > MAXIMUM_VALUES) {
    state.isStopped = true;
    const message = `The document has more than ${formatCount(MAXIMUM_VALUES)} values.`;
    refuse(state, "input-limit", message, "Write a smaller document.");
    return false;
  }
  return true;
}

function tooLongText(text: string, state: State): undefined {
  const [actual, most] = [formatCount(text.length), formatCount(MAXIMUM_TEXT_UNITS)];
  const message = `This text is ${actual} characters long; at most ${most} are allowed.`;
  return refuse(state, "input-limit", message, "Shorten it.");
}

function tooDeep(state: State): undefined {
  state.isStopped = true;
  const message = `This value is nested deeper than ${MAXIMUM_DEPTH} levels.`;
  return refuse(state, "input-limit", message, "Nest it less deeply.", shorten(state.path));
}

/** A path of 64 steps helps nobody: its beginning names the place. */
function shorten(path: Path): Path {
  return path.slice(0, 8);
}

function notPlain(message: string, state: State): undefined {
  const hint = "Pass only objects, lists, strings, numbers, booleans and null, as in JSON.";
  return refuse(state, "not-plain-data", message, hint);
}

/** Notes a finding at the current place and leaves the value out. */
function refuse(
  state: State,
  code: DiagnosticCode,
  message: string,
  hint: string,
  path?: Path,
): undefined {
  state.findings.push({
    code,
    document: state.document,
    path: path ?? [...state.path],
    ...(code === "unknown-field" ? { target: "key" } : {}),
    message,
    hint,
  });
  return undefined;
}
