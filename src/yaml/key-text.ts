import type { ParsedNode } from "./yaml-package.ts";
import { isScalar } from "./yaml-package.ts";

/**
 * The text of a key, or undefined where it is none: null, a list, an object, an alias. A number or boolean without
 * quotes is what stands there, letter for letter: `123` and `1.0` are legal label keys.
 */
export function keyText(key: ParsedNode): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === "string") return key.value;
  return key.value === null ? undefined : key.source;
}

/** Whether a key is `<<` without quotes, which YAML 1.1 readers take for an order to merge. */
export function isMergeKey(key: ParsedNode): boolean {
  return isScalar(key) && key.value === "<<" && key.type === "PLAIN";
}
