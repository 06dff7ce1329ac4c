import type { Api } from "./api.ts";
import type { ApiType, Slot } from "./api-type.ts";

/** A place in the API: a type and the way from it; `[]` stands for every item of a list, `{}` for every value of a map. */
export interface FieldPath {
  readonly type: string;
  readonly steps: readonly string[];
}

/** `RayClusterSpec.workerGroupSpecs[].replicas` -> the path; undefined for what is none. */
export function parseFieldPath(text: string): FieldPath | undefined {
  const [type = "", ...steps] = text.replace(/(\[\]|\{\})/g, ".$1").split(".");
  const isPath = NAME.test(type) && steps.every((step) => NAME.test(step) || isInner(step));
  return isPath ? { type, steps } : undefined;
}

/** The inverse of `parseFieldPath`. */
export function formatFieldPath({ type, steps }: FieldPath): string {
  return steps.reduce((text, step) => (isInner(step) ? text + step : `${text}.${step}`), type);
}

/** What the API has at a path; undefined where the release has no such field. */
export function fieldAt(path: FieldPath, api: Api): Slot | undefined {
  const root = api.root.name === path.type ? api.root : api.typeNamed(path.type);
  if (root === undefined) return undefined;
  return path.steps.reduce<Slot | undefined>(
    (slot, step) => (slot === undefined ? undefined : slotIn(slot.type, step)),
    { type: root, isNullable: false, byDefault: undefined, limits: undefined, rules: [] },
  );
}

/**
 * One step of the way to a value of a manifest: the name of the object type that has the field, undefined where the API does
 * not know it, and the name of the field; or `[]` for an item of a list and `{}` for a value of a map.
 */
export interface TrailStep {
  readonly owner: string | undefined;
  readonly step: string;
}

/** The way to a value of a manifest through the types of the API; as long as the path by keys and indexes. */
export type FieldTrail = readonly TrailStep[];

/** Where a trail leaves the place of a path, from any type on the way: the number of steps up to it; undefined where it does not lead there. */
export function stepsThrough(trail: FieldTrail, { type, steps }: FieldPath): number | undefined {
  const start = trail.findIndex(
    ({ owner }, index) =>
      owner === type && steps.every((step, offset) => trail[index + offset]?.step === step),
  );
  return start === -1 ? undefined : start + steps.length;
}

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

function isInner(step: string): boolean {
  return step === "[]" || step === "{}";
}

function slotIn(type: ApiType, step: string): Slot | undefined {
  if (type.kind === "list") return step === "[]" ? type.items : undefined;
  if (type.kind === "map") return step === "{}" ? type.values : undefined;
  return type.kind === "object" ? type.field(step) : undefined;
}
