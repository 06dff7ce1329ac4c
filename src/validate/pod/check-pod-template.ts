import type { Finding } from "../../diagnostics/diagnostic.ts";
import { manifestCodes } from "../../diagnostics/manifest-codes.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { buildPod } from "./built-pod.ts";
import type { PodContext } from "./pod-context.ts";
import { podLaws } from "./registry.ts";

/**
 * What keeps Kubernetes from taking the pods that KubeRay makes of a pod template, and what it takes that cannot be meant.
 * The template is judged together with what KubeRay adds to it. Types, required fields and unknown fields are the API's,
 * and ignored here: a value of a wrong type is not judged. Never throws, whatever the template holds; the time is in
 * proportion to its size. Source: Kubernetes 1.34, pkg/apis/core/validation/validation.go.
 */
export function checkPodTemplate(
  template: PlainData | undefined,
  context: PodContext,
): readonly Finding[] {
  const pod = buildPod(template, context);
  const document = context.document ?? "manifest";
  const findings: Finding[] = [];
  for (const { code, concerns, check } of podLaws) {
    if (concerns !== undefined && !concerns.some((key) => pod.keys.has(key))) continue;
    const { severity } = manifestCodes[code];
    for (const { related, ...finding } of check(pod)) {
      const places = related?.map((place) => ({ document, ...place }));
      findings.push({
        code,
        severity,
        document,
        ...finding,
        ...(places === undefined ? {} : { related: places }),
      });
    }
  }
  return findings;
}
