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
  const asked = [...ALWAYS_ASKED];
  for (const key of pod.keys) {
    for (const index of CONCERNED.get(key) ?? []) asked[index] = true;
  }
  for (let index = 0; index < podLaws.length; index++) {
    const law = podLaws[index];
    if (law === undefined || asked[index] !== true) continue;
    for (const { related, ...finding } of law.check(pod)) {
      const places = related?.map((place) => ({ document, ...place }));
      findings.push({
        code: law.code,
        severity: manifestCodes[law.code].severity,
        document,
        ...finding,
        ...(places === undefined ? {} : { related: places }),
      });
    }
  }
  return findings;
}

/** For each law, by its index: whether it is asked whatever keys there are. */
const ALWAYS_ASKED: readonly boolean[] = Object.freeze(
  podLaws.map(({ concerns }) => concerns === undefined),
);

/** The indexes of the laws that a key concerns. */
const CONCERNED: ReadonlyMap<string, readonly number[]> = lawsByKey();

function lawsByKey(): ReadonlyMap<string, readonly number[]> {
  const laws = new Map<string, number[]>();
  for (const [index, { concerns = [] }] of podLaws.entries()) {
    for (const key of concerns) laws.set(key, [...(laws.get(key) ?? []), index]);
  }
  return laws;
}
