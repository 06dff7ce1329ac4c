/** What JSON can say: no undefined, no cycles, no classes. Numbers may be any double where a text was read. */
export type PlainData = string | number | boolean | null | PlainList | PlainObject;
/** A list of plain data. */
export type PlainList = readonly PlainData[];
/** A map of plain data. */
export type PlainObject = { readonly [key: string]: PlainData };

/** A map of texts, such as labels. */
export type TextMap = Readonly<Record<string, string>>;

/** Whether a value is an object that is neither null nor a list. */
export function isPlainObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a map has any member, seen without making a list of all. */
export function hasMembers(map: object): boolean {
  for (const _ in map) return true;
  return false;
}
