import { hasMembers } from "../../diagnostics/plain-data.ts";
import {
  MAXIMUM_ENTRIES,
  MAXIMUM_KEY_UNITS,
  MAXIMUM_TEXT_UNITS,
  MAXIMUM_VALUES,
} from "../../yaml/data-limits.ts";
import type { Look } from "./look.ts";

/**
 * The copy that `snapshot` makes of untrusted input, where that is sound and a look says so: both in one walk. Undefined where
 * anything is wrong or unusual, such as a key that the schema passes over, an object from elsewhere or a map of maps: that is for
 * `snapshot` and the schema to judge, which read the input again. Never throws.
 */
export function soundCopy(look: Look, input: unknown): unknown {
  if (hasMembers(Object.prototype)) return undefined;
  try {
    return copyOf(look, input, { values: 0 });
  } catch {
    return undefined;
  }
}

/** In place of a copy: null is one, too. */
const REFUSED = undefined;

interface Budget {
  values: number;
}

function copyOf(look: Look, value: unknown, budget: Budget): unknown {
  if (value === null) return look.takesNull ? null : REFUSED;
  const copy = copyOfKind(look, value, budget);
  if (copy === REFUSED) return REFUSED;
  const { tests } = look;
  for (let index = 0; index < tests.length; index++) {
    if (tests[index]?.(copy) === false) return REFUSED;
  }
  return copy;
}

function copyOfKind(look: Look, value: unknown, budget: Budget): unknown {
  switch (look.kind) {
    case "text":
      return typeof value === "string" && value.length <= MAXIMUM_TEXT_UNITS ? value : REFUSED;
    case "boolean":
      return typeof value === "boolean" ? value : REFUSED;
    case "object":
      return isUsual(value) ? copyOfMembers(look, value, budget) : REFUSED;
    case "list":
      return Array.isArray(value) ? copyOfEntries(look, value, budget) : REFUSED;
    case "other": {
      const copy = isUsual(value) ? copyOfScalars(value, budget) : copyOfScalar(value);
      return copy !== REFUSED && look.isOfType(copy) ? copy : REFUSED;
    }
    case "union": {
      const form = formOf(look, value);
      return form === undefined ? REFUSED : copyOf(form, value, budget);
    }
    case "map":
      return REFUSED;
  }
}

/** The form that an object has all required members of. */
function formOf({ parts }: Look, value: unknown): Look | undefined {
  if (!isUsual(value)) return undefined;
  for (let index = 0; index < parts.length; index++) {
    const form = parts[index];
    if (form?.kind !== "object") continue;
    let missing = form.required;
    for (const key in value) if (form.members.get(key)?.look.isRequired === true) missing--;
    if (missing === 0) return form;
  }
  return undefined;
}

type Members = Readonly<Record<string, unknown>>;

/** An object of this realm without a class. */
function isUsual(value: unknown): value is Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function copyOfMembers(look: Look, object: Members, budget: Budget): unknown {
  const copy: Record<string, unknown> = {};
  let missing = look.required;
  let next = look.first;
  for (const key in object) {
    // Most people write fields in the order of the documentation, which is that of the schema.
    const found = next?.key === key ? next : look.members.get(key);
    if (found === undefined) return REFUSED;
    next = found.next;
    const member = found.look;
    budget.values++;
    const value = object[key];
    if (value === undefined) continue;
    const copied = copyOf(member, value, budget);
    if (copied === REFUSED) return REFUSED;
    copy[key] = copied;
    if (member.isRequired) missing--;
  }
  return missing === 0 ? copy : REFUSED;
}

function copyOfEntries(
  { parts: [element] }: Look,
  list: readonly unknown[],
  budget: Budget,
): unknown {
  const copy: unknown[] = [];
  const { length } = list;
  if (element === undefined || !Number.isSafeInteger(length) || length > MAXIMUM_ENTRIES) {
    return REFUSED;
  }
  budget.values += length;
  if (budget.values > MAXIMUM_VALUES) return REFUSED;
  for (let index = 0; index < length; index++) {
    const copied = copyOf(element, list[index], budget);
    if (copied === REFUSED) return REFUSED;
    copy.push(copied);
  }
  return copy;
}

/** A map by free keys, such as labels. */
function copyOfScalars(map: Members, budget: Budget): unknown {
  const copy: Record<string, unknown> = {};
  let entries = 0;
  for (const key in map) {
    if (++entries > MAXIMUM_ENTRIES || ++budget.values > MAXIMUM_VALUES) return REFUSED;
    if (key.length > MAXIMUM_KEY_UNITS || key === "__proto__") return REFUSED;
    const value = map[key];
    if (value === undefined) continue;
    const copied = copyOfScalar(value);
    if (copied === REFUSED) return REFUSED;
    copy[key] = copied;
  }
  return copy;
}

function copyOfScalar(value: unknown): unknown {
  if (typeof value === "string") return value.length <= MAXIMUM_TEXT_UNITS ? value : REFUSED;
  // As in a snapshot, -0 is 0.
  if (typeof value === "number") return value + 0;
  return typeof value === "boolean" || value === null ? value : REFUSED;
}
