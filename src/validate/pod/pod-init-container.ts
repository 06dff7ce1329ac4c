import { containerTitle } from "./built-container.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

const NOT_FOR_INIT = Object.freeze([
  "lifecycle",
  "livenessProbe",
  "readinessProbe",
  "startupProbe",
]);

/** An init container that ends has neither hooks nor probes. Source: Kubernetes, validateInitContainers. */
export const podInitContainer = definePodLaw({
  code: "pod-init-container",
  concerns: ["initContainers"],
  *check({ containers }) {
    for (const container of containers) {
      if (container.list !== "initContainers" || container.isSidecar) continue;
      for (const field of NOT_FOR_INIT) {
        const { data, path } = fieldAt(container, field);
        if (data === undefined) continue;
        yield {
          path,
          target: "key",
          message: `${containerTitle(container)} is an init container that runs to completion, so it must not have ${field}.`,
          hint: "Remove it, or set the container's restartPolicy to Always to keep it running next to Ray.",
        };
      }
    }
  },
});
