import type { DeploymentSettings } from "../settings/settings.ts";
import { settingsVariables } from "./settings-variables.ts";

/**
 * Sound settings -> the environment variables that carry them, for a ConfigMap or a container: the inverse of
 * `settingsFromEnvironment`. A setting that is left out or null has no variable. `kuberay_version`, `ray.enabled`,
 * `worker.image_pull_secrets` and `rbac.manage_ray` have none at all and are passed over.
 */
export function settingsToEnvironment(settings: DeploymentSettings): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const { name, path, encoding } of settingsVariables) {
    const value = valueAt(settings, path);
    if (value === undefined || value === null) continue;
    environment[name] = encoding === "json" ? JSON.stringify(value) : String(value);
  }
  return environment;
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
