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
  return { data: ownField(place.data, key), path: [...place.path, key] };
}

/** The items of the list that a field holds; none where it holds none. */
export function itemsAt(place: Place, key: string): readonly Place[] {
  return ownList(place.data, key).map((data, index) => ({
    data: data ?? undefined,
    path: [...place.path, key, index],
  }));
}

/** The fields of the object that a field holds, each with its key; none where it holds none. */
export function entriesAt(place: Place, key: string): readonly (readonly [string, Place])[] {
  const map = fieldAt(place, key);
  if (!isObject(map.data)) return [];
  return Object.keys(map.data).map((name) => [name, fieldAt(map, name)]);
}

/** Every value that a pattern leads to, such as `["volumes", "*", "hostPath", "type"]`; `*` is each item of a list. */
export function placesAt(place: Place, pattern: readonly string[]): readonly Place[] {
  let places: readonly Place[] = [place];
  for (const step of pattern) {
    places = places.flatMap((from) =>
      step === "*" ? itemsOf(from) : present(fieldAt(from, step)),
    );
    if (places.length === 0) return places;
  }
  return places;
}

function itemsOf({ data, path }: Place): readonly Place[] {
  if (!isList(data)) return [];
  return data.flatMap((item, index) =>
    present({ data: item ?? undefined, path: [...path, index] }),
  );
}

function present(place: Place): readonly Place[] {
  return place.data === undefined ? [] : [place];
}
