import { ownText } from "../../diagnostics/own-field.ts";
import { readInnerYaml } from "../inner-yaml.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Runtime environment
 *
 * runtimeEnvYAML is a YAML mapping.
 *
 * See UnmarshalRuntimeEnvYAML, called in ray-operator/controllers/ray/rayjob_controller.go, v1.1.0.
 */
export const runtimeEnvironment: Law = defineLaw({
  code: "runtime-environment",
  kinds: ["RayJob", "RayCronJob"],
  since: "1.1",
  *check({ job }) {
    const text = ownText(job?.spec, "runtimeEnvYAML") ?? "";
    const { problem } = readInnerYaml(text);
    if (job === undefined || problem === undefined) return;
    yield {
      path: [...job.path, "runtimeEnvYAML"],
      message: `runtimeEnvYAML ${problem}`,
      hint: "Write a runtime environment as a YAML mapping.",
    };
  },
});
