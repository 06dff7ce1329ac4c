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

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

function isInner(step: string): boolean {
  return step === "[]" || step === "{}";
}

function slotIn(type: ApiType, step: string): Slot | undefined {
  if (type.kind === "list") return step === "[]" ? type.items : undefined;
  if (type.kind === "map") return step === "{}" ? type.values : undefined;
  return type.kind === "object" ? type.field(step) : undefined;
}
