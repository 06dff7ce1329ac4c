import { showText } from "../../diagnostics/show.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import { containerTitle } from "./built-container.ts";
import { dropsMounts } from "./dropped-mounts.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

const MAXIMUM_SUGGESTED = 50;

/** Every mount names a volume of the pod. Source: Kubernetes, ValidateVolumeMounts. */
export const podMountWithoutVolume = definePodLaw({
  code: "pod-mount-without-volume",
  concerns: ["volumeMounts"],
  *check(pod) {
    const known = [...pod.volumeNames].slice(0, MAXIMUM_SUGGESTED);
    for (const container of pod.judged) {
      if (dropsMounts(pod, container)) continue;
      for (const { name, place } of container.mounts) {
        if (place === undefined || name === undefined || pod.volumeNames.has(name)) continue;
        yield {
          path: fieldAt(place, "name").path,
          message: `${containerTitle(container)} mounts the volume ${showText(name)}, which the pod does not have.`,
          hint:
            didYouMean(name, known) ??
            "Add it to the volumes of the pod's spec, or remove the mount.",
        };
      }
    }
  },
});
