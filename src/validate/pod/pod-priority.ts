import { ownText } from "../../diagnostics/own-field.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** Priority comes of a priority class. Source: Kubernetes, plugin/pkg/admission/priority. */
export const podPriority = definePodLaw({
  code: "pod-priority",
  concerns: ["priority", "preemptionPolicy"],
  *check({ spec }) {
    const hasClass = (ownText(spec.data, "priorityClassName") ?? "") !== "";
    const { data, path } = fieldAt(spec, "priority");
    if (typeof data === "number" && (hasClass || data !== 0)) {
      const message = `priority is ${data}; the pod is refused unless its priority class gives the same number.`;
      yield { path, message, hint: "Remove it, and name a priorityClassName." };
    }
    const policy = fieldAt(spec, "preemptionPolicy");
    if (policy.data !== "Never" || hasClass) return;
    const message =
      "preemptionPolicy is Never; the pod is refused unless its priority class gives the same.";
    yield { path: policy.path, message, hint: "Remove it, and name a priorityClassName." };
  },
});
