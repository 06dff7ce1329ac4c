import type { Path } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import type { SettingsVariable } from "../environment/settings-variables.ts";
import { settingsVariables } from "../environment/settings-variables.ts";
import { knownKeys } from "../known-keys.ts";
import { deploymentSettings } from "./settings-schema.ts";

/** Deeper than a values file within an application of applications; and enough of a large file. */
const MAXIMUM_DEPTH = 8;
const MAXIMUM_OBJECTS = 10_000;

/** Where settings stand below the root: the outermost place, and of several the first. */
export function deeperSettings(root: unknown): Path | undefined {
  const rayFields = knownKeys(deploymentSettings, ["ray"]);
  return search(root, (value, path) =>
    path.length > 0 && looksLikeSettings(value, rayFields) ? path : undefined,
  );
}

/** A variable of a server's environment among other data. */
export interface FoundVariable {
  readonly path: Path;
  readonly variable: SettingsVariable;
}

/** Where the name of such a variable stands below the root, as a key or as the `name` of an entry of a list. */
export function deeperVariable(root: unknown): FoundVariable | undefined {
  return search(root, (value, path) => {
    const key = path.at(-1);
    const name = key === "name" ? value : key;
    const variable = settingsVariables.find((each) => each.name === name);
    return variable === undefined ? undefined : { path, variable };
  });
}

/** What is found first, outer values before inner ones. */
function search<Found>(
  root: unknown,
  find: (value: unknown, path: Path) => Found | undefined,
): Found | undefined {
  const queue: { readonly value: unknown; readonly path: Path }[] = [{ value: root, path: [] }];
  for (let index = 0; index < queue.length && index < MAXIMUM_OBJECTS; index++) {
    const { value, path } = queue[index] ?? { value: undefined, path: [] };
    const found = find(value, path);
    if (found !== undefined) return found;
    if (typeof value !== "object" || value === null || path.length >= MAXIMUM_DEPTH) continue;
    const isList = Array.isArray(value);
    for (const [key, member] of Object.entries(value)) {
      queue.push({ value: member, path: [...path, isList ? Number(key) : key] });
      if (queue.length >= MAXIMUM_OBJECTS) break;
    }
  }
  return undefined;
}

function looksLikeSettings(value: unknown, rayFields: readonly string[]): boolean {
  // Values in a text, as in a ConfigMap or in Argo CD's helm.values.
  if (typeof value === "string") return /^(?:ray|kuberay_version): *(?:\S|$)/m.test(value);
  if (!isPlainObject(value)) return false;
  const { ray, rbac } = value;
  return (
    (isPlainObject(ray) && Object.keys(ray).some((key) => rayFields.includes(key))) ||
    (isPlainObject(rbac) && "manage_ray" in rbac) ||
    typeof value.kuberay_version === "string"
  );
}
