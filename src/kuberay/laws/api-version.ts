import { showText } from "../../diagnostics/show.ts";
import { newestKuberay } from "../releases.ts";
import { formatVersion, isLaterMinor } from "../version.ts";
import type { Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * API version
 *
 * KubeRay serves ray.io/v1alpha1, and from 1.0 on ray.io/v1; RayCronJob is ray.io/v1 alone. A release that is newer than
 * those known is not judged.
 *
 * See ray-operator/config/crd/bases, v0.4.0 to v1.7.0.
 */
export const apiVersion: Law = defineLaw({
  code: "api-version",
  *check({ apiVersion, kind }, target) {
    const { kuberay } = target;
    if (isLaterMinor(kuberay, newestKuberay)) return;
    const old = kind === "RayCronJob" ? [] : ["ray.io/v1alpha1"];
    const served = isFrom(target, "1.0") ? ["ray.io/v1", ...old] : old;
    if (served.includes(apiVersion)) return;
    yield {
      path: ["apiVersion"],
      message: `KubeRay ${formatVersion(kuberay)} does not serve ${showText(apiVersion)}.`,
      consequence: "The API server refuses the manifest.",
      hint: served.length === 0 ? undefined : `Write ${served[0]}.`,
    };
  },
});
