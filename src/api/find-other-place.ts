import type { PlainData } from "../diagnostics/plain-data.ts";
import type { ApiType, ObjectType } from "./api-type.ts";
import { couldBe } from "./could-be.ts";
import type { Frame } from "./frame.ts";

/** Keys that stand in so many objects that finding them elsewhere says nothing. */
const COMMON_KEYS: readonly string[] = Object.freeze([
  "apiVersion",
  "key",
  "kind",
  "name",
  "namespace",
  "operator",
  "path",
  "port",
  "type",
  "value",
]);

/** What nobody writes in a manifest. */
const NO_PLACES: readonly string[] = Object.freeze(["status", "ephemeralContainers"]);

/** What configures a container that the operator adds: a key that every container has is not meant for it. */
const ADDED_CONTAINERS: readonly string[] = Object.freeze([
  "autoscalerOptions",
  "historyServerOptions",
]);
const CONTAINER_KEYS: readonly string[] = Object.freeze([
  "args",
  "command",
  "env",
  "envFrom",
  "image",
  "imagePullPolicy",
  "resources",
  "securityContext",
  "volumeMounts",
]);

const DEEPEST = 4;

/**
 * The places near an object where a key that it does not have belongs, nearest first and at most two; the steps from the
 * root, `[]` for the items of a list. Up and down count alike. A place that takes no such value is none.
 */
export function findOtherPlaces(
  key: string,
  value: PlainData,
  frame: Frame,
): readonly (readonly (string | number)[])[] {
  if (COMMON_KEYS.includes(key) || NO_PLACES.includes(key)) return [];
  if (frame.path.at(-1) === key) return [];
  for (let distance = 1; distance <= DEEPEST; distance++) {
    const places = placesAt(key, value, frame, distance);
    if (places.length > 2) return [];
    if (places.length > 0) return places;
  }
  return [];
}

function placesAt(
  key: string,
  value: PlainData,
  frame: Frame,
  distance: number,
): readonly (readonly (string | number)[])[] {
  const found: (readonly (string | number)[])[] = [];
  let from: Frame | undefined = frame;
  for (let up = 0; up <= distance && from !== undefined; up++) {
    const { path } = from;
    const down = distance - up;
    // Beside the way up, one step down is as far as a mistake in the indent can lead.
    // An object is not meant to be in itself.
    const isAround = up > 0 && down === 0 && frame.path[path.length] === key;
    if (!isAround && (up === 0 || down <= 1)) {
      for (const steps of below(from.type, key, value, down)) found.push([...path, ...steps]);
    }
    from = from.parent;
  }
  return found;
}

/** The ways from a type through so many objects to a field of the name; of many, those through what must be there. */
function below(
  type: ObjectType,
  key: string,
  value: PlainData,
  depth: number,
): readonly (readonly string[])[] {
  if (depth === 0) {
    const field = type.field(key);
    // That of a RayJob's spec is what Ray keeps of the job, and no object's.
    if (key === "metadata" && field?.type.kind === "map") return [];
    return field !== undefined && couldBe(value, field) ? [[key]] : [];
  }
  const ways: { readonly steps: readonly string[]; readonly isRequired: boolean }[] = [];
  const seen = new Set<ObjectType>();
  for (const { name, type: fieldType, isRequired } of type.fields.values()) {
    const [inner, suffix] = innerObject(fieldType);
    if (NO_PLACES.includes(name) || inner === undefined || seen.has(inner)) continue;
    if (ADDED_CONTAINERS.includes(name) && CONTAINER_KEYS.includes(key)) continue;
    seen.add(inner);
    for (const steps of below(inner, key, value, depth - 1)) {
      ways.push({ steps: [name, ...suffix, ...steps], isRequired });
    }
  }
  const required = ways.filter(({ isRequired }) => isRequired);
  return (ways.length > 2 && required.length > 0 ? required : ways).map(({ steps }) => steps);
}

function innerObject(type: ApiType): readonly [ObjectType | undefined, readonly string[]] {
  if (type.kind === "object") return [type, []];
  if (type.kind === "list" && type.items.type.kind === "object") return [type.items.type, ["[]"]];
  return [undefined, []];
}
