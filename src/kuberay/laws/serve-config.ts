import { ownField, ownText } from "../../diagnostics/own-field.ts";
import { yamlProblem } from "../yaml-problem.ts";
import type { Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * Serve config
 *
 * serveConfigV2 is a YAML mapping that is not empty; before 1.1 it does not stand beside serveConfig. A cluster comes of
 * it whatever it says, so that from 1.1 on a wrong one is a warning.
 *
 * See reconcileServe in ray-operator/controllers/ray/rayservice_controller.go, v0.6.0 to v1.7.0.
 */
export const serveConfig: Law = defineLaw({
  code: "serve-config",
  kinds: ["RayService"],
  since: "0.6",
  *check({ spec }, target) {
    const path = ["spec", "serveConfigV2"];
    const text = ownText(spec, "serveConfigV2") ?? "";
    if (!isFrom(target, "1.1")) {
      if (text === "" || ownField(spec, "serveConfig") === undefined) return;
      yield {
        path,
        message: "serveConfig and serveConfigV2 are both set.",
        consequence: "KubeRay 0.6 to 1.0 refuse that.",
        hint: "Remove one of them.",
        related: [{ path: ["spec", "serveConfig"], message: "the other one is here" }],
      };
    } else if (text.trim() === "") {
      yield {
        path,
        message: "There is no serveConfigV2, so there is nothing to serve.",
        consequence: "The service is never ready.",
        severity: "warning",
        hint: "Write the Serve config with its applications.",
      };
    } else {
      const problem = yamlProblem(text);
      if (problem === undefined) return;
      yield {
        path,
        message: `serveConfigV2 ${problem}`,
        consequence: "The service is never ready.",
        severity: "warning",
        hint: "Write the Serve config as a YAML mapping.",
      };
    }
  },
});
