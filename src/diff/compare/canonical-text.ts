import type { PlainData } from "../../diagnostics/plain-data.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";

/**
 * One text for all ways to write the same plain data: keys sorted, nulls left out of objects, -0 as 0. Two values are the
 * same exactly where their texts are. NaN and infinities keep their names.
 */
export function canonicalText(value: PlainData): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .sort()
      .flatMap((key) => {
        const member = value[key];
        if (member === undefined || member === null) return [];
        return [`${JSON.stringify(key)}:${canonicalText(member)}`];
      });
    return `{${members.join(",")}}`;
  }
  if (typeof value === "number") return String(value);
  return JSON.stringify(value);
}
