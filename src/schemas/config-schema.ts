import { project, projectTarget } from "../cli/project/project-schema.ts";
import { fromZod, normalise, normaliseDefinitions } from "./from-zod.ts";
import type { JsonSchema } from "./json-schema.ts";

/** The schema of a project file, for editors. */
export function configSchema(): JsonSchema {
  const definitions = normaliseDefinitions({ Target: fromZod(projectTarget) });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "raycluster-config.schema.json",
    title: "RayClusterProject",
    description: "What raycluster build and raycluster check compile, and where the output goes.",
    ...normalise(fromZod(project), definitions),
    definitions,
  };
}
