import { isList } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { containerTitle } from "./built-container.ts";
import { fieldAt, itemsAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** What may stand among a pod's containers. Source: Kubernetes, validateContainers and ValidatePodCreate. */
export const podContainers = definePodLaw({
  code: "pod-containers",
  *check({ spec, judged, kubernetesMinor, context }) {
    const containers = fieldAt(spec, "containers");
    if (
      containers.data === undefined ||
      (isList(containers.data) && containers.data.length === 0)
    ) {
      const message = "The pod has no container.";
      const hint =
        context.role === "submitter"
          ? "Add the container that submits the job."
          : "Add the container that runs Ray.";
      yield { path: containers.path, message, hint };
    }
    if (itemsAt(spec, "ephemeralContainers").length > 0) {
      yield {
        path: fieldAt(spec, "ephemeralContainers").path,
        message: "A pod that is being created may not have ephemeral containers.",
        hint: "Remove them; kubectl debug adds one to a running pod.",
      };
    }
    if (kubernetesMinor >= CONTAINERS_MAY_RESTART) return;
    for (const container of judged) {
      const { data, path } = fieldAt(container, "restartPolicy");
      const allowed = container.list === "initContainers" && data === "Always";
      if (typeof data !== "string" || allowed) continue;
      yield {
        path,
        message: `${containerTitle(container)} has the restart policy ${showText(data)}; before Kubernetes 1.${CONTAINERS_MAY_RESTART} only an init container may have a restart policy, and only Always.`,
        hint: "Remove it, or set the restart policy of the whole pod.",
      };
    }
  },
});

const CONTAINERS_MAY_RESTART = 34;
