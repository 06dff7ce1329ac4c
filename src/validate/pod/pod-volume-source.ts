import { ownField } from "../../diagnostics/own-field.ts";
import { NEWEST_KUBERNETES_MINOR } from "./built-pod.ts";
import { fieldAt, itemsAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";
import { sourcesOf } from "./volume-sources.ts";

const PROJECTED = Object.freeze([
  "secret",
  "configMap",
  "downwardAPI",
  "serviceAccountToken",
  "clusterTrustBundle",
  "podCertificate",
]);

/** Sources behind a feature gate that is off as far as is known: they are dropped before anything is judged. */
const GATED = Object.freeze(["image", "clusterTrustBundle", "podCertificate"]);

/** A volume has one source. Source: Kubernetes, validateVolumeSource. */
export const podVolumeSource = definePodLaw({
  code: "pod-volume-source",
  concerns: ["volumes"],
  *check({ volumes, kubernetesMinor }) {
    const isKept = (source: string) =>
      kubernetesMinor > NEWEST_KUBERNETES_MINOR || !GATED.includes(source);
    for (const volume of volumes) {
      const sources = sourcesOf(volume).filter(isKept);
      if (sources.length > 1) {
        const message = `The volume has ${sources.length} sources, ${sources.join(" and ")}.`;
        yield { path: volume.path, message, hint: "Keep only one of them, or make two volumes." };
      }
      for (const source of itemsAt(fieldAt(volume, "projected"), "sources")) {
        const named = PROJECTED.filter(
          (key) => isKept(key) && ownField(source.data, key) !== undefined,
        );
        if (named.length < 2) continue;
        const message = `The projected source names ${named.join(" and ")} in one item.`;
        yield { path: source.path, message, hint: "Make each one a separate item." };
      }
    }
  },
});
