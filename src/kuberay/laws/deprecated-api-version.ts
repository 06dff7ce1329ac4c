import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Deprecated API version
 *
 * ray.io/v1alpha1 is deprecated: it gets no new fields, and the CRDs say that KubeRay 1.9 no longer serves it.
 *
 * See ray-operator/config/crd/bases, v1.7.0.
 */
export const deprecatedApiVersion: Law = defineLaw({
  code: "deprecated-api-version",
  severity: "warning",
  since: "1.7",
  *check({ apiVersion, kind }) {
    if (apiVersion !== "ray.io/v1alpha1" || kind === "RayCronJob") return;
    yield {
      path: ["apiVersion"],
      message: "ray.io/v1alpha1 is deprecated; KubeRay 1.9 will no longer serve it.",
      hint: "Write ray.io/v1. The fields keep their names.",
    };
  },
});
