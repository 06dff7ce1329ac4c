import { labelMapFindings } from "./label-map.ts";
import { definePodLaw } from "./pod-law.ts";

/** Labels and node selectors. Source: Kubernetes, ValidateLabels. */
export const podLabel = definePodLaw({
  code: "pod-label",
  concerns: ["labels", "nodeSelector"],
  *check({ metadata, spec }) {
    yield* labelMapFindings(metadata, "labels", "label");
    yield* labelMapFindings(spec, "nodeSelector", "node selector");
  },
});
