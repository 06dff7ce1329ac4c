import { showText } from "../../../diagnostics/show.ts";
import { newestKuberay } from "../../../kuberay/releases.ts";
import { formatVersion, isAtLeast } from "../../../kuberay/version.ts";
import { refusalRule } from "./refusal-rule.ts";

const REFUSED_BY = "The API server refuses the manifest.";

/**
 * API version
 *
 * KubeRay serves ray.io/v1alpha1, and from 1.0 on ray.io/v1.
 *
 * See rayclusters.ray.io in ray-operator/config/crd/bases, v0.4.0 to v1.7.0.
 */
export const apiVersion = refusalRule("api-version", [0, 4], function* (cluster, kuberay) {
  const served = isAtLeast(kuberay, 1, 0) ? ["ray.io/v1", "ray.io/v1alpha1"] : ["ray.io/v1alpha1"];
  const isUnknown = isAtLeast(kuberay, newestKuberay.major, newestKuberay.minor + 1);
  if (isUnknown || served.includes(cluster.apiVersion)) return;
  yield {
    paths: [["apiVersion"]],
    message: `KubeRay ${formatVersion(kuberay)} does not serve ${showText(cluster.apiVersion)}.`,
    refusedBy: REFUSED_BY,
  };
});
