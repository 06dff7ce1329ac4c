import { showText } from "../../diagnostics/show.ts";
import { containerReasons } from "./container-reasons.ts";
import type { ObservedPod } from "./observed-pods.ts";
import { quoteForeign } from "./quote-foreign.ts";
import { listAt, textAt } from "./read-unknown.ts";
import type { ReadinessReason, ReadinessReasonCode } from "./readiness-reasons.ts";

/** Why a pod is not ready, as far as it says so itself. */
export function podReasons(observed: ObservedPod): readonly ReadinessReason[] {
  const containers = containerReasons(observed);
  return [
    ...failure(observed, containers.length > 0),
    ...containers,
    ...listAt(observed.pod, "status", "conditions").flatMap((condition) =>
      conditionReason(observed, condition),
    ),
  ];
}

/** Evicted, preempted, past its deadline. The end of a container is told by the container. */
function failure({ name, group, pod }: ObservedPod, isTold: boolean): readonly ReadinessReason[] {
  if (textAt(pod, "status", "phase") !== "Failed") return [];
  const texts = [textAt(pod, "status", "reason"), textAt(pod, "status", "message")];
  const told = texts.filter((text) => text !== undefined).join(": ");
  if (told === "" && isTold) return [];
  const end = told === "" ? "." : `: ${quoteForeign(told)}`;
  const message = `Pod ${showText(name)} has failed${end}`;
  return [{ code: "pod-failed", message, group, pod: name }];
}

function conditionReason(
  { name, group, pod }: ObservedPod,
  condition: unknown,
): readonly ReadinessReason[] {
  if (textAt(condition, "status") !== "False") return [];
  const type = textAt(condition, "type");
  const told = quoteForeign(textAt(condition, "message") ?? textAt(condition, "reason") ?? "");
  const because = (code: ReadinessReasonCode, text: string): readonly ReadinessReason[] => [
    { code, message: `Pod ${showText(name)} ${text}: ${told}`, group, pod: name },
  ];
  if (type === "PodScheduled") {
    return textAt(condition, "reason") === "SchedulingGated"
      ? because("pod-gated", "is held back")
      : because("pod-unschedulable", "cannot be scheduled");
  }
  const runs = textAt(pod, "status", "phase") === "Running";
  return type === "Ready" && runs ? because("pod-not-ready", "is running but not ready") : [];
}
