import { ownField, ownObject } from "../../../diagnostics/own-field.ts";
import { showText } from "../../../diagnostics/show.ts";
import { isAtLeast, parseVersion } from "../../../kuberay/version.ts";
import type { DiffPath } from "../diff-path.ts";
import { refusalRule } from "./refusal-rule.ts";

const OPTIONS_PATH: DiffPath = ["spec", "authOptions"];

/**
 * Kubernetes tokens
 *
 * authOptions.enableK8sTokenAuth needs the mode token, Ray 2.55 or later, and no secretName.
 *
 * See ray-operator/controllers/ray/utils/validation.go, v1.6.0.
 */
export const kubernetesTokens = refusalRule(
  "kubernetes-tokens",
  [1, 6],
  function* ({ spec, rayVersion }) {
    const options = ownObject(spec, "authOptions");
    if (ownField(options, "enableK8sTokenAuth") !== true) return;
    const path = [...OPTIONS_PATH, "enableK8sTokenAuth"];
    if (ownField(options, "mode") !== "token") {
      const message = "enableK8sTokenAuth needs the mode token.";
      yield { paths: [path, [...OPTIONS_PATH, "mode"]], message };
    }
    if (ownField(options, "secretName") !== undefined) {
      const message = "enableK8sTokenAuth and secretName cannot stand together.";
      yield { paths: [path, [...OPTIONS_PATH, "secretName"]], message };
    }
    const version = parseVersion(rayVersion);
    if (version !== undefined && isAtLeast(version, 2, 55)) return;
    const message = `enableK8sTokenAuth needs Ray 2.55 or later; rayVersion is ${showText(rayVersion)}.`;
    yield { paths: [path, ["spec", "rayVersion"]], message };
  },
);
