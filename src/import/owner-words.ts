import { ownField, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { readYaml } from "../yaml/read.ts";
import { snapshot } from "../yaml/snapshot.ts";
import type { RequestDraft } from "./import-cluster-options.ts";

/** The members of an object that are there, under the names that a request has for them. */
export function renamed(
  data: PlainObject,
  names: readonly (readonly [manifest: string, request: string])[],
): RequestDraft {
  const result: RequestDraft = {};
  for (const [from, to] of names) {
    const value = ownField(data, from);
    if (value !== undefined) result[to] = value;
  }
  return result;
}

/** YAML in a text as an object, where nothing is lost by that; else the text as it is. */
export function yamlOf(data: PlainObject, field: string): PlainData | undefined {
  const text = ownText(data, field);
  if (text === undefined || text.includes("#")) return text;
  const { data: read, findings } = readYaml({ file: "", text }, "manifest");
  if (findings.length > 0 || !isPlainObject(read)) return text;
  return snapshot(read, "manifest").data ?? text;
}
