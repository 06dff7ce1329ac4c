import { load, YAML11_SCHEMA } from "js-yaml";
import { parse } from "yaml";

/** Independent readers of YAML 1.1 and 1.2, none of them ours. */
export const readers: Readonly<Record<string, (text: string) => unknown>> = Object.freeze({
  "yaml 1.2": (text: string) => parse(text, { version: "1.2" }),
  "yaml 1.1": (text: string) => parse(text, { version: "1.1" }),
  "js-yaml": (text: string) => load(text),
  "js-yaml 1.1": (text: string) => load(text, { schema: YAML11_SCHEMA }),
});

/**
 * Data as text, for comparison: equal just where the data is, the order of keys and own `__proto__` keys included. What
 * JSON would write like something else, a date or NaN, is marked.
 */
export function fingerprint(data: unknown): string {
  return JSON.stringify(data, function (this: unknown, key: string, value: unknown) {
    const original = Object.getOwnPropertyDescriptor(this, key)?.value;
    return isPlain(original) ? value : { notPlain: String(original) };
  });
}

function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return value !== undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || prototype === Array.prototype;
}
