import type { Path } from "../diagnostics/path.ts";
import type { NodeVariable } from "./cluster.ts";
import type { Loose } from "./loose.ts";
import type { Environment } from "./request/pod-inputs.ts";

/** The variables of the map `env` of an object at a path, in the map's own order. */
export function lowerEnvironment(
  environment: Loose<Environment> | null | undefined,
  parent: Path,
): readonly NodeVariable[] {
  if (environment === null || environment === undefined) return NONE;
  return Object.entries(environment).map(([name, value]) => ({
    name,
    value,
    path: [...parent, "env", name],
  }));
}

/**
 * Two lists of variables in one; of one that stands in both, the second counts. Sorted by name, but what a variable
 * refers to as $(NAME) stands before it: Kubernetes expands nothing else.
 */
export function overlaidEnvironment(
  general: readonly NodeVariable[],
  special: readonly NodeVariable[],
): readonly NodeVariable[] {
  if (general.length === 0 && special.length === 0) return NONE;
  const byName = new Map([...general, ...special].map((variable) => [variable.name, variable]));
  const placed = new Set<NodeVariable>();
  for (const name of [...byName.keys()].sort()) place(name, byName, placed);
  return [...placed];
}

const NONE: readonly NodeVariable[] = Object.freeze([]);

function place(name: string, byName: Map<string, NodeVariable>, placed: Set<NodeVariable>): void {
  const variable = byName.get(name);
  if (variable === undefined) return;
  // Taken out first, so that variables that refer to each other come to an end.
  byName.delete(name);
  if (typeof variable.value === "string") {
    for (const [, reference = ""] of variable.value.matchAll(REFERENCE)) {
      place(reference, byName, placed);
    }
  }
  placed.add(variable);
}

const REFERENCE = /\$\(([-._A-Za-z0-9]+)\)/g;
