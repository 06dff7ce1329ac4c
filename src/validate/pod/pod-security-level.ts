import type { BuiltPod } from "./built-pod.ts";
import { definePodLaw } from "./pod-law.ts";
import { baselineFindings } from "./security-baseline.ts";
import { restrictedFindings } from "./security-restricted.ts";

/** What the level of Pod Security forbids that the namespace enforces. Source: Kubernetes, pod-security-admission/policy. */
export const podSecurityLevel = definePodLaw({
  code: "pod-security-level",
  *check(pod: BuiltPod) {
    const level = pod.context.podSecurity;
    if (level === undefined) return;
    yield* baselineFindings(pod, level);
    if (level === "restricted") yield* restrictedFindings(pod);
  },
});
