import { isList, ownField, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";

/** One step into a patch: a field, or the item of a list that has a value in a field. */
export type Step = string | readonly [field: string, value: PlainData];

/** Where a patch says something of a place: the place itself, or the nearest above it that is there. */
export function nearestPlace(patch: PlainData, steps: readonly Step[]): Path {
  const path: (string | number)[] = [];
  let data: PlainData | undefined = patch;
  for (const step of steps) {
    if (typeof step === "string") {
      if (!isObjectWith(data, step)) break;
      path.push(step);
      data = ownField(data, step);
    } else {
      const index = indexOf(data, step);
      if (index === -1) break;
      path.push(index);
      data = isList(data) ? (data[index] ?? undefined) : undefined;
    }
  }
  return path;
}

/** Whether the key is there, be it with null, which deletes. */
function isObjectWith(data: PlainData | undefined, key: string): boolean {
  return typeof data === "object" && data !== null && !isList(data) && Object.hasOwn(data, key);
}

function indexOf(data: PlainData | undefined, [field, value]: readonly [string, PlainData]) {
  return isList(data) ? data.findIndex((item) => ownField(item, field) === value) : -1;
}

/** The index of the item of a list that bears a name; -1 where there is none. */
export function indexByName(data: PlainData | undefined, name: string): number {
  return isList(data) ? data.findIndex((item) => ownText(item, "name") === name) : -1;
}
