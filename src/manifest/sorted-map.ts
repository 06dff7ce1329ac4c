import type { TextMap } from "../diagnostics/plain-data.ts";
import { hasMembers } from "../diagnostics/plain-data.ts";

/** A fresh copy of a user's map with its keys sorted, or undefined where it is empty or left out. */
export function sortedMap(map: TextMap | null | undefined): TextMap | undefined {
  if (map === null || map === undefined) return undefined;
  if (!hasMembers(map)) return undefined;
  const keys = Object.keys(map);
  if (keys.length > 1) keys.sort();
  const sorted: Record<string, string> = {};
  for (const key of keys) sorted[key] = map[key] ?? "";
  return sorted;
}
