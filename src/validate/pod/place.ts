import { isList, isObject, ownField, ownList } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";

/** A value and where it stands in its document; undefined where nothing, or null, stands there. */
export interface Place {
  readonly data: PlainData | undefined;
  readonly path: Path;
}

/** A field of the object at a place. */
export function fieldAt(place: Place, key: string): Place {
  return new Step(ownField(place.data, key), place, key);
}

/** The items of the list that a field holds; none where it holds none. */
export function itemsAt(place: Place, key: string): readonly Place[] {
  const list = ownList(place.data, key);
  if (list.length === 0) return NONE;
  const field = new Step(list, place, key);
  return list.map((data, index) => new Step(data ?? undefined, field, index));
}

/** The fields of the object that a field holds, each with its key; none where it holds none. */
export function entriesAt(place: Place, key: string): readonly (readonly [string, Place])[] {
  const map = fieldAt(place, key);
  if (!isObject(map.data)) return NONE;
  return Object.keys(map.data).map((name) => [name, fieldAt(map, name)]);
}

/** Every value that a pattern leads to, such as `["volumes", "*", "hostPath", "type"]`; `*` is each item of a list. */
export function placesAt(place: Place, pattern: readonly string[]): readonly Place[] {
  const found: Place[] = [];
  visit(place, pattern, 0, found);
  return found;
}

function visit(place: Place, pattern: readonly string[], index: number, found: Place[]): void {
  const { data } = place;
  const step = pattern[index];
  if (step === undefined) {
    found.push(place);
  } else if (step !== "*") {
    const field = ownField(data, step);
    if (field !== undefined) visit(new Step(field, place, step), pattern, index + 1, found);
  } else if (isList(data)) {
    for (const [position, item] of data.entries()) {
      if (item === null) continue;
      visit(new Step(item, place, position), pattern, index + 1, found);
    }
  }
}

/**
 * A place that makes its path when it is asked for, since laws look at many fields and report few. A class, since a getter
 * of its prototype costs nothing per place.
 */
class Step implements Place {
  readonly data: PlainData | undefined;
  private readonly before: Place;
  private readonly step: string | number;
  private whole: Path | undefined;

  constructor(data: PlainData | undefined, before: Place, step: string | number) {
    this.data = data;
    this.before = before;
    this.step = step;
    this.whole = undefined;
  }

  get path(): Path {
    this.whole ??= [...this.before.path, this.step];
    return this.whole;
  }
}

const NONE: readonly never[] = Object.freeze([]);
