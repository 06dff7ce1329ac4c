import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import { requiredRay } from "../required-ray.ts";
import { formatMinor, formatVersion, isAtOrAfter, parseVersion } from "../version.ts";
import { rayVersionWords } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Kubernetes tokens
 *
 * authOptions.enableK8sTokenAuth is for a RayCluster of its own; it needs the mode token, Ray 2.55 or later, and no
 * secretName.
 *
 * See ValidateRayClusterSpec, ValidateRayJobSpec and ValidateRayServiceSpec in
 * ray-operator/controllers/ray/utils/validation.go, v1.6.0.
 */
export const kubernetesTokens: Law = defineLaw({
  code: "kubernetes-tokens",
  since: "1.6",
  *check({ cluster, kind }) {
    if (cluster === undefined) return;
    const options = ownObject(cluster.spec, "authOptions");
    if (ownField(options, "enableK8sTokenAuth") !== true) return;
    const optionsPath = [...cluster.path, "authOptions"];
    const path = [...optionsPath, "enableK8sTokenAuth"];
    if (kind !== "RayCluster") {
      const message = `enableK8sTokenAuth is not allowed in a ${kind}.`;
      yield { path, message, hint: "Remove it, or use a RayCluster." };
      return;
    }
    if (ownField(options, "mode") !== "token") {
      const related = [{ path: [...optionsPath, "mode"], message: "the mode is set here" }];
      const message = "enableK8sTokenAuth needs the mode token.";
      yield { path, message, hint: "Write mode: token.", related };
      return;
    }
    if ((ownText(options, "secretName") ?? "") !== "") {
      const related = [{ path: [...optionsPath, "secretName"], message: "the secret is here" }];
      const message = "enableK8sTokenAuth and secretName cannot be combined.";
      yield { path, message, hint: "Remove one of them.", related };
    }
    const version = parseVersion(cluster.rayVersion);
    if (version !== undefined && isAtOrAfter(version, requiredRay.kubernetesTokens)) return;
    const said = rayVersionWords(cluster);
    const related = [{ path: [...cluster.path, "rayVersion"], message: `rayVersion is ${said}` }];
    const message = `enableK8sTokenAuth needs Ray ${formatMinor(requiredRay.kubernetesTokens)} or later; rayVersion is ${said}.`;
    const hint = `Write the version of the Ray in the image as rayVersion, such as ${formatVersion(requiredRay.kubernetesTokens)}, or remove it.`;
    yield { path, message, hint, related };
  },
});
