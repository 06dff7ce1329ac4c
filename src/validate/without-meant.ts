import type { Finding } from "../diagnostics/diagnostic.ts";
import { isList, isObject, ownField } from "../diagnostics/own-field.ts";
import type { Path } from "../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";

/**
 * Findings without those that say of a field that it is missing where it only has a wrong name or a wrong place. These are on
 * a place that an unknown key was meant for, below it or on the way to it; or, for a key that holds an object, such as a
 * source or a handler, on the object that has the key. Nothing is at the place.
 */
export function withoutMeant(findings: readonly Finding[], data: PlainObject): readonly Finding[] {
  const meant = findings.flatMap(({ path, meant: places = [] }) =>
    places.map((place) => ({
      place,
      holder: isObject(valueAt(path, data)) ? path.slice(0, -1) : undefined,
    })),
  );
  if (meant.length === 0) return findings;
  return findings.filter(
    ({ path }) =>
      !meant.some(
        ({ place, holder }) =>
          (areInLine(path, place) && isMissing(path.slice(0, place.length), data)) ||
          (isSame(path, holder) && isSame(place.slice(0, -1), holder) && isMissing(place, data)),
      ),
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
