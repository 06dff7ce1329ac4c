import type { DocumentName, Finding } from "../diagnostics/diagnostic.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { hasMembers, isPlainObject } from "../diagnostics/plain-data.ts";
import {
  MAXIMUM_DEPTH,
  MAXIMUM_ENTRIES,
  MAXIMUM_KEY_UNITS,
  MAXIMUM_TEXT_UNITS,
  MAXIMUM_VALUES,
} from "./data-limits.ts";
import type { Refusal } from "./snapshot-refusals.ts";
import {
  cycle,
  instance,
  noLength,
  notData,
  prototypeKey,
  tooDeep,
  tooLongKey,
  tooLongText,
  tooManyEntries,
  tooManyValues,
  unreadable,
} from "./snapshot-refusals.ts";

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
 * With `only` other keys of the root are passed over. Never throws. `undefined` members count as left out; -0 is 0.
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
    isPolluted: hasMembers(Object.prototype),
  };
  const otherKeys: string[] = [];
  const data = copyWhole(input, state, only && { only, otherKeys });
  return { data: state.isStopped ? undefined : data, findings: state.findings, otherKeys };
}

interface State {
  readonly document: DocumentName;
  readonly findings: Finding[];
  /** The steps to the current value, as many as its depth; what follows is out of date. */
  readonly path: (string | number)[];
  /** The objects and lists around it, as many as its depth. */
  readonly ancestors: object[];
  values: number;
  /** Whether the whole cannot be copied. */
  isStopped: boolean;
  /** Whether every object inherits members. */
  readonly isPolluted: boolean;
}

/** Which keys of the root count, and where the others are noted. */
interface Chosen {
  readonly only: readonly string[];
  readonly otherKeys: string[];
}

function copyWhole(
  input: unknown,
  state: State,
  chosen: Chosen | undefined,
): PlainData | undefined {
  try {
    return chosen !== undefined && isPlainObject(input)
      ? copyMembers(input, 0, state, chosen)
      : copy(input, 0, state);
  } catch {
    return stop(unreadable(), 0, state);
  }
}

function copy(value: unknown, depth: number, state: State): PlainData | undefined {
  if (typeof value === "string") {
    return value.length > MAXIMUM_TEXT_UNITS ? refuse(tooLongText(value), depth, state) : value;
  }
  if (typeof value === "number") return value + 0;
  if (typeof value === "boolean" || value === undefined || value === null) return value;
  if (typeof value !== "object") return refuse(notData(value), depth, state);
  for (let index = 0; index < depth; index++) {
    if (state.ancestors[index] === value) return refuse(cycle(), depth, state);
  }
  // A path of 64 steps helps nobody: its beginning names the place.
  if (depth >= MAXIMUM_DEPTH) return stop(tooDeep(), 8, state);
  if (isPlainObject(value)) return copyMembers(value, depth, state);
  return Array.isArray(value) ? copyList(value, depth, state) : undefined;
}

function copyList(list: readonly unknown[], depth: number, state: State): PlainData | undefined {
  const result: PlainData[] = [];
  let readTo = depth;
  try {
    const { length } = list;
    // A proxy can lie about its length, and one that is no number would switch the limits off.
    if (!Number.isSafeInteger(length)) return refuse(noLength(), depth, state);
    if (length > MAXIMUM_ENTRIES) return refuseEntries(length, "entries", depth, state);
    state.values += length;
    if (state.values > MAXIMUM_VALUES) return stop(tooManyValues(), depth, state);
    state.ancestors[depth] = list;
    readTo = depth + 1;
    for (let index = 0; index < length; index++) {
      state.path[depth] = index;
      result.push(copy(list[index], depth + 1, state) ?? null);
      if (state.isStopped) return undefined;
    }
    return result;
  } catch {
    return stop(unreadable(), readTo, state);
  }
}

function copyMembers(
  object: { readonly [key: string]: unknown },
  depth: number,
  state: State,
  chosen?: Chosen,
): PlainData | undefined {
  const result: Record<string, PlainData> = {};
  const found = state.findings.length;
  let readTo = depth;
  try {
    const prototype: unknown = Object.getPrototypeOf(object);
    if (isInstance(prototype)) return refuse(instance(), depth, state);
    const inherits = prototype !== null && (prototype !== Object.prototype || state.isPolluted);
    state.ancestors[depth] = object;
    let entries = 0;
    for (const key in object) {
      if (inherits && !Object.hasOwn(object, key)) continue;
      if (chosen !== undefined && !chosen.only.includes(key)) {
        if (chosen.otherKeys.length < MAXIMUM_ENTRIES) chosen.otherKeys.push(key);
        continue;
      }
      if (++entries > MAXIMUM_ENTRIES) {
        // What was found in an object that is refused itself is not told.
        state.findings.length = found;
        return refuseEntries(Object.keys(object).length, "keys", depth, state);
      }
      if (++state.values > MAXIMUM_VALUES) return stop(tooManyValues(), depth, state);
      if (key.length > MAXIMUM_KEY_UNITS) {
        refuse(tooLongKey(key), depth, state);
        continue;
      }
      state.path[depth] = key;
      readTo = depth + 1;
      if (key === "__proto__") {
        refuse(prototypeKey(), depth + 1, state);
        continue;
      }
      const value = object[key];
      // What was refused leaves its key behind: it was there, and the keys tell the forms of config apart.
      if (value !== undefined) result[key] = copy(value, depth + 1, state) ?? null;
      if (state.isStopped) return undefined;
    }
    return result;
  } catch {
    return stop(unreadable(), readTo, state);
  }
}

/** Another realm's Object.prototype is not ours, but has no prototype either. */
function isInstance(prototype: unknown): boolean {
  if (prototype === null || prototype === Object.prototype) return false;
  return Object.getPrototypeOf(prototype) !== null;
}

function refuseEntries(
  actual: number,
  noun: "entries" | "keys",
  depth: number,
  state: State,
): undefined {
  return refuse(tooManyEntries(actual, noun, state.path[depth - 1]), depth, state);
}

/** Notes what is said of the whole, and copies nothing more. */
function stop(refusal: Refusal, depth: number, state: State): undefined {
  state.isStopped = true;
  return refuse(refusal, depth, state);
}

/** Notes what is said of the value at the end of so many steps, which is left out. */
function refuse({ code, message, hint }: Refusal, depth: number, state: State): undefined {
  state.findings.push({
    code,
    document: state.document,
    path: state.path.slice(0, depth),
    ...(code === "unknown-field" ? { target: "key" } : {}),
    message,
    hint,
  });
  return undefined;
}
