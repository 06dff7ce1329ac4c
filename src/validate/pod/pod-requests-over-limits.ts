import { wordText } from "../../diagnostics/show.ts";
import { amountOf, isNative } from "./amount.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** No request is above its limit. Source: Kubernetes, ValidateContainerResourceRequirements. */
export const podRequestsOverLimits = definePodLaw({
  code: "pod-requests-over-limits",
  concerns: ["requests"],
  *check({ spec, judged }) {
    for (const holder of [...judged, spec]) yield* findings(fieldAt(holder, "resources"));
  },
});

function* findings(resources: Place): Iterable<PodFinding> {
  const limits = fieldAt(resources, "limits");
  for (const [name, request] of entriesAt(resources, "requests")) {
    // Extended resources and huge pages must be equal: pod-extended-resource and pod-huge-pages.
    if (!isNative(name) || name.startsWith("hugepages-")) continue;
    const limit = fieldAt(limits, name);
    const [requested, limited] = [amountOf(request.data), amountOf(limit.data)];
    if (requested === undefined || limited === undefined) continue;
    if (requested.nanos <= limited.nanos) continue;
    yield {
      path: request.path,
      message: `The request of ${name} (${wordText(request.data)}) is above its limit (${wordText(limit.data)}).`,
      hint: `Lower the request to ${wordText(limit.data)}, or raise the limit to ${wordText(request.data)}.`,
      related: [{ path: limit.path, message: `The limit is ${wordText(limit.data)} here` }],
    };
  }
}
