import { ownText } from "../diagnostics/own-field.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { Salvaged } from "../model/resolved.ts";

/** The scheduler that a pod template names for a node's pods. */
export function schedulerOf(node: ClusterNode, { countedPods }: Salvaged): string | undefined {
  return ownText(countedPods?.get(node)?.podSpec, "schedulerName");
}
