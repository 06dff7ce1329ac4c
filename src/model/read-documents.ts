import type { Source } from "../diagnostics/diagnostic.ts";
import { readSource } from "../yaml/read-source.ts";
import { overrideFields } from "./override-fields.ts";
import type { ReadReplacements } from "./read-replacements.ts";
import { readSettings } from "./settings/read-settings.ts";

/** Both documents as they count: read, and with the fields replaced that options replace. */
export function readDocuments(
  request: unknown,
  settings: unknown,
  { overrides, kuberayVersion, settingsAt }: ReadReplacements,
): { readonly request: Source; readonly settings: Source } {
  return {
    request: overrideFields(readSource(request, "request"), overrides),
    settings: overrideFields(
      readSettings(settings, settingsAt),
      kuberayVersion === undefined ? undefined : { kuberay_version: kuberayVersion },
    ),
  };
}
