import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { structuredCopy } from "../structured-copy.ts";
import { valueAt } from "../value-at.ts";
import type { ExplainedKey } from "./explain-unknown-keys.ts";
import { foldKey } from "./fold-key.ts";

/** A misspelt key of an object or a list, and the one field that it can be. */
export interface MisspeltObject {
  readonly path: Path;
  readonly field: string;
}

/** The unknown keys that are spelled like exactly one field that is missing beside them, and hold something to judge. */
export function misspeltObjects(
  keys: readonly ExplainedKey[],
  data: unknown,
): readonly MisspeltObject[] {
  const found = keys.flatMap((key): readonly MisspeltObject[] => {
    const field = isObjectOrList(key.value) ? onlyField(key, data) : undefined;
    return field === undefined ? [] : [{ path: key.path, field }];
  });
  const claims = new Map<string, number>();
  for (const each of found) claims.set(meantPlace(each), (claims.get(meantPlace(each)) ?? 0) + 1);
  return found.filter((each) => claims.get(meantPlace(each)) === 1);
}

/** A copy that has the fields that are meant. */
export function withMeantFields(data: unknown, misspelt: readonly MisspeltObject[]): unknown {
  const copy = structuredCopy(data);
  for (const { path, field } of misspelt) {
    const parent = valueAt(copy, path.slice(0, -1));
    const key = path.at(-1);
    if (!isPlainObject(parent) || key === undefined) continue;
    Reflect.set(parent, field, Reflect.get(parent, key));
    Reflect.deleteProperty(parent, key);
  }
  return copy;
}

/** The findings of such a copy below those fields, at the keys that the data has. */
export function findingsBelow(
  findings: readonly Finding[],
  misspelt: readonly MisspeltObject[],
): readonly Finding[] {
  const keys = new Map(misspelt.map((each) => [meantPlace(each), each.path]));
  return findings.flatMap((finding) => {
    const { path } = finding;
    for (let length = path.length - 1; length > 0; length--) {
      const own = keys.get(JSON.stringify(path.slice(0, length)));
      if (own !== undefined) return [{ ...finding, path: [...own, ...path.slice(length)] }];
    }
    return [];
  });
}

function onlyField({ path, known, meant }: ExplainedKey, data: unknown): string | undefined {
  const [field, ...others] = meant.fields;
  const parent = valueAt(data, path.slice(0, -1));
  if (field === undefined || others.length > 0 || !isPlainObject(parent)) return undefined;
  const key = String(path.at(-1));
  const missing = known.filter((each) => !Object.hasOwn(parent, each));
  if (!missing.includes(field) || key.length > LONGEST) return undefined;
  const [folded, own] = [foldKey(key), foldKey(field)];
  if (folded === own || `${folded}s` === own || folded === `${own}s`) return field;
  const near = missing.filter((each) => closestName(key, [each]) !== undefined);
  return near.length === 1 && near[0] === field ? field : undefined;
}

/** Longer than every field. */
const LONGEST = 60;

function isObjectOrList(value: unknown): boolean {
  return isPlainObject(value) || Array.isArray(value);
}

function meantPlace({ path, field }: MisspeltObject): string {
  return JSON.stringify([...path.slice(0, -1), field]);
}
