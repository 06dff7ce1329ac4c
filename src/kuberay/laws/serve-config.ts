import { ownField, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import { readInnerYaml } from "../inner-yaml.ts";
import { serveProblem } from "../serve-problem.ts";
import type { Breach, Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * Serve config
 *
 * serveConfigV2 is a YAML mapping with applications that Ray Serve takes; before 1.1 it does not stand beside serveConfig. A cluster comes of
 * it whatever it says, so that from 1.1 on a wrong one is a warning.
 *
 * See reconcileServe in ray-operator/controllers/ray/rayservice_controller.go, v0.6.0 to v1.7.0.
 */
export const serveConfig: Law = defineLaw({
  code: "serve-config",
  kinds: ["RayService"],
  *check({ spec }, target) {
    const path = ["spec", "serveConfigV2"];
    const text = ownText(spec, "serveConfigV2") ?? "";
    if (!isFrom(target, "1.1")) {
      const hasOther = ownField(spec, "serveConfig") !== undefined;
      if (text === "" && !hasOther) yield nothingToServe(path, isFrom(target, "0.6"));
      if (text === "" || !hasOther || !isFrom(target, "0.6")) return;
      yield {
        path,
        message: "serveConfig and serveConfigV2 are both set.",
        consequence: "KubeRay 0.6 to 1.0 refuse that.",
        hint: "Remove one of them.",
        related: [{ path: ["spec", "serveConfig"], message: "the other one is here" }],
      };
    } else if (text.trim() === "") {
      yield nothingToServe(path, true);
    } else {
      const { problem, mapping } = readInnerYaml(text);
      const isEmpty = mapping !== undefined && ownField(mapping, "applications") === undefined;
      const ofRay = mapping === undefined ? undefined : serveProblem(mapping);
      if (problem === undefined && !isEmpty && ofRay === undefined) return;
      yield {
        path,
        message: isEmpty
          ? "serveConfigV2 has no applications, so there is nothing to serve."
          : `serveConfigV2 ${ofRay?.problem ?? problem}`,
        consequence: "The service is never ready.",
        severity: "warning",
        hint: isEmpty
          ? "Write applications: and a list, each with a name and an import_path."
          : (ofRay?.hint ?? "Write the Serve config as a YAML mapping."),
      };
    }
  },
});

/** Before 0.6 there is only serveConfig. */
function nothingToServe(path: Path, hasV2: boolean): Breach {
  return {
    path: hasV2 ? path : ["spec", "serveConfig"],
    message: `There is no ${hasV2 ? "serveConfigV2" : "serveConfig"}, so there is nothing to serve.`,
    consequence: "The service is never ready.",
    severity: "warning",
    hint: "Write the Serve config with its applications.",
  };
}
