import { ownText } from "../../diagnostics/own-field.ts";
import { entriesAt, fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** Overhead comes of a runtime class. Source: Kubernetes, plugin/pkg/admission/runtimeclass. */
export const podOverhead = definePodLaw({
  code: "pod-overhead",
  concerns: ["overhead"],
  *check({ spec }) {
    const hasClass = (ownText(spec.data, "runtimeClassName") ?? "") !== "";
    if (hasClass || entriesAt(spec, "overhead").length === 0) return;
    yield {
      path: fieldAt(spec, "overhead").path,
      message: "The pod has an overhead, but no runtime class that defines it.",
      hint: "Remove it; Kubernetes fills it in from the runtime class.",
    };
  },
});
