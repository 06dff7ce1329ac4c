import { readSource } from "../../yaml/read-source.ts";
import type { SettingsResult } from "./settings-result.ts";
import { settingsResult } from "./settings-result.ts";
import { settingsKeys } from "./settings-schema.ts";

/**
 * A server's Helm values -> the settings that they hold, or the diagnostics that `compile` would give. The values are a
 * plain object or a text, `{file, text}`, in YAML or JSON; top-level keys other than `kuberay_version`, `ray`, `worker`
 * and `rbac` are the server's own and passed over. A server calls it once at its start, so that wrong settings come up
 * before the first request. Never throws and never touches its input.
 */
export function settingsFromHelmValues(values: unknown): SettingsResult {
  return settingsResult(readSource(values, "settings", settingsKeys));
}
