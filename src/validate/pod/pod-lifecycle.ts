import { isObject, ownField } from "../../diagnostics/own-field.ts";
import { listWords } from "../../diagnostics/show.ts";
import type { BuiltPod } from "./built-pod.ts";
import { HOOK_HANDLERS, handlerFindings, handlersOf } from "./handlers.ts";
import type { Place } from "./place.ts";
import { fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

const HOOKS = Object.freeze(["preStop", "postStart"]);
const DEFAULT_GRACE_SECONDS = 30;
/** Before these Kubernetes minors `sleep` is dropped, and must be above 0. */
const SLEEP_SINCE = 30;
const SLEEP_ZERO_SINCE = 33;

/** What runs when a container starts and stops. Source: Kubernetes, validateLifecycle. */
export const podLifecycle = definePodLaw({
  code: "pod-lifecycle",
  concerns: ["lifecycle"],
  *check(pod) {
    for (const container of pod.judged) {
      // An init container that ends may have no hook at all: pod-init-container.
      if (container.list === "initContainers" && !container.isSidecar) continue;
      for (const name of HOOKS) {
        const hook = fieldAt(fieldAt(container, "lifecycle"), name);
        if (!isObject(hook.data)) continue;
        yield* hookFindings(pod, name, hook);
      }
    }
  },
});

function* hookFindings(pod: BuiltPod, name: string, hook: Place): Iterable<PodFinding> {
  const handlers = handlersOf(hook, HOOK_HANDLERS);
  if (handlers.length !== 1) {
    const message =
      handlers.length === 0
        ? `${name} has no handler.`
        : `${name} has ${handlers.length} handlers: ${listWords(handlers, "and")}.`;
    yield { path: hook.path, message, hint: `Keep exactly one of ${HOOK_HANDLERS.join(", ")}.` };
  }
  yield* handlerFindings(hook, HOOK_HANDLERS);
  const { data, path } = fieldAt(fieldAt(hook, "sleep"), "seconds");
  if (pod.kubernetesMinor < SLEEP_SINCE || typeof data !== "number") return;
  const grace = graceSeconds(pod);
  const least = pod.kubernetesMinor < SLEEP_ZERO_SINCE ? 1 : 0;
  if (data >= least && data <= grace) return;
  const message = `${name} sleeps ${data} seconds; it must be from ${least} to terminationGracePeriodSeconds, which is ${grace}.`;
  yield { path, message, hint: "Sleep less, or raise terminationGracePeriodSeconds." };
}

/** A negative one counts as 1. */
function graceSeconds({ spec }: BuiltPod): number {
  const grace = ownField(spec.data, "terminationGracePeriodSeconds");
  if (typeof grace !== "number") return DEFAULT_GRACE_SECONDS;
  return grace < 0 ? 1 : grace;
}
