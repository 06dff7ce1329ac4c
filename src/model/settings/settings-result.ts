import type { Diagnostic, Finding, Source } from "../../diagnostics/diagnostic.ts";
import { report } from "../../diagnostics/report.ts";
import { examineSettings } from "./examine-settings.ts";
import type { DeploymentSettings } from "./settings.ts";
import { deploymentSettings } from "./settings-schema.ts";

/** Settings that `compile` takes, or everything that is wrong with them. */
export type SettingsResult =
  | {
      readonly ok: true;
      /** Fresh and sound, with nothing but the compiler's own fields; defaults are not filled in. */
      readonly settings: DeploymentSettings;
      /** Keys that look misspelt, and settings that are not where they are looked for. */
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Settings that were read -> settings that are sound field by field. What depends on a request is left to `compile`. */
export function settingsResult(
  read: Source,
  input: unknown,
  further: readonly Finding[] = [],
): SettingsResult {
  const { source, validated, findings } = examineSettings(input, read);
  const diagnostics = report([...further, ...findings], [source]);
  return validated.ok && !diagnostics.some(({ severity }) => severity === "error")
    ? { ok: true, settings: deploymentSettings.pick(validated.value), diagnostics }
    : { ok: false, diagnostics };
}
