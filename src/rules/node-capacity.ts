import type { Path } from "../diagnostics/path.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { Loose } from "../model/loose.ts";
import type { NodeCapacity } from "../model/settings/accelerator-settings.ts";
import type { ResolvedSettings } from "../model/settings/settings.ts";

/** What the largest node offers that a node's pod can run on, and where the settings say so. */
export interface CapacityOfNode {
  readonly offers: Loose<NodeCapacity>;
  readonly path: Path;
  /** Whether gpu_count counts what the node asks for: GPUs, or devices of its accelerator. */
  readonly countsDevices: boolean;
}

/** The accelerator's, else that of pods with GPUs or without; undefined where the settings say nothing. */
export function capacityOfNode(
  { accelerator, placement }: ClusterNode,
  { ray }: ResolvedSettings,
): CapacityOfNode | undefined {
  const own = accelerator?.settings?.node_capacity;
  if (accelerator !== undefined && own != null) {
    return {
      offers: own,
      path: [...accelerator.settingsPath, "node_capacity"],
      countsDevices: true,
    };
  }
  const known = placement.keyPrefix === "gpu" ? ray.gpu_node_capacity : ray.non_gpu_node_capacity;
  if (known === undefined) return undefined;
  const countsDevices = accelerator === undefined || placement.keyPrefix === "gpu";
  return { offers: known.offers, path: ["ray", known.key], countsDevices };
}
