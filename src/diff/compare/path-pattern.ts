import type { DiffPath, DiffStep } from "./diff-path.ts";

/** The steps of `spec.workerGroupSpecs[].replicas`; `[]` stands for every item of a list. */
export type PathPattern = readonly string[];

/** What stands for every item of a list, and for nothing else: no field is called so. */
export const EVERY_ITEM = "[]";

export function pathPattern(text: string): PathPattern {
  return Object.freeze(text.replaceAll(EVERY_ITEM, `.${EVERY_ITEM}`).split("."));
}

/** Whether a path leads to the place of a pattern or below it. */
export function isBelow(path: DiffPath, pattern: PathPattern): boolean {
  return path.length >= pattern.length && pattern.every((step, index) => isStep(path[index], step));
}

/** A path to the place of a pattern, through items of no name. */
export function pathThrough(pattern: PathPattern): DiffPath {
  return pattern.map((step) => (step === EVERY_ITEM ? { item: "" } : step));
}

function isStep(step: DiffStep | undefined, pattern: string): boolean {
  return pattern === EVERY_ITEM ? step !== undefined && typeof step !== "string" : step === pattern;
}
