import type { ClusterNode, NodeAccelerator } from "../model/cluster.ts";
import { formatMemory, formatWhole } from "../quantity/format-quantity.ts";
import { hugePageMebibytes } from "../quantity/huge-pages.ts";
import type { Origin } from "./trace.ts";
import { fromSettings } from "./trace.ts";

/** Adds what a node's accelerator asks for: its devices, then what goes beside them by name. */
export function addAcceleratorResources(
  amounts: Record<string, string>,
  accelerator: NodeAccelerator,
): void {
  const { resource, count, extraResources } = accelerator;
  if (resource !== undefined) amounts[resource] = formatWhole(count);
  for (const name of Object.keys(extraResources).sort()) {
    const number = extraResources[name] ?? 0;
    const page = hugePageMebibytes(name);
    amounts[name] = page === undefined ? formatWhole(number) : formatMemory(number * page);
  }
}

export function acceleratorResourceOrigins({
  accelerator,
}: Pick<ClusterNode, "accelerator">): Readonly<Record<string, Origin>> {
  if (accelerator === undefined) return {};
  const { resource, extraResources, settingsPath } = accelerator;
  const extras = Object.keys(extraResources).map((name) => [
    name,
    fromSettings(
      [...settingsPath, "extra_resources", name],
      hugePageMebibytes(name) === undefined
        ? "What the pod needs besides the devices of the accelerator."
        : "What the pod needs besides the devices of the accelerator, in pages.",
    ),
  ]);
  const own = resource === undefined ? {} : { [resource]: deviceOrigin(accelerator) };
  return { ...Object.fromEntries(extras), ...own };
}

function deviceOrigin({ countPath, settingsPath }: NodeAccelerator): Origin {
  return {
    inputs: [
      { document: "request", path: countPath },
      { document: "settings", path: [...settingsPath, "resource"] },
    ],
    reason: "The devices of the accelerator, under its resource.",
  };
}

/** What Ray is told of an accelerator, which the settings may name. */
export function acceleratorParameterOrigin({ countPath, settings, settingsPath }: NodeAccelerator) {
  const field = settings?.ray_resource == null ? "resource" : "ray_resource";
  return {
    inputs: [
      { document: "request", path: countPath },
      { document: "settings", path: [...settingsPath, field] },
    ],
    reason: "What Ray and KubeRay do not find out about the accelerator themselves.",
  } as const satisfies Origin;
}
