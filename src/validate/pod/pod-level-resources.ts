import { isObject, ownField } from "../../diagnostics/own-field.ts";
import { wordText } from "../../diagnostics/show.ts";
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
  concerns: ["resources"],
  *check(pod) {
    if (pod.kubernetesMinor < SINCE) return;
    const resources = fieldAt(pod.spec, "resources");
    if (!isObject(resources.data)) return;
    if (ownField(resources.data, "claims") !== undefined) {
      const path = fieldAt(resources, "claims").path;
      const message = "The resources of a whole pod may not have claims.";
      yield { path, message, hint: "Move the claims to a container's resources." };
    }
    const sums = aggregateRequests(pod);
    for (const [name, request] of entriesAt(resources, "requests")) {
      const requested = amountOf(request.data);
      const sum = sums.get(name) ?? 0n;
      if (requested === undefined || requested.nanos >= sum) continue;
      const total = canonicalQuantity({
        nanos: sum,
        format: name === "cpu" ? "decimal" : "binary",
      });
      const message = `The pod requests ${wordText(request.data)} of ${name}, but its containers request ${total} in total, including those that KubeRay adds.`;
      yield { path: request.path, message, hint: `Raise the pod's request to ${total}.` };
    }
    yield* limitFindings(pod, fieldAt(resources, "limits"));
  },
});

function* limitFindings({ containers }: BuiltPod, podLimits: Place): Iterable<PodFinding> {
  for (const container of containers) {
    for (const [name, limit] of entriesAt(fieldAt(container, "resources"), "limits")) {
      const podLimit = fieldAt(podLimits, name);
      const [own, most] = [amountOf(limit.data), amountOf(podLimit.data)];
      if (own === undefined || most === undefined || own.nanos <= most.nanos) continue;
      const message = `${containerTitle(container)} has the limit ${wordText(limit.data)} of ${name}, which is above the pod's own, ${wordText(podLimit.data)}.`;
      const { path } = container.isOperators ? podLimit : limit;
      yield { path, message, hint: "Raise the pod's limit, or lower the container's." };
    }
  }
}

/** What all containers together request, by resource in units of 10^-9: AggregateContainerRequests in component-helpers. */
function aggregateRequests({ containers }: BuiltPod): ReadonlyMap<string, bigint> {
  const sidecars = new Map<string, bigint>();
  const peak = new Map<string, bigint>();
  const running = new Map<string, bigint>();
  for (const container of containers) {
    for (const [name, request] of requestsOf(container)) {
      if (container.list === "containers") add(running, name, request);
      else if (container.isSidecar) add(sidecars, name, request);
      else raise(peak, name, (sidecars.get(name) ?? 0n) + request);
    }
  }
  for (const [name, request] of sidecars) add(running, name, request);
  for (const [name, request] of peak) raise(running, name, request);
  return running;
}

/** What has a limit and no request asks for the limit. */
function requestsOf(container: BuiltContainer): ReadonlyMap<string, bigint> {
  const resources = fieldAt(container, "resources");
  const entries = [...entriesAt(resources, "limits"), ...entriesAt(resources, "requests")];
  return new Map(entries.map(([name, { data }]) => [name, amountOf(data)?.nanos ?? 0n]));
}

function add(sums: Map<string, bigint>, name: string, amount: bigint): void {
  sums.set(name, (sums.get(name) ?? 0n) + amount);
}

function raise(sums: Map<string, bigint>, name: string, amount: bigint): void {
  if (amount > (sums.get(name) ?? 0n)) sums.set(name, amount);
}
