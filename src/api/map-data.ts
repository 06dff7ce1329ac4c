import type { PlainData } from "../diagnostics/plain-data.ts";
import { plainObject } from "./plain-object.ts";

/** An object with other members, without those that become undefined; the very same where nothing changes. */
export function mapMembers(
  data: PlainData,
  change: (value: PlainData, key: string) => PlainData | undefined,
): PlainData {
  const object = plainObject(data);
  if (object === undefined) return data;
  let isChanged = false;
  const entries: [string, PlainData][] = [];
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null;
    const changed = change(value, key);
    if (changed !== value) isChanged = true;
    if (changed !== undefined) entries.push([key, changed]);
  }
  return isChanged ? Object.fromEntries(entries) : data;
}

/** A list with other items; the very same where nothing changes. */
export function mapList(
  data: PlainData,
  change: (item: PlainData, index: number) => PlainData,
): PlainData {
  if (!isList(data)) return data;
  const items = data.map(change);
  return items.every((item, index) => item === data[index]) ? data : items;
}

function isList(data: PlainData): data is readonly PlainData[] {
  return Array.isArray(data);
}
