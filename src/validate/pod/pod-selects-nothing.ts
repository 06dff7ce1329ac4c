import { isObject, ownField } from "../../diagnostics/own-field.ts";
import { itemsAt, placesAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

const TERMS = [
  ["requiredDuringSchedulingIgnoredDuringExecution", "*"],
  ["preferredDuringSchedulingIgnoredDuringExecution", "*", "podAffinityTerm"],
];

/** Without a labelSelector no pod is matched. Source: Kubernetes, pkg/api/pod/warnings.go. */
export const podSelectsNothing = definePodLaw({
  code: "pod-selects-nothing",
  concerns: ["affinity", "topologySpreadConstraints"],
  *check({ spec }) {
    const terms = ["podAffinity", "podAntiAffinity"].flatMap((kind) =>
      TERMS.flatMap((term) => placesAt(spec, ["affinity", kind, ...term])),
    );
    for (const { data, path } of [...terms, ...itemsAt(spec, "topologySpreadConstraints")]) {
      if (!isObject(data) || ownField(data, "labelSelector") !== undefined) continue;
      const message = "Without a labelSelector, no pods match, and the rule has no effect.";
      yield { path, message, hint: "Add a labelSelector, such as one for ray.io/cluster." };
    }
  },
});
