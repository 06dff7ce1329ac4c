import { ownFieldAt } from "../../diagnostics/own-field.ts";
import { requiredRay } from "../required-ray.ts";
import { formatMinor, formatVersion, isAtOrAfter, parseVersion } from "../version.ts";
import { rayVersionWords } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Token authentication
 *
 * authOptions.mode token needs a rayVersion of 2.52.0 or later.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.5.1.
 */
export const tokenAuthentication: Law = defineLaw({
  code: "token-authentication",
  since: "1.5.1",
  *check({ cluster }) {
    if (cluster === undefined) return;
    if (ownFieldAt(cluster.spec, "authOptions", "mode") !== "token") return;
    const version = parseVersion(cluster.rayVersion);
    if (version !== undefined && isAtOrAfter(version, requiredRay.tokens)) return;
    const path = [...cluster.path, "rayVersion"];
    const said = rayVersionWords(cluster);
    yield {
      path: [...cluster.path, "authOptions", "mode"],
      message: `Token authentication needs Ray ${formatMinor(requiredRay.tokens)} or later; rayVersion is ${said}.`,
      hint: `Write the version of the Ray in the image as rayVersion, such as ${formatVersion(requiredRay.tokens)}.`,
      related: [{ path, message: `rayVersion is ${said}` }],
    };
  },
});
