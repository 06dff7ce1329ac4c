/** A member deep inside an object from outside; undefined where any step is missing, or where a getter throws. */
export function valueAt(root: unknown, ...path: readonly string[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    try {
      value = Reflect.get(value, step);
    } catch {
      return undefined;
    }
  }
  return value;
}

/** The same for a text; an empty one counts as missing, as Go leaves it out. */
export function textAt(root: unknown, ...path: readonly string[]): string | undefined {
  const value = valueAt(root, ...path);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The same for a count: a whole number, 0 or more. Undefined where there is none. */
export function countAt(root: unknown, ...path: readonly string[]): number | undefined {
  const value = valueAt(root, ...path);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** The same for a list; none counts as empty. */
export function listAt(root: unknown, ...path: readonly string[]): readonly unknown[] {
  const value = valueAt(root, ...path);
  try {
    return Array.isArray(value) ? Array.from<unknown>(value) : [];
  } catch {
    return [];
  }
}

/** Whether something stands there: a client may make a `Date` of a timestamp. */
export function isSet(root: unknown, ...path: readonly string[]): boolean {
  const value = valueAt(root, ...path);
  return value !== undefined && value !== null && value !== "";
}

/**
 * A time as text that sorts; empty where there is none. The API gives RFC 3339 in UTC, with or without fractions of a
 * second; some clients make an object of it that writes itself so.
 */
export function timeText(time: unknown): string {
  return timeAsWritten(time).replace(/(?:\.0+)?Z$/, "");
}

function timeAsWritten(time: unknown): string {
  if (typeof time === "string") return time;
  const write = valueAt(time, "toISOString");
  if (typeof write !== "function") return "";
  try {
    return String(Reflect.apply(write, time, []));
  } catch {
    return "";
  }
}
