import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { duplicates } from "./duplicates.ts";
import { fieldAt, itemsAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** Before this Kubernetes minor the field is dropped. */
const SINCE = 33;

/** How containers are resized. Source: Kubernetes, validateResizePolicy. */
export const podResizePolicy = definePodLaw({
  code: "pod-resize-policy",
  concerns: ["resizePolicy"],
  *check({ spec, judged, additions, kubernetesMinor }) {
    if (kubernetesMinor < SINCE) return;
    const neverRestarts =
      additions.restartPolicy === "Never" || ownText(spec.data, "restartPolicy") === "Never";
    for (const container of judged) {
      const policies = itemsAt(container, "resizePolicy");
      for (const [first, again] of duplicates(policies, ({ data }) =>
        ownText(data, "resourceName"),
      )) {
        const name = showText(ownText(again.data, "resourceName") ?? "");
        const related = [{ path: first.path, message: "the first one is here" }];
        const message = `resizePolicy names the resource ${name} twice.`;
        yield { path: again.path, message, hint: "Remove one of them.", related };
      }
      if (!neverRestarts) continue;
      for (const policy of policies) {
        const { data, path } = fieldAt(policy, "restartPolicy");
        if (data !== "RestartContainer") continue;
        const why = additions.restartPolicy === "Never" ? ", as autoscaler v2 requires," : "";
        const message = `resizePolicy is RestartContainer, but the pod's restart policy${why} is Never.`;
        yield { path, message, hint: "Use NotRequired." };
      }
    }
  },
});
