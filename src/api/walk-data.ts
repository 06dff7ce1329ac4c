import type { Path } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import type { ApiField, ApiType, ObjectType } from "./api-type.ts";
import { plainObject } from "./plain-object.ts";

/** A value of a manifest and what the API knows of its place. */
export interface TypedPlace {
  readonly value: PlainData;
  /** Where it stands; the very array changes as the walk goes on, so copy what is kept. */
  readonly path: Path;
  readonly type: ApiType;
  /** The field that holds it, or whose list or map does, and the type that has the field; undefined for the root. */
  readonly field: ApiField | undefined;
  readonly owner: ObjectType | undefined;
}

/**
 * Visits a value and all that lies in it in the order of the document, parents first. What the API does not know and what
 * has a wrong type is not entered. A visitor that returns false keeps the walk out of the value.
 */
export function walkData(
  data: PlainData,
  type: ApiType,
  visit: (place: TypedPlace) => boolean | undefined,
): void {
  const path: (string | number)[] = [];
  const go = (
    value: PlainData,
    at: ApiType,
    field: ApiField | undefined,
    owner: ObjectType | undefined,
  ): void => {
    if (visit({ value, path, type: at, field, owner }) === false) return;
    if (at.kind === "list") {
      if (!Array.isArray(value)) return;
      value.forEach((item, index) => {
        step(index, item, at.items.type, field, owner);
      });
      return;
    }
    const object = at.kind === "object" || at.kind === "map" ? plainObject(value) : undefined;
    for (const key of Object.keys(object ?? {})) {
      const member = object?.[key] ?? null;
      if (at.kind === "map") step(key, member, at.values.type, field, owner);
      else if (at.kind === "object") {
        const inner = at.field(key);
        if (inner !== undefined) step(key, member, inner.type, inner, at);
      }
    }
  };
  const step = (key: string | number, ...rest: Parameters<typeof go>): void => {
    path.push(key);
    go(...rest);
    path.pop();
  };
  go(data, type, undefined, undefined);
}
