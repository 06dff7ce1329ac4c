import { isObject, ownField } from "../../diagnostics/own-field.ts";
import { canonicalQuantity } from "../../quantity/canonical-quantity.ts";
import { amountOf } from "./amount.ts";
import type { BuiltContainer } from "./built-container.ts";
import { containerTitle } from "./built-container.ts";
import type { BuiltPod } from "./built-pod.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** Before this Kubernetes minor the field is dropped. */
const SINCE = 34;

/** The resources of a whole pod suffice for its containers, KubeRay's included. Source: Kubernetes, validatePodResources. */
export const podLevelResources = definePodLaw({
  code: "pod-level-resources",
  *check(pod) {
    if (pod.kubernetesMinor < SINCE) return;
    const resources = fieldAt(pod.spec, "resources");
    if (!isObject(resources.data)) return;
    if (ownField(resources.data, "claims") !== undefined) {
      const path = fieldAt(resources, "claims").path;
      const message = "The resources of a whole pod may not have claims.";
      yield { path, message, hint: "Move the claims to a container's resources." };
    }
    for (const [name, request] of entriesAt(resources, "requests")) {
      const requested = amountOf(request.data);
      const sum = aggregateRequest(pod, name);
      if (requested === undefined || requested.nanos >= sum) continue;
      const total = canonicalQuantity({
        nanos: sum,
        format: name === "cpu" ? "decimal" : "binary",
      });
      const message = `The pod requests ${String(request.data)} of ${name}, and its containers ${total} together, with those that KubeRay adds.`;
      yield { path: request.path, message, hint: `Raise the pod's request to ${total}.` };
    }
    for (const [name, limit] of entriesAt(resources, "limits"))
      yield* limitFindings(pod, name, limit);
  },
});

function* limitFindings(
  { containers }: BuiltPod,
  name: string,
  podLimit: Place,
): Iterable<PodFinding> {
  const limited = amountOf(podLimit.data);
  if (limited === undefined) return;
  for (const container of containers) {
    const limit = fieldAt(fieldAt(fieldAt(container, "resources"), "limits"), name);
    const own = amountOf(limit.data);
    if (own === undefined || own.nanos <= limited.nanos) continue;
    const message = `${containerTitle(container)} has the limit ${String(limit.data)} of ${name}, which is above the pod's own, ${String(podLimit.data)}.`;
    const { path } = container.isOperators ? podLimit : limit;
    yield { path, message, hint: "Raise the pod's limit, or lower the container's." };
  }
}

/** What all containers together request, in units of 10^-9: AggregateContainerRequests in component-helpers. */
function aggregateRequest({ containers }: BuiltPod, name: string): bigint {
  let sidecars = 0n;
  let peak = 0n;
  let running = 0n;
  for (const container of containers) {
    const request = requestOf(container, name);
    if (container.list === "containers") running += request;
    else if (container.isSidecar) sidecars += request;
    else if (sidecars + request > peak) peak = sidecars + request;
  }
  const together = running + sidecars;
  return together > peak ? together : peak;
}

function requestOf(container: BuiltContainer, name: string): bigint {
  const resources = fieldAt(container, "resources");
  const request = fieldAt(fieldAt(resources, "requests"), name).data;
  const limit = fieldAt(fieldAt(resources, "limits"), name).data;
  return amountOf(request ?? limit)?.nanos ?? 0n;
}
