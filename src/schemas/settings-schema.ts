import { deploymentSettings } from "../model/settings/settings-schema.ts";
import * as textMaps from "../model/text-maps.ts";
import { fromZod, normalise, normaliseDefinitions } from "./from-zod.ts";
import type { JsonSchema } from "./json-schema.ts";
import { withPodTemplates } from "./pod-template-schema.ts";

/** The schema of DeploymentSettings, for editors: a Helm values file, strict under `ray` and open elsewhere. */
export function settingsSchema(): JsonSchema {
  const raw = fromZod(deploymentSettings);
  const definitions = normaliseDefinitions({
    NodeSelector: fromZod(textMaps.nodeSelector),
    Toleration: itemsOf("gpu_tolerations", raw),
    Labels: fromZod(textMaps.labels),
    Annotations: fromZod(textMaps.annotations),
  });
  const { properties, ...rest } = normalise(raw, definitions);
  return withPodTemplates({
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "deployment-settings.schema.json",
    title: "DeploymentSettings",
    description:
      "Where Ray clusters run: the Helm values of a server; other keys are the server's.",
    ...rest,
    properties: { $schema: SCHEMA_FIELD, ...properties },
    definitions: {
      ...definitions,
      Toleration: { ...definitions.Toleration, allOf: TOLERATION_LAWS },
    },
  });
}

/** What Kubernetes demands across the fields of a toleration. */
const TOLERATION_LAWS: readonly JsonSchema[] = Object.freeze([
  {
    anyOf: [
      {
        properties: { operator: { const: "Exists" }, value: { enum: ["", null] } },
        required: ["operator"],
      },
      {
        properties: {
          operator: { enum: ["Equal", "", null] },
          key: { type: "string", minLength: 1 },
        },
        required: ["key"],
      },
    ],
  },
  {
    anyOf: [
      { properties: { tolerationSeconds: { type: "null" } } },
      { properties: { effect: { const: "NoExecute" } }, required: ["effect"] },
    ],
  },
]);

/** Passed over like every key of the server's. The type is for editors, which complete a key by it. */
const SCHEMA_FIELD: JsonSchema = Object.freeze({
  description: "The JSON Schema that an editor should use; has no effect.",
  type: ["string", "null"],
});

/** What stands in a list under `ray`. */
function itemsOf(key: string, settings: JsonSchema): JsonSchema {
  const ray = partOf(settings.properties?.ray);
  const items = partOf(ray?.properties?.[key])?.items;
  if (items === undefined) throw new Error(`ray.${key} is not a list.`);
  return items;
}

/** Without the choice of null. */
function partOf(schema: JsonSchema | undefined): JsonSchema | undefined {
  return schema?.anyOf?.[0] ?? schema;
}
