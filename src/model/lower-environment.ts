import type { Path } from "../diagnostics/path.ts";
import type { NodeVariable } from "./cluster.ts";
import type { Loose } from "./loose.ts";
import type { Environment } from "./request/pod-inputs.ts";

/** The variables of one map, in its own order. */
export function lowerEnvironment(
  environment: Loose<Environment> | null | undefined,
  path: Path,
): readonly NodeVariable[] {
  if (environment === null || environment === undefined) return NONE;
  return Object.entries(environment).map(([name, value]) => ({
    name,
    value,
    path: [...path, name],
  }));
}

/** Two lists of variables in one, sorted by name; of one that stands in both, the second counts. */
export function overlaidEnvironment(
  general: readonly NodeVariable[],
  special: readonly NodeVariable[],
): readonly NodeVariable[] {
  if (general.length === 0 && special.length === 0) return NONE;
  const byName = new Map([...general, ...special].map((variable) => [variable.name, variable]));
  return [...byName.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
}

const NONE: readonly NodeVariable[] = Object.freeze([]);
