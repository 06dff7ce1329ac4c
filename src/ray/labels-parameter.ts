import type { TextMap } from "../diagnostics/plain-data.ts";

/** Labels of a node as the value of `ray start --labels`: python/ray/scripts/scripts.py. */
export function labelsParameter(labels: TextMap): string {
  return Object.keys(labels)
    .sort()
    .map((key) => `${key}=${labels[key]}`)
    .join(",");
}
