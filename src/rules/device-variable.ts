import { ownList, ownText } from "../diagnostics/own-field.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { CountedPods, TemplatePlace } from "../model/counted-pod.ts";
import type { DeviceVariable } from "../ray/device-variables.ts";
import { deviceVariables } from "../ray/device-variables.ts";
import { TPU_RESOURCE } from "../ray/tpu-topology.ts";
import { distinctNodes } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Device variable
 *
 * A variable that names devices, or by which slices of TPUs find each other, is left to the device plug-in, to GKE's webhook
 * and to Ray.
 *
 * See python/ray/_private/accelerators in Ray and ai-on-gke/kuberay-tpu-webhook, main.go
 */
export const deviceVariable: Rule = defineRule({
  code: "device-variable",
  check({ cluster, countedPods }) {
    if (cluster === undefined) return [];
    const found = new Map<string, RuleFinding>();
    for (const node of distinctNodes(cluster)) {
      for (const { name, place } of variablesOf(node, countedPods)) {
        const known = deviceVariables.get(name);
        const message = known === undefined ? undefined : problemOf(name, known, node);
        const key = `${place.document} ${formatPath(place.path)}`;
        if (message === undefined || found.has(key)) continue;
        found.set(key, { ...place, target: "key", message, hint: `Remove ${name}.` });
      }
    }
    return [...found.values()];
  },
});

interface PlacedVariable {
  readonly name: string;
  readonly place: TemplatePlace;
}

/** Those of the request, and those that pod templates add. */
function variablesOf(
  node: ClusterNode,
  countedPods: CountedPods | undefined,
): readonly PlacedVariable[] {
  const own = node.environment.map(
    ({ name, path }): PlacedVariable => ({ name, place: { document: "request", path } }),
  );
  const merged = countedPods?.get(node);
  if (merged === undefined) return own;
  const [ray] = ownList(merged.podSpec, "containers");
  const added = ownList(ray, "env").flatMap((variable, index): readonly PlacedVariable[] => {
    const place = merged.placeOf(["spec", "containers", 0, "env", index]);
    return place === undefined ? [] : [{ name: ownText(variable, "name") ?? "", place }];
  });
  return [...own, ...added];
}

function problemOf(
  name: string,
  { setBy }: DeviceVariable,
  { gpuCount, accelerator }: ClusterNode,
): string | undefined {
  const hasDevices = gpuCount > 0 || accelerator !== undefined;
  switch (setBy) {
    case "devices":
      return hasDevices
        ? `The variable ${name} names devices, and Ray does not start where it counts more of them than are named.`
        : undefined;
    case "alone":
      return `Ray stops at the variable ${name}; it reads HIP_VISIBLE_DEVICES, which it sets for its workers itself.`;
    case "plugin":
      return hasDevices
        ? `The variable ${name} may hide the devices that the pod asks for: the device plug-in sets it.`
        : undefined;
    case "webhook":
      return accelerator?.resource === TPU_RESOURCE
        ? `The variable ${name} is set by GKE's webhook for TPUs, pod by pod; one value for all pods takes its place.`
        : undefined;
  }
}
