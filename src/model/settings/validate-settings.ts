import { validate } from "../validate.ts";
import type { Validated } from "../validated.ts";
import type { DeploymentSettings } from "./settings.ts";
import { deploymentSettings } from "./settings-schema.ts";

/**
 * Checks settings field by field; an empty document means that every default holds. Where nothing could be read
 * (undefined) nothing can be judged either.
 */
export function validateSettings(data: unknown): Validated<DeploymentSettings> {
  if (data === undefined) return { ok: false, findings: [], salvaged: {}, explained: [] };
  return validate(deploymentSettings, data ?? {}, "settings");
}
