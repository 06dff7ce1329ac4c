import type { Plan } from "../../plan/plan.ts";
import { quoteForeign } from "./quote-foreign.ts";
import { textAt, timeText, valueAt } from "./read-unknown.ts";
import type { ReadinessReason } from "./readiness-reasons.ts";
import type { SignsOfWork } from "./signs-of-work.ts";
import { hasWorkedSince } from "./signs-of-work.ts";

/** An event that regards the RayCluster. */
export interface ObservedEvent {
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  /** When it last happened, as text that sorts; empty where it is not known. */
  readonly time: string;
}

/** KubeRay's validation (utils/validation.go, 1.3 and later) ends a reconcile with one of these, and tries no more. */
const REFUSALS: readonly string[] = Object.freeze([
  "InvalidRayClusterMetadata",
  "InvalidRayClusterSpec",
]);

/** KubeRay 1.7 gives advice under the reason of a refusal, and goes on: ValidateRayClusterSpec in utils/validation.go. */
const ADVICE = /^(?:The )?RayCluster spec warning\b/;

/**
 * Why KubeRay refuses the RayCluster, if its events say so. They alone do: the status stays as it was. An event outlives
 * what it speaks of: where KubeRay has worked since, the mistake is mended.
 */
export function refusalReasons(
  events: readonly ObservedEvent[],
  signs: SignsOfWork,
): readonly ReadinessReason[] {
  const refusals = events.filter(
    ({ reason, message }) => REFUSALS.includes(reason) && !ADVICE.test(message),
  );
  const refusal = latest(refusals);
  if (refusal === undefined || hasWorkedSince(signs, refusal.time)) return [];
  return [
    {
      code: "spec-refused",
      message: `KubeRay refuses the RayCluster: ${quoteForeign(refusal.message)}`,
    },
  ];
}

/** What KubeRay last failed to do for the RayCluster, such as to create a pod beyond a quota. */
export function warningReasons(events: readonly ObservedEvent[]): readonly ReadinessReason[] {
  const warning = latest(
    events.filter(({ type, reason }) => type === "Warning" && !REFUSALS.includes(reason)),
  );
  if (warning === undefined) return [];
  const texts = [warning.reason, warning.message];
  const told = quoteForeign(texts.filter((text) => text !== "").join(": "));
  return [{ code: "pod-refused", message: `KubeRay reports ${told}` }];
}

/** The events that regard the RayCluster of the plan, not one of an earlier cluster under its name. */
export function observedEvents(
  plan: Plan,
  events: readonly unknown[],
  raycluster: unknown,
): readonly ObservedEvent[] {
  const uid = textAt(raycluster, "metadata", "uid");
  return events.flatMap((event) => {
    const object = valueAt(event, "involvedObject") ?? valueAt(event, "regarding");
    if (textAt(object, "kind") !== "RayCluster") return [];
    if (textAt(object, "name") !== plan.raycluster.name) return [];
    const eventUid = textAt(object, "uid") ?? uid;
    if (uid !== undefined && eventUid !== uid) return [];
    return [
      {
        type: textAt(event, "type") ?? "",
        reason: textAt(event, "reason") ?? "",
        message: textAt(event, "message") ?? textAt(event, "note") ?? "",
        time: timeOf(event),
      },
    ];
  });
}

function timeOf(event: unknown): string {
  const times = [
    valueAt(event, "lastTimestamp"),
    valueAt(event, "series", "lastObservedTime"),
    valueAt(event, "eventTime"),
    valueAt(event, "metadata", "creationTimestamp"),
  ];
  return times.map(timeText).find((time) => time !== "") ?? "";
}

/** Of events at the same time, or at none, the greatest text: the order of the list says nothing. */
function latest(events: readonly ObservedEvent[]): ObservedEvent | undefined {
  const key = ({ time, reason, message }: ObservedEvent) => `${time}\n${reason}\n${message}`;
  let last: ObservedEvent | undefined;
  for (const event of events) {
    if (last === undefined || key(event) > key(last)) last = event;
  }
  return last;
}
