import type { PlainData } from "../diagnostics/plain-data.ts";
import type { Slot } from "./api-type.ts";
import { plainObject } from "./plain-object.ts";

/** Whether a value could be one of the field: a list, an object or a scalar, and one of its words. */
export function couldBe(value: PlainData, { type: { kind }, limits }: Slot): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return kind === "list";
  if (typeof value !== "object") {
    const words = limits?.enum;
    return kind !== "object" && kind !== "map" && (words === undefined || words.includes(value));
  }
  const holdsObjects = Object.values(value).some((inner) => plainObject(inner) !== undefined);
  return kind === "object" || (kind === "map" && !holdsObjects);
}
