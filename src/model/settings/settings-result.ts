import type { Diagnostic, Source } from "../../diagnostics/diagnostic.ts";
import { report } from "../../diagnostics/report.ts";
import { fieldFindings } from "../field-findings.ts";
import type { DeploymentSettings } from "./settings.ts";
import { validateSettings } from "./validate-settings.ts";

/** Settings that `compile` takes, or everything that is wrong with them. */
export type SettingsResult =
  | {
      readonly ok: true;
      /** Fresh and sound, with nothing but the compiler's own fields; defaults are not filled in. */
      readonly settings: DeploymentSettings;
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Settings that were read -> settings that are sound field by field. What depends on a request is left to `compile`. */
export function settingsResult(source: Source): SettingsResult {
  const validated = validateSettings(source.data);
  const diagnostics = report(fieldFindings(source, validated), [source]);
  return validated.ok && diagnostics.length === 0
    ? { ok: true, settings: validated.value }
    : { ok: false, diagnostics };
}
