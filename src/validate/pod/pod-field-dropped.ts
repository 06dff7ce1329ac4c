import { showText } from "../../diagnostics/show.ts";
import type { BuiltContainer } from "./built-container.ts";
import { containerTitle } from "./built-container.ts";
import type { BuiltPod } from "./built-pod.ts";
import { NEWEST_KUBERNETES_MINOR } from "./built-pod.ts";
import type { DroppedField } from "./dropped-fields.ts";
import { droppedContainerFields, droppedPodFields } from "./dropped-fields.ts";
import { dropsMounts } from "./dropped-mounts.ts";
import { byLastKey, entriesFor } from "./keys-within.ts";
import type { Place } from "./place.ts";
import { fieldAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** Before this Kubernetes minor an init container that should keep running is waited for, forever. */
const SIDECARS_SINCE = 29;
const RESTARTS_SINCE = 34;

/** Fields that come to nothing on this Kubernetes, or with this KubeRay, silently. */
export const podFieldDropped = definePodLaw({
  code: "pod-field-dropped",
  *check(pod) {
    for (const field of entriesFor(OF_PODS, pod.keys)) {
      yield* fieldFindings(pod, pod.spec, field);
    }
    const ofContainers = entriesFor(OF_CONTAINERS, pod.keys);
    for (const container of pod.judged) {
      for (const field of ofContainers) yield* fieldFindings(pod, container, field);
      yield* restartFindings(pod, container);
      yield* mountFindings(pod, container);
    }
  },
});

const OF_PODS = byLastKey(droppedPodFields);
const OF_CONTAINERS = byLastKey(droppedContainerFields);

function* fieldFindings(
  { kubernetesMinor }: BuiltPod,
  root: Place,
  { pattern, sinceMinor, value, consequence }: DroppedField,
): Iterable<PodFinding> {
  const isOff =
    sinceMinor === undefined
      ? kubernetesMinor <= NEWEST_KUBERNETES_MINOR
      : kubernetesMinor < sinceMinor;
  if (!isOff) return;
  for (const place of placesAt(root, pattern)) {
    if (value !== undefined && place.data !== value) continue;
    const field = pattern.at(-1) ?? "";
    const message = `Kubernetes 1.${kubernetesMinor} drops ${field} unless a feature gate is on. ${consequence}`;
    const hint =
      sinceMinor === undefined
        ? "Remove it, or make sure that the feature gate is on."
        : `Remove it, or use Kubernetes 1.${sinceMinor} or newer.`;
    yield { path: place.path, target: "key", message, hint };
  }
}

function* restartFindings(
  { kubernetesMinor }: BuiltPod,
  container: BuiltContainer,
): Iterable<PodFinding> {
  const { data, path } = fieldAt(container, "restartPolicy");
  if (typeof data !== "string") return;
  if (container.isSidecar) {
    if (kubernetesMinor >= SIDECARS_SINCE) return;
    const message = `Kubernetes 1.${kubernetesMinor} drops the restart policy of an init container. The pod waits forever for ${containerTitle(container).replace("T", "t")} to end.`;
    yield { path, message, hint: "Move it to containers, after Ray's." };
    return;
  }
  if (kubernetesMinor < RESTARTS_SINCE) return;
  const message = `Kubernetes 1.${kubernetesMinor} drops the restart policy ${showText(data)} of a container unless a feature gate is on.`;
  const isMisspelt = container.list === "initContainers" && /^always$/i.test(data);
  const hint = isMisspelt
    ? "Did you mean Always?"
    : "Remove it; the restart policy of the pod applies.";
  yield { path, message, hint };
}

function* mountFindings(pod: BuiltPod, container: BuiltContainer): Iterable<PodFinding> {
  if (!dropsMounts(pod, container)) return;
  for (const { name, place } of container.mounts) {
    if (place === undefined || name === undefined || pod.volumeNames.has(name)) continue;
    const message = `The pod does not have the volume ${showText(name)}; this KubeRay release drops the mount, and with newer releases Kubernetes refuses the pod.`;
    const hint = "Add it to the volumes of the pod's spec, or remove the mount.";
    yield { path: fieldAt(place, "name").path, message, hint };
  }
}
