import { ownField, ownInteger, ownObject, ownText } from "../../diagnostics/own-field.ts";
import { count, showText, wordText } from "../../diagnostics/show.ts";
import type { Breach, Law } from "../../kuberay/laws/law.ts";
import { defineLaw } from "../../kuberay/laws/law.ts";
import type { GroupSpecView } from "../../kuberay/views/cluster-spec-view.ts";
import { groupTitle } from "../../kuberay/views/cluster-spec-view.ts";
import { parseQuantity } from "../../quantity/parse-quantity.ts";
import {
  TPU_ACCELERATOR_LABEL as ACCELERATOR,
  TPU_RESOURCE as RESOURCE,
  TPU_TOPOLOGY_LABEL as TOPOLOGY,
  tpuHosts,
} from "../tpu-topology.ts";

const NANOS = 10n ** 9n;

/**
 * TPU slice
 *
 * A worker group with TPUs selects its nodes by accelerator and topology, and has as many hosts as the topology has chips
 * for: numOfHosts is the product of the topology divided by the chips of a pod.
 *
 * See Ray's kuberay/autoscaling_config.py and ai-on-gke/kuberay-tpu-webhook.
 */
export const tpuSlice: Law = defineLaw({
  code: "tpu-slice",
  severity: "warning",
  *check({ cluster }) {
    for (const group of cluster?.workers ?? []) {
      const chips = chipsOf(group);
      if (chips !== undefined && chips > 0) yield* sliceBreaches(group, chips);
    }
  },
});

function* sliceBreaches(group: GroupSpecView, chips: number): Iterable<Breach> {
  const selector = ownObject(group.podSpec, "nodeSelector");
  const path = [...group.podPath, "nodeSelector"];
  for (const key of [ACCELERATOR, TOPOLOGY]) {
    if (ownText(selector, key) !== undefined) continue;
    yield {
      path: [...path, key],
      message: `Group ${showText(group.name)} asks for TPUs but does not select nodes by ${key}.`,
      hint: `Write both ${ACCELERATOR} and ${TOPOLOGY}.`,
    };
  }
  const topology = ownText(selector, TOPOLOGY) ?? "";
  const needed = tpuHosts(topology, chips);
  const hosts = ownInteger(group.data, "numOfHosts") ?? 1;
  if (needed === undefined || needed === hosts) return;
  yield {
    path: [...group.path, "numOfHosts"],
    message: `A slice of topology ${topology} with ${count(chips, "chip")} per pod has ${count(needed, "host")}; numOfHosts of ${groupTitle(group)} is ${hosts}.`,
    hint: `Write numOfHosts: ${needed}.`,
    related: [{ path: [...path, TOPOLOGY], message: "the topology is selected here" }],
  };
}

/** The chips of a pod: those of its first container that asks for any. */
function chipsOf({ containers }: GroupSpecView): number | undefined {
  for (const { data } of containers) {
    const limits = ownObject(ownObject(data, "resources"), "limits");
    const { nanos } = parseQuantity(wordText(ownField(limits, RESOURCE) ?? "")) ?? {};
    // More than these, no topology has.
    if (nanos !== undefined && nanos % NANOS === 0n && nanos < 10_000n * NANOS) {
      return Number(nanos / NANOS);
    }
  }
  return undefined;
}
