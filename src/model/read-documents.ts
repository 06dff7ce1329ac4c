import type { Source } from "../diagnostics/diagnostic.ts";
import { readSource } from "../yaml/read-source.ts";
import { overrideFields } from "./override-fields.ts";
import { settingsKeys } from "./settings/settings-schema.ts";

/** What replaces fields of the documents. */
export interface Replacements {
  /** Fields that replace the request's own, since a build knows its tag. Default none. */
  readonly overrides?:
    | {
        readonly name?: string | undefined;
        readonly namespace?: string | undefined;
        readonly image?: string | undefined;
        readonly ray_version?: string | undefined;
      }
    | undefined;
  /** The KubeRay release to compile for, in place of the settings' `kuberay_version`. */
  readonly kuberayVersion?: string | undefined;
}

/** Both documents as they count: read, and with the fields replaced that options replace. */
export function readDocuments(
  request: unknown,
  settings: unknown,
  replacements: Replacements | null | undefined,
): { readonly request: Source; readonly settings: Source } {
  const version = replacements?.kuberayVersion;
  return {
    request: overrideFields(readSource(request, "request"), replacements?.overrides),
    settings: overrideFields(
      readSource(settings, "settings", settingsKeys),
      version === undefined ? undefined : { kuberay_version: version },
    ),
  };
}
