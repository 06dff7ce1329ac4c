import { ownText } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";

const REFERENCE = /\$\$|\$\(([^()]+)\)/g;

/**
 * Which `$(NAME)` in the values of environment variables stand for a variable of the same list, as a text to compare: one
 * that comes later is not known yet and stays as it is written. Only variables that the other list has too are looked at.
 * Source: Kubernetes, the documentation of EnvVar.value.
 */
export function referenceOrder(
  variables: ReadonlyMap<string, PlainData>,
  others: ReadonlyMap<string, PlainData>,
): string {
  const known = new Set<string>();
  const resolved: string[] = [];
  for (const [name, variable] of variables) {
    if (!others.has(name)) continue;
    for (const [, reference] of (ownText(variable, "value") ?? "").matchAll(REFERENCE)) {
      if (reference !== undefined && known.has(reference)) {
        resolved.push(JSON.stringify([name, reference]));
      }
    }
    known.add(name);
  }
  return resolved.sort().join();
}
