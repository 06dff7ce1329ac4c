import type { PlainObject } from "../../diagnostics/plain-data.ts";

/** Gives an object of a fresh manifest the members of another one, and no others. */
export function replaceMembers(object: object, members: PlainObject): void {
  for (const key of Object.keys(object)) {
    if (!Object.hasOwn(members, key)) Reflect.deleteProperty(object, key);
  }
  Object.assign(object, members);
}
