import type { Finding } from "../diagnostics/diagnostic.ts";
import { isList, isObject, ownField } from "../diagnostics/own-field.ts";
import type { Path } from "../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { isDrop } from "./store-manifest.ts";

/**
 * Findings without those that only follow from a key that the API server drops. These are on a place that an unknown key was
 * meant for, below it or on the way to it, where nothing stands; and on the object that has the key, where the key holds an
 * object, such as a source or a handler, and was not meant for elsewhere.
 */
export function withoutMeant(findings: readonly Finding[], data: PlainObject): readonly Finding[] {
  const drops = findings.filter(isDrop).map(({ path, meant = [] }) => ({
    path,
    meant,
    holder: isObject(valueAt(path, data)) ? path.slice(0, -1) : undefined,
  }));
  if (drops.length === 0) return findings;
  return findings.filter(
    ({ path }) =>
      !drops.some((drop) => isMeant(path, drop.meant, data) || isHeld(path, drop, data)),
  );
}

interface Drop {
  readonly meant: readonly Path[];
  readonly holder: Path | undefined;
}

function isMeant(path: Path, meant: readonly Path[], data: PlainObject): boolean {
  return meant.some(
    (place) => areInLine(path, place) && isMissing(path.slice(0, place.length), data),
  );
}

function isHeld(path: Path, { meant, holder }: Drop, data: PlainObject): boolean {
  if (!isSame(path, holder)) return false;
  return (
    meant.length === 0 ||
    meant.some((place) => isSame(place.slice(0, -1), holder) && isMissing(place, data))
  );
}

/** Whether a path is the place, below it or on the way to it. */
function areInLine(path: Path, place: Path): boolean {
  return path.every(
    (step, at) =>
      at >= place.length || step === place[at] || (place[at] === "[]" && typeof step === "number"),
  );
}

function isSame(path: Path, other: Path | undefined): boolean {
  return path.length === other?.length && areInLine(path, other);
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
