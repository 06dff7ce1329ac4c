import { ownFieldAt } from "../../../diagnostics/own-field.ts";
import { showText } from "../../../diagnostics/show.ts";
import { isAtLeast, parseVersion } from "../../../kuberay/version.ts";
import { refusalRule } from "./refusal-rule.ts";

/**
 * Token authentication
 *
 * authOptions.mode token needs a rayVersion of 2.52.0 or later.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.5.1.
 */
export const tokenAuthentication = refusalRule(
  "token-authentication",
  [1, 5, 1],
  function* ({ spec, rayVersion }) {
    if (ownFieldAt(spec, "authOptions", "mode") !== "token") return;
    const version = parseVersion(rayVersion);
    if (version !== undefined && isAtLeast(version, 2, 52)) return;
    yield {
      paths: [
        ["spec", "authOptions", "mode"],
        ["spec", "rayVersion"],
      ],
      message: `Authentication by token needs Ray 2.52 or later; rayVersion is ${showText(rayVersion)}.`,
    };
  },
);
