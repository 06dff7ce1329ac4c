import type { Path } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import type { ObjectType } from "./api-type.ts";
import { mergeMaps } from "./merge/merge-map.ts";
import type { Origin } from "./merge/traced.ts";
import { traced, untraced } from "./merge/traced.ts";

export interface MergeMistake {
  /** Where in the patch. */
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

export type MergeResult =
  | { readonly ok: true; readonly value: PlainData }
  | { readonly ok: false; readonly mistakes: readonly MergeMistake[] };

/**
 * Merges a patch into a base as `kubectl patch --type strategic` does: maps key by key, null deletes, lists with a merge
 * key item by item, other lists as a whole; with `$patch`, `$retainKeys`, `$setElementOrder` and
 * `$deleteFromPrimitiveList`. An item that the base does not have comes before those that the patch does not name.
 * Source: apimachinery's pkg/util/strategicpatch/patch.go, v0.34.
 * @param type the type of both, such as `api.typeNamed("PodTemplateSpec")`
 * @param onValue told of every value of the result, at any depth, and where it came from: what both have, from the base
 */
export function strategicMerge(
  base: PlainData,
  patch: PlainData,
  type: ObjectType,
  onValue?: (path: Path, origin: Origin) => void,
): MergeResult {
  const mistakes: MergeMistake[] = [];
  const [from, changes] = [traced(base, "base"), traced(patch, "patch")];
  if (from.kind !== "map" || changes.kind !== "map") {
    const message = `${from.kind === "map" ? "A patch" : "The patched document"} must be an object.`;
    return { ok: false, mistakes: [{ path: [], message, hint: "Write an object." }] };
  }
  const merged = mergeMaps(from, changes, type, (path, message, hint) => {
    mistakes.push({ path, message, hint });
  });
  if (mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, value: untraced(merged, onValue) };
}
