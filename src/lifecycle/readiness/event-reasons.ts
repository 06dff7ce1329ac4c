import type { Plan } from "../../plan/plan.ts";
import { quoteForeign } from "./quote-foreign.ts";
import { textAt, valueAt } from "./read-unknown.ts";
import type { ReadinessReason } from "./readiness-reasons.ts";

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

/** Why KubeRay refuses the RayCluster, if its events say so. They alone do: the status stays as it was. */
export function refusalReasons(events: readonly ObservedEvent[]): readonly ReadinessReason[] {
  const refusal = latest(events.filter(({ reason }) => REFUSALS.includes(reason)));
  if (refusal === undefined) return [];
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
  const told = quoteForeign(`${warning.reason}: ${warning.message}`);
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

/** The API gives RFC 3339 in UTC, which sorts as text; some clients make an object of it that writes itself so. */
function timeText(time: unknown): string {
  if (typeof time === "string") return time;
  const write = valueAt(time, "toISOString");
  if (typeof write !== "function") return "";
  try {
    return String(Reflect.apply(write, time, []));
  } catch {
    return "";
  }
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
