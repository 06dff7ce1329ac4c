import { isList, isObject } from "../../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import type { FieldRelease, Target } from "./field-releases.ts";
import { fieldReleases, isKept } from "./field-releases.ts";
import type { PathPattern } from "./path-pattern.ts";
import { EVERY_ITEM } from "./path-pattern.ts";

/** A manifest as the API server of the target stores it: without the fields that it does not know. */
export function storedManifest(data: PlainObject, target: Target): PlainObject {
  let stored: PlainData = data;
  for (const release of fieldReleases) {
    if (!isKept(release, target)) stored = without(stored, release.pattern);
  }
  return isObject(stored) ? stored : data;
}

/** The fields that ray.io/v1 has, ray.io/v1alpha1 has not, and the manifest sets. */
export function fieldsOfV1Alone(data: PlainObject): readonly FieldRelease[] {
  return fieldReleases.filter(
    ({ pattern, isV1Only }) => isV1Only && without(data, pattern) !== data,
  );
}

/** The same data without what a pattern leads to; the very same where there is nothing. */
function without(data: PlainData, pattern: PathPattern): PlainData {
  const [step, ...rest] = pattern;
  if (step === undefined) return data;
  if (step === EVERY_ITEM) {
    if (!isList(data)) return data;
    const items = data.map((item) => without(item, rest));
    return items.every((item, index) => item === data[index]) ? data : items;
  }
  if (!isObject(data) || !Object.hasOwn(data, step)) return data;
  const member = data[step] ?? null;
  if (rest.length === 0) {
    return Object.fromEntries(Object.entries(data).filter(([key]) => key !== step));
  }
  const changed = without(member, rest);
  return changed === member ? data : { ...data, [step]: changed };
}
