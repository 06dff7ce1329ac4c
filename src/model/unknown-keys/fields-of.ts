import { knownKeys } from "../known-keys.ts";
import { fullRequest, simpleRequest } from "../request-schema.ts";
import { deploymentSettings } from "../settings-schema.ts";
import type { PlaceName } from "./places.ts";
import { places } from "./places.ts";

/** The fields of a place, in both forms of the config. */
export function fieldsOf(name: PlaceName): readonly string[] {
  const { document, paths } = places[name];
  const schemas = document === "settings" ? [deploymentSettings] : [simpleRequest, fullRequest];
  const fields = schemas.flatMap((schema) =>
    paths.flatMap((path) =>
      knownKeys(
        schema,
        path === "" ? [] : path.split(".").map((step) => (step === "[]" ? 0 : step)),
      ),
    ),
  );
  return [...new Set(fields)];
}
