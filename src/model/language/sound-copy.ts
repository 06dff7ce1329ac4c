import { hasMembers } from "../../diagnostics/plain-data.ts";
import {
  MAXIMUM_ENTRIES,
  MAXIMUM_KEY_UNITS,
  MAXIMUM_TEXT_UNITS,
  MAXIMUM_VALUES,
} from "../../yaml/data-limits.ts";
import type { Look } from "./look.ts";
import { accepts } from "./look.ts";

/**
 * The copy that `snapshot` makes of untrusted input, where all of it is sound: copied and looked at in one walk. Undefined
 * where anything is wrong or unusual, such as a key that the schema passes over or an object of another realm: that is for
 * `snapshot` and the schema to judge, which read the input once more. Never throws.
 */
export function soundCopy(look: Look, input: unknown): unknown {
  if (hasMembers(Object.prototype)) return undefined;
  try {
    return copyOf(look, input, { values: 0 });
  } catch {
    return undefined;
  }
}

/** How many values were copied. */
interface Count {
  values: number;
}

type Members = Readonly<Record<string, unknown>>;

function copyOf(look: Look, value: unknown, count: Count): unknown {
  if (value === null && look.takesNull) return null;
  const copy = copyOfKind(look, value, count);
  if (copy === undefined) return undefined;
  const { tests } = look;
  for (let index = 0; index < tests.length; index++) {
    if (tests[index]?.(copy) === false) return undefined;
  }
  return copy;
}

function copyOfKind(look: Look, value: unknown, count: Count): unknown {
  switch (look.kind) {
    case "text":
      return typeof value === "string" && value.length <= MAXIMUM_TEXT_UNITS ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "other": {
      const copy = copyOfPlainData(value, 0, count);
      return copy !== undefined && look.isOfType(copy) ? copy : undefined;
    }
    case "object":
      return isUsual(value) ? copyOfObject(look, value, count) : undefined;
    case "list":
      return Array.isArray(value) ? copyOfList(look.parts[0], value, 0, count) : undefined;
    case "map":
      return isUsual(value) ? copyOfMap(look.parts[0], value, 0, count) : undefined;
    case "union": {
      const form = isUsual(value) ? formOf(look, value) : scalarFormOf(look, value);
      return form === undefined ? undefined : copyOf(form, value, count);
    }
  }
}

/** An object of this realm without a class. */
function isUsual(value: unknown): value is Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function copyOfObject(look: Look, object: Members, count: Count): unknown {
  const copy: Record<string, unknown> = {};
  let missing = look.required;
  let next = look.first;
  for (const key in object) {
    // Most people write fields in the order of the documentation, which is that of the schema.
    const found = next?.key === key ? next : look.members.get(key);
    if (found === undefined || ++count.values > MAXIMUM_VALUES) return undefined;
    next = found.next;
    const value = object[key];
    if (value === undefined) continue;
    const copied = copyOf(found.look, value, count);
    if (copied === undefined) return undefined;
    copy[key] = copied;
    if (found.look.isRequired) missing--;
  }
  return missing === 0 ? copy : undefined;
}

/** `element` says how to look at the items; without one they are plain data at a depth. */
function copyOfList(
  element: Look | undefined,
  list: readonly unknown[],
  depth: number,
  count: Count,
): unknown {
  // Read once: a proxy can lie about it, and another time differently.
  const { length } = list;
  if (!Number.isSafeInteger(length) || length > MAXIMUM_ENTRIES) return undefined;
  count.values += length;
  if (count.values > MAXIMUM_VALUES) return undefined;
  const copy: unknown[] = [];
  for (let index = 0; index < length; index++) {
    const copied = copyOfEntry(element, list[index], depth, count);
    if (copied === undefined) return undefined;
    copy.push(copied);
  }
  return copy;
}

/** The same for a map by free keys. */
function copyOfMap(element: Look | undefined, map: Members, depth: number, count: Count): unknown {
  const copy: Record<string, unknown> = {};
  let entries = 0;
  for (const key in map) {
    if (++entries > MAXIMUM_ENTRIES || ++count.values > MAXIMUM_VALUES) return undefined;
    if (key.length > MAXIMUM_KEY_UNITS || key === "__proto__") return undefined;
    const value = map[key];
    if (value === undefined) continue;
    const copied = copyOfEntry(element, value, depth, count);
    if (copied === undefined) return undefined;
    copy[key] = copied;
  }
  return copy;
}

function copyOfEntry(
  element: Look | undefined,
  value: unknown,
  depth: number,
  count: Count,
): unknown {
  return element === undefined
    ? copyOfPlainData(value, depth, count)
    : copyOf(element, value, count);
}

/** The form that an object has all required members of. */
function formOf({ parts }: Look, object: Members): Look | undefined {
  for (let index = 0; index < parts.length; index++) {
    const form = parts[index];
    if (form?.kind !== "object") continue;
    let missing = form.required;
    for (const key in object) if (form.members.get(key)?.look.isRequired === true) missing--;
    if (missing === 0) return form;
  }
  return undefined;
}

/** The form of what has no members to read: a text, or a number. */
function scalarFormOf({ parts }: Look, value: unknown): Look | undefined {
  return typeof value === "object" ? undefined : parts.find((form) => accepts(form, value));
}

/** No data that people write is deeper, and no cycle gets further. `snapshot` allows 64 levels, with those around the data. */
const MAXIMUM_PLAIN_DEPTH = 32;

/** Data of which the schema says no more than its checks do, such as labels or pod templates. */
function copyOfPlainData(value: unknown, depth: number, count: Count): unknown {
  if (typeof value === "string") return value.length <= MAXIMUM_TEXT_UNITS ? value : undefined;
  // As in a snapshot, -0 is 0.
  if (typeof value === "number") return value + 0;
  if (typeof value === "boolean" || value === null) return value;
  if (depth >= MAXIMUM_PLAIN_DEPTH) return undefined;
  if (isUsual(value)) return copyOfMap(undefined, value, depth + 1, count);
  return Array.isArray(value) ? copyOfList(undefined, value, depth + 1, count) : undefined;
}
