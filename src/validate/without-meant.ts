import type { Finding } from "../diagnostics/diagnostic.ts";
import { isList, isObject, ownField } from "../diagnostics/own-field.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPointer } from "../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { isDrop } from "./store-manifest.ts";

/**
 * Findings without those that only follow from a key that the API server drops. These are on a place that an unknown key was
 * meant for, below it or on the way to it, where nothing stands; and on the object that has the key, where the key holds an
 * object, such as a source or a handler, and was not meant for elsewhere.
 */
export function withoutMeant(findings: readonly Finding[], data: PlainObject): readonly Finding[] {
  const drops = findings.filter(isDrop);
  if (drops.length === 0) return findings;
  const meant = new Map<string, Path[]>();
  const holders = new Set<string>();
  for (const { path, meant: places = [] } of drops) {
    const holder = path.slice(0, -1);
    for (const place of places) {
      for (let length = 1; length <= place.length; length++) add(meant, place, length);
    }
    const isHeld =
      places.length === 0 ||
      places.some((place) => isSame(place.slice(0, -1), holder) && isMissing(place, data));
    if (isHeld && isObject(valueAt(path, data))) holders.add(formatPointer(holder));
  }
  return findings.filter(
    ({ path }) => !holders.has(formatPointer(path)) && !isMeant(path, meant, data),
  );
}

function add(meant: Map<string, Path[]>, place: Path, length: number): void {
  const key = shapeOf(place.slice(0, length));
  const places = meant.get(key);
  if (places === undefined) meant.set(key, [place]);
  else places.push(place);
}

/** Paths of one shape differ in the items of lists only. */
function shapeOf(path: Path): string {
  return formatPointer(path.map((step) => (typeof step === "number" ? "[]" : step)));
}

/** Whether a path is a place that was meant, below one or on the way to one, and nothing stands there. */
function isMeant(
  path: Path,
  meant: ReadonlyMap<string, readonly Path[]>,
  data: PlainObject,
): boolean {
  return path.some((_step, index) => {
    const length = index + 1;
    const places = meant.get(shapeOf(path.slice(0, length))) ?? [];
    return places.some(
      (place) =>
        (place.length === length || path.length === length) &&
        areInLine(path, place) &&
        isMissing(path.slice(0, place.length), data),
    );
  });
}

/** Whether a path is the place, below it or on the way to it. */
function areInLine(path: Path, place: Path): boolean {
  return path.every(
    (step, at) =>
      at >= place.length || step === place[at] || (place[at] === "[]" && typeof step === "number"),
  );
}

function isSame(path: Path, other: Path): boolean {
  return path.length === other.length && areInLine(path, other);
}

function isMissing(path: Path, data: PlainObject): boolean {
  return (valueAt(path, data) ?? null) === null;
}

function valueAt(path: Path, data: PlainObject): PlainData | undefined {
  let value: PlainData | undefined = data;
  for (const step of path) {
    if (typeof step === "number") value = isList(value) ? value[step] : undefined;
    else value = isObject(value) ? ownField(value, step) : undefined;
  }
  return value;
}
