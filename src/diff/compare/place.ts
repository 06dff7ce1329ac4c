import type { FieldTrail } from "../../api/field-path.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { Difference, Pair } from "./comparison.ts";
import type { DiffPath, DiffStep } from "./diff-path.ts";

/** One place in two manifests: how reports call it, the way through the types, and where it stands in each. */
export interface Place {
  readonly display: DiffPath;
  readonly trail: FieldTrail;
  /** Of an item that a manifest does not have, the path of the list. */
  readonly beforePath: Path;
  readonly afterPath: Path;
}

/** The whole manifest. */
export const rootPlace: Place = Object.freeze({
  display: [],
  trail: [],
  beforePath: [],
  afterPath: [],
});

/** A field of an object, or a value of a map, which has no owner. */
export function fieldPlace(place: Place, key: string, owner: string | undefined): Place {
  return {
    display: [...place.display, key],
    trail: [...place.trail, { owner, step: key }],
    beforePath: [...place.beforePath, key],
    afterPath: [...place.afterPath, key],
  };
}

/** A value of a map. */
export function memberPlace(place: Place, key: string): Place {
  return { ...fieldPlace(place, key, undefined), trail: [...place.trail, MEMBER] };
}

/** An item of a list: its name, and its index on each side where it is there. */
export function itemPlace(
  place: Place,
  name: DiffStep,
  before: number | undefined,
  after: number | undefined,
): Place {
  const at = (path: Path, index: number | undefined) =>
    index === undefined ? path : [...path, index];
  return {
    display: [...place.display, name],
    trail: [...place.trail, ITEM],
    beforePath: at(place.beforePath, before),
    afterPath: at(place.afterPath, after),
  };
}

/** What differs at a place. */
export function differenceAt(place: Place, { before, after }: Pair): Difference {
  return { ...place, before, after };
}

const ITEM = Object.freeze({ owner: undefined, step: "[]" });
const MEMBER = Object.freeze({ owner: undefined, step: "{}" });
