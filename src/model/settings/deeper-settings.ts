import type { Path } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { knownKeys } from "../known-keys.ts";
import { deploymentSettings } from "./settings-schema.ts";

/** Deeper than a values file within an application of applications; and enough of a large file. */
const MAXIMUM_DEPTH = 8;
const MAXIMUM_OBJECTS = 10_000;

/** Where settings stand below the root: the outermost place, and of several the first. */
export function deeperSettings(root: unknown): Path | undefined {
  const queue: { readonly value: unknown; readonly path: Path }[] = [{ value: root, path: [] }];
  const rayFields = knownKeys(deploymentSettings, ["ray"]);
  for (let index = 0; index < queue.length && index < MAXIMUM_OBJECTS; index++) {
    const { value, path } = queue[index] ?? { value: undefined, path: [] };
    if (path.length > 0 && looksLikeSettings(value, rayFields)) return path;
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
