import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import type { DocumentInput } from "../document-input.ts";
import { readSettingsOptions } from "../read-replacements.ts";
import { readSettings } from "./read-settings.ts";
import type { DeploymentSettings } from "./settings.ts";
import type { SettingsResult } from "./settings-result.ts";
import { settingsResult } from "./settings-result.ts";

/** Where the values hold the settings. */
export interface SettingsOptions {
  /** Such as `spec.values` of a HelmRelease. Default: at the top level. */
  readonly settingsAt?: string | undefined;
}

/** Helm values: the settings, and keys of the server's own at the top level. */
export type HelmValues = DeploymentSettings & { readonly [key: string]: unknown };

/**
 * A server's Helm values -> the settings that they hold, or the diagnostics that `compile` would give. The values are a
 * plain object or a text, `{file, text}`, in YAML or JSON; top-level keys other than `kuberay_version`, `ray`, `worker`
 * and `rbac` are the server's own and ignored. null and an empty object leave every default; undefined is a mistake.
 * A server calls it once at its start, so that wrong settings come up before the first request. Never throws and never
 * touches its input; wrong options are diagnostics too.
 */
export function settingsFromHelmValues<Values>(
  values: DocumentInput<HelmValues, Values> | null,
  options?: SettingsOptions | null,
): SettingsResult;
export function settingsFromHelmValues(
  values: unknown,
  options: SettingsOptions & { readonly settingsAt: string },
): SettingsResult;
export function settingsFromHelmValues(
  values: unknown,
  options?: SettingsOptions | null,
): SettingsResult {
  const { settingsAt, findings } = readSettingsOptions(options);
  const read = values === undefined ? notGiven : readSettings(values, settingsAt);
  return settingsResult(read, values, findings);
}

const notGiven: Source = Object.freeze({
  document: "settings",
  data: undefined,
  findings: Object.freeze([
    Object.freeze<Finding>({
      code: "wrong-type",
      document: "settings",
      path: Object.freeze([]),
      message: "The values are undefined.",
      hint: "Pass an object, a text as {file, text}, or null to use every default.",
    }),
  ]),
});
