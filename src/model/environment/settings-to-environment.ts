import { formatPath } from "../../diagnostics/path.ts";
import { snapshot } from "../../yaml/snapshot.ts";
import type { DeploymentSettings } from "../settings/settings.ts";
import { validateSettings } from "../settings/validate-settings.ts";
import { settingsVariables } from "./settings-variables.ts";

/**
 * Sound settings -> the environment variables that carry them, for a ConfigMap or a container: the inverse of
 * `settingsFromEnvironment`. A setting that is left out or null has no variable. `kuberay_version`, `ray.enabled`,
 * `worker.image_pull_secrets` and `rbac.manage_ray` have none at all and are ignored.
 * Throws a TypeError for what is no settings, naming the field: a value that is refused here would be refused there.
 */
export function settingsToEnvironment(settings: DeploymentSettings): Record<string, string> {
  const { data, findings } = snapshot(settings, "settings");
  const validated = validateSettings(data ?? undefined);
  const [first] = validated.ok ? findings : [...findings, ...validated.findings];
  if (first !== undefined || !validated.ok) {
    const what = first === undefined ? "" : ` ${formatPath(first.path)}: ${first.message}`;
    throw new TypeError(`settingsToEnvironment: settings must be sound settings.${what}`);
  }
  const environment: Record<string, string> = {};
  for (const { name, path, encoding } of settingsVariables) {
    const value = valueAt(validated.value, path);
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
