import type { Source } from "../diagnostics/diagnostic.ts";
import { readSource } from "../yaml/read-source.ts";
import { overrideFields } from "./override-fields.ts";
import type { ReadReplacements } from "./read-replacements.ts";
import { layerRequest } from "./request/layer-request.ts";
import { layerSettings } from "./settings/layer-settings.ts";

/** Both documents as they count: read, and with the fields replaced that options replace. */
export function readDocuments(
  request: unknown,
  settings: unknown,
  given: ReadReplacements,
): { readonly request: Source; readonly settings: Source } {
  return {
    request: replaceInRequest(readSource(request, "request"), given),
    settings: readDeployment(settings, given),
  };
}

/** A request that was read, as it counts. */
export function replaceInRequest(
  request: Source,
  { patches, overrides, ranges }: ReadReplacements,
): Source {
  return overrideFields(layerRequest(request, patches), overrides, ranges);
}

/** Settings as they count: they are the same for every request. */
export function readDeployment(
  settings: unknown,
  { kuberayVersion, ranges, settingsAt, settingsLayers }: ReadReplacements,
): Source {
  return overrideFields(
    layerSettings(settings, settingsLayers, settingsAt),
    kuberayVersion === undefined ? undefined : { kuberay_version: kuberayVersion },
    ranges,
  );
}
