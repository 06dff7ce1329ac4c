import { isObject, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { DiffPath } from "../diff/compare/diff-path.ts";
import { templatePatch } from "./template-patch.ts";

/**
 * What the fields of the request leave of a cluster beside its pods, as a patch; undefined where that is nothing. Its types
 * do not matter: no list in it merges item by item, and what differs in its spelling alone is no difference.
 */
export function clusterPatch(
  target: PlainObject,
  base: PlainObject,
  differs: (path: DiffPath) => boolean,
): PlainObject | undefined {
  const [labels, annotations] = (["labels", "annotations"] as const).map((key) => {
    const mapOf = (data: PlainObject) => ownObject(ownObject(data, "metadata"), key);
    const patch = templatePatch(mapOf(base), mapOf(target), undefined);
    return meaningful(patch, ["metadata", key], differs);
  });
  const metadata = {
    ...(isEmpty(labels) ? {} : { labels }),
    ...(isEmpty(annotations) ? {} : { annotations }),
  };
  const [wanted, own] = [ownObject(target, "spec"), ownObject(base, "spec")];
  const spec = specPatch(wanted, own, differs);
  const result = {
    ...(isEmpty(metadata) ? {} : { metadata }),
    ...(isEmpty(spec) ? {} : { spec }),
  };
  return isEmpty(result) ? undefined : result;
}

function isEmpty(object: object | undefined): boolean {
  return object === undefined || Object.keys(object).length === 0;
}

function specPatch(
  target: PlainObject,
  base: PlainObject,
  differs: (path: DiffPath) => boolean,
): PlainObject {
  const keep = (patch: PlainObject, place: DiffPath) => meaningful(patch, place, differs);
  const [{ [HEAD]: head = null, ...wanted }, { [HEAD]: ownHead = null, ...own }] = [
    without(target, GROUPS),
    without(base, GROUPS),
  ];
  const result: Record<string, PlainData> = keep(templatePatch(own, wanted, undefined), ["spec"]);
  const ofHead = keep(groupPatch(ownHead, head), ["spec", HEAD]);
  if (!isEmpty(ofHead)) result[HEAD] = ofHead;
  const targets = ownList(target, GROUPS);
  const groups = ownList(base, GROUPS).flatMap((group, index): readonly PlainObject[] => {
    const name = ownText(group, "groupName") ?? "";
    const place: DiffPath = ["spec", GROUPS, { item: name }];
    const patch = keep(groupPatch(group, targets[index] ?? null), place);
    return isEmpty(patch) ? [] : [{ groupName: name, ...patch }];
  });
  if (groups.length > 0) result[GROUPS] = groups;
  return result;
}

const HEAD = "headGroupSpec";
const GROUPS = "workerGroupSpecs";

function groupPatch(base: PlainData, target: PlainData): PlainObject {
  if (!isObject(base) || !isObject(target)) return {};
  return templatePatch(without(base, "template"), without(target, "template"), undefined);
}

/** The members of a patch that make a difference; of objects, their members. */
export function meaningful(
  patch: PlainObject,
  place: DiffPath,
  differs: (path: DiffPath) => boolean,
): Record<string, PlainData> {
  const result: Record<string, PlainData> = {};
  for (const [key, value] of Object.entries(patch)) {
    const path = [...place, key];
    if (!differs(path)) continue;
    if (!isObject(value)) result[key] = value;
    else {
      const members = meaningful(value, path, differs);
      // What differs as a whole has no place of its own below it.
      result[key] = Object.keys(members).length > 0 ? members : value;
    }
  }
  return result;
}

function without(object: PlainObject, key: string): PlainObject {
  const { [key]: _left, ...rest } = object;
  return rest;
}
