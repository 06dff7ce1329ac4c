import { knownKeys } from "../known-keys.ts";
import { fullRequest, simpleRequest } from "../request/request-schema.ts";
import { deploymentSettings } from "../settings/settings-schema.ts";
import type { PlaceName } from "./places.ts";
import { places } from "./places.ts";

/** The fields of a place, in both forms of the config. */
export function fieldsOf(name: PlaceName): readonly string[] {
  const known = fieldsByPlace.get(name);
  if (known !== undefined) return known;
  const found = fieldsInSchemas(name);
  fieldsByPlace.set(name, found);
  return found;
}

/** Found once, when somebody asks: a document can have very many keys that are unknown, and most have none. */
const fieldsByPlace = new Map<PlaceName, readonly string[]>();

function fieldsInSchemas(name: PlaceName): readonly string[] {
  const { document, paths } = places[name];
  const schemas = document === "settings" ? [deploymentSettings] : [simpleRequest, fullRequest];
  const found = schemas.flatMap((schema) =>
    paths.flatMap((path) => knownKeys(schema, steps(path))),
  );
  return Object.freeze([...new Set(found)]);
}

function steps(path: string): readonly (string | number)[] {
  return path === "" ? [] : path.split(".").map((step) => (step === "[]" ? 0 : step));
}
