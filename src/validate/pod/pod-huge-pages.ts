import { ownField } from "../../diagnostics/own-field.ts";
import { wordText } from "../../diagnostics/show.ts";
import { amountOf } from "./amount.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

const PREFIX = "hugepages-";
const NANOS = 10n ** 9n;
/** Before this Kubernetes minor the resources of a whole pod are dropped. */
const POD_LEVEL_SINCE = 34;

/** Huge pages are whole, requested as limited, and come with cpu or memory. Source: Kubernetes, as for the other resources. */
export const podHugePages = definePodLaw({
  code: "pod-huge-pages",
  concerns: ["limits", "requests"],
  *check({ spec, judged, keys, kubernetesMinor }) {
    if (![...keys].some((key) => key.startsWith(PREFIX))) return;
    for (const container of judged) yield* findings(fieldAt(container, "resources"));
    if (kubernetesMinor >= POD_LEVEL_SINCE) yield* findings(fieldAt(spec, "resources"));
  },
});

function* findings(resources: Place): Iterable<PodFinding> {
  const [limits, requests] = [fieldAt(resources, "limits"), fieldAt(resources, "requests")];
  const entries = [...entriesAt(resources, "limits"), ...entriesAt(resources, "requests")].filter(
    ([name]) => name.startsWith(PREFIX),
  );
  const [first] = entries;
  if (first === undefined) return;
  const hasOthers = [limits, requests].some(
    ({ data }) => ownField(data, "cpu") !== undefined || ownField(data, "memory") !== undefined,
  );
  if (!hasOthers) {
    const message = `${first[0]} needs cpu or memory beside it.`;
    yield { path: first[1].path, message, hint: "Also request cpu or memory." };
  }
  for (const [name, { data, path }] of entries) yield* amountFindings(name, { data, path });
  for (const [name, request] of entriesAt(resources, "requests")) {
    if (!name.startsWith(PREFIX)) continue;
    const limit = fieldAt(limits, name);
    const [requested, limited] = [amountOf(request.data), amountOf(limit.data)];
    if (requested === undefined || limited?.nanos === requested.nanos) continue;
    if (limit.data !== undefined && limited === undefined) continue;
    const message = `The request of ${name} (${wordText(request.data)}) must equal its limit (${limited === undefined ? "none" : wordText(limit.data)}).`;
    yield { path: request.path, message, hint: "Set only the limit; the request follows it." };
  }
}

/** A name that is not valid at all is told of by pod-resource-name. */
function* amountFindings(name: string, { data, path }: Place): Iterable<PodFinding> {
  const [amount, page] = [amountOf(data), amountOf(name.slice(PREFIX.length))];
  if (amount === undefined) return;
  if (page === undefined || page.nanos <= 0n || page.nanos % NANOS !== 0n) {
    const message = `${name} does not contain a page size.`;
    yield { path, target: "key", message, hint: "Write a size that nodes have, such as 2Mi." };
  } else if (amount.nanos % page.nanos !== 0n) {
    const message = `${name} is ${wordText(data)}, which is not a multiple of the page size.`;
    yield { path, message, hint: `Write a multiple of ${name.slice(PREFIX.length)}.` };
  }
}
