import type { Path } from "../diagnostics/path.ts";
import { showText } from "../diagnostics/show.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import { isMap } from "../yaml/yaml-package.ts";
import type { SettingsInput } from "./compile-request.ts";
import { settingsOf } from "./compile-request.ts";
import type { KrmResult } from "./krm-result.ts";
import { resultOf } from "./krm-result.ts";
import { readSpec } from "./read-spec.ts";
import type { Resource } from "./resource.ts";
import { member, REQUEST_KIND, RESOURCE_API_VERSION, SETTINGS_KIND } from "./resource.ts";
import type { ResourceList } from "./resource-list.ts";

/** The settings for requests that have none of their own. */
export interface FunctionSettings {
  readonly settings: SettingsInput | undefined;
  readonly results: readonly KrmResult[];
}

/**
 * The settings of the functionConfig, or else the given ones. It is a RayClusterSettings, or a RayClusterRequest, whose
 * settings are its own; a ConfigMap without data is what tools pass where nothing is configured.
 */
export function functionSettings(
  list: ResourceList,
  settings: SettingsInput | undefined,
): FunctionSettings {
  const { functionConfig } = list;
  if (functionConfig === undefined || isEmptyConfigMap(functionConfig)) {
    return { settings, results: [] };
  }
  const { apiVersion, kind } = functionConfig.reference;
  if (apiVersion !== RESOURCE_API_VERSION || !KINDS.includes(kind)) {
    return { settings, results: [unknownConfig(functionConfig)] };
  }
  if (kind === REQUEST_KIND) return { settings, results: [] };
  const read = readSpec(functionConfig, list, ["settings"]);
  if (!read.ok) return { settings, results: read.results };
  const own = read.value.spec.settings;
  if (own == null) return { settings, results: read.warnings };
  return {
    settings: { input: own, origin: settingsOf(functionConfig) },
    results: read.warnings,
  };
}

const KINDS: readonly string[] = [REQUEST_KIND, SETTINGS_KIND];

function isEmptyConfigMap({ node, reference: { apiVersion, kind } }: Resource): boolean {
  if (apiVersion !== "v1" || kind !== "ConfigMap") return false;
  const data = member(node, "data");
  return !isMap(data) || data.items.length === 0;
}

function unknownConfig({ reference }: Resource): KrmResult {
  const { apiVersion, kind } = reference;
  const isOurs = apiVersion === RESOURCE_API_VERSION;
  const suggestion = isOurs ? didYouMean(kind, KINDS) : undefined;
  const hint = suggestion ?? `Use a ${KINDS.join(" or a ")} of ${RESOURCE_API_VERSION}.`;
  return resultOf(
    {
      code: "wrong-type",
      message: `The function cannot be configured by a ${showText(kind)} of ${showText(apiVersion)}.`,
      hint,
    },
    { resource: reference, place: (path: Path) => path },
    [isOurs ? "kind" : "apiVersion"],
  );
}
