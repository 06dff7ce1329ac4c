import { wordText } from "../../diagnostics/show.ts";
import { amountOf, isNative } from "./amount.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

const NANOS = 10n ** 9n;

/**
 * GPUs and other extended resources are whole and cannot be overcommitted: the limit stands, and the request equals it.
 * Source: Kubernetes, ValidateContainerResourceRequirements.
 */
export const podExtendedResource = definePodLaw({
  code: "pod-extended-resource",
  concerns: ["limits", "requests"],
  *check({ judged }) {
    for (const container of judged) yield* findings(fieldAt(container, "resources"));
  },
});

function* findings(resources: Place): Iterable<PodFinding> {
  const limits = fieldAt(resources, "limits");
  const both = [...entriesAt(resources, "limits"), ...entriesAt(resources, "requests")];
  for (const [name, place] of both) {
    const amount = isNative(name) ? undefined : amountOf(place.data);
    if (amount === undefined || amount.nanos % NANOS === 0n) continue;
    const message = `${name} is ${wordText(place.data)}, but it must be a whole number.`;
    const hint = "Write a whole number; to share a device, use what its device plugin offers.";
    yield { path: place.path, message, hint };
  }
  for (const [name, request] of entriesAt(resources, "requests")) {
    const requested = isNative(name) ? undefined : amountOf(request.data);
    if (requested === undefined) continue;
    const limit = fieldAt(limits, name);
    if (limit.data === undefined) {
      const message = `${name} is requested (${wordText(request.data)}) and has no limit.`;
      const hint = `Set limits of ${name} to ${wordText(request.data)}; the request follows it.`;
      yield { path: request.path, message, hint };
      continue;
    }
    const limited = amountOf(limit.data);
    if (limited === undefined || limited.nanos === requested.nanos) continue;
    const message = `The request of ${name} (${wordText(request.data)}) differs from its limit (${wordText(limit.data)}).`;
    const hint = "Remove the request; it follows the limit.";
    const related = [{ path: limit.path, message: `The limit is ${wordText(limit.data)} here` }];
    yield { path: request.path, message, hint, related };
  }
}
