import type { ApiType } from "../api/api-type.ts";
import { memberType } from "../api/member-type.ts";
import { patchStrategy } from "../api/patch-strategies.ts";
import { isList, isObject } from "../diagnostics/own-field.ts";
import type { PlainData, PlainList, PlainObject } from "../diagnostics/plain-data.ts";
import { canonicalText } from "../diff/compare/canonical-text.ts";
import { areSameQuantity } from "../quantity/are-same-quantity.ts";

type Patch = Record<string, PlainData>;

/**
 * The patch that makes the target of the base by a strategic merge, as `kubectl apply` would send it: what is gone is
 * null, or `$patch: delete` in lists with a merge key. Empty where both are the same. The order of such lists is not
 * said. null in the target counts as left out.
 */
export function templatePatch(
  base: PlainObject,
  target: PlainObject,
  type: ApiType | undefined,
): PlainObject {
  const patch: Patch = {};
  for (const key of Object.keys(target)) {
    const [before, after] = [base[key] ?? undefined, target[key] ?? undefined];
    if (after === undefined) continue;
    const changed = memberPatch(key, before, after, type);
    if (changed !== undefined) patch[key] = changed;
  }
  for (const key of Object.keys(base))
    if ((target[key] ?? undefined) === undefined) patch[key] = null;
  return patch;
}

function memberPatch(
  key: string,
  before: PlainData | undefined,
  after: PlainData,
  type: ApiType | undefined,
): PlainData | undefined {
  if (before === undefined) return after;
  if (isObject(before) && isObject(after)) {
    const patch = templatePatch(before, after, memberType(type, key));
    return Object.keys(patch).length === 0 ? undefined : patch;
  }
  const mergeKey = type?.kind === "object" ? patchStrategy(type.name, key)?.key : undefined;
  if (isList(before) && isList(after) && mergeKey !== undefined) {
    const list = memberType(type, key);
    const items = listPatch(
      before,
      after,
      mergeKey,
      list?.kind === "list" ? list.items.type : undefined,
    );
    return items.length === 0 ? undefined : items;
  }
  return isSame(before, after, memberType(type, key)) ? undefined : after;
}

function isSame(before: PlainData, after: PlainData, type: ApiType | undefined): boolean {
  if (canonicalText(before) === canonicalText(after)) return true;
  return type?.kind === "quantity" && areSameQuantity(before, after);
}

function listPatch(
  before: PlainList,
  after: PlainList,
  key: string,
  type: ApiType | undefined,
): PlainList {
  const known = new Map(before.filter(isObject).map((item) => [identity(item, key), item]));
  const wanted = new Set(after.filter(isObject).map((item) => identity(item, key)));
  const patch: PlainData[] = [];
  for (const item of after) {
    if (!isObject(item)) continue;
    const old = known.get(identity(item, key));
    const changed = old === undefined ? item : templatePatch(old, item, type);
    if (Object.keys(changed).length > 0) patch.push({ [key]: item[key] ?? null, ...changed });
  }
  for (const item of known.values()) {
    if (!wanted.has(identity(item, key)))
      patch.push({ $patch: "delete", [key]: item[key] ?? null });
  }
  return patch;
}

function identity(item: PlainObject, key: string): string {
  return JSON.stringify(item[key] ?? null);
}
