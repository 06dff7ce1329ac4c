import { isList, isObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";

/** The objects of a document: itself, or the items of a list of objects, such as `kubectl get -o yaml` prints. */
export function objectsOf(data: PlainData | undefined): readonly PlainData[] {
  if (data === undefined || data === null) return [];
  return itemsOf(data)?.flatMap(objectsOf) ?? [data];
}

/** The items of a list of objects; undefined for all else. */
export function itemsOf(data: PlainData): readonly PlainData[] | undefined {
  if (!isObject(data) || !(ownText(data, "kind") ?? "").endsWith("List")) return undefined;
  const { items } = data;
  return Object.hasOwn(data, "items") && isList(items) ? items : undefined;
}
