import { ownText } from "../diagnostics/own-field.ts";
import { count, showText } from "../diagnostics/show.ts";
import type { Cluster, ClusterNode } from "../model/cluster.ts";
import type { Salvaged } from "../model/resolved.ts";
import { acceleratorParameters } from "../ray/accelerator-parameters.ts";
import { resourceKind } from "../ray/accelerators.ts";
import { claimOf, fractionOf } from "./claimed-devices.ts";
import { distinctPods, firstOfPlaces, nodeName } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { podAnnotations } from "./subjects.ts";

/**
 * Devices untold
 *
 * Ray is told of devices that a node gets beside its fields, where it cannot find them: those of a resource of a pod template,
 * and, where the cluster scales, those of a resource claim and parts of a GPU by an annotation. Ray's autoscaler reads the
 * manifest, which has no number of them.
 *
 * See kuberay#3527 and Ray's kuberay/autoscaling_config.py
 */
export const devicesUntold: Rule = defineRule({
  code: "devices-untold",
  about: podAnnotations,
  check(model) {
    const { cluster } = model;
    if (cluster === undefined) return [];
    const findings = distinctPods(cluster, model.countedPods).flatMap((node) => {
      const added = addedDevices(node, cluster, model);
      return added.length > 0 || !cluster.scales ? added : uncounted(node, cluster, model);
    });
    return firstOfPlaces(findings);
  },
});

function uncounted(node: ClusterNode, cluster: Cluster, model: Salvaged): readonly RuleFinding[] {
  const place = claimOf(node, model) ?? fractionOf(node, model)?.place;
  const isTold =
    node.gpuCount > 0 ||
    node.accelerator?.ray !== undefined ||
    Object.keys(node.rayResources).length > 0;
  if (place === undefined || isTold) return [];
  return [
    {
      ...place,
      message: `${nodeName(cluster, node)} gets devices here that no resource counts, and nothing tells Ray's autoscaler of them: it never adds a node for work that asks for a device.`,
      hint: "Name an accelerator with ray_resource in the settings, without resource, and ask for it.",
    },
  ];
}

/** Devices that pod templates add under a resource, and of which Ray does not learn. */
function addedDevices(
  node: ClusterNode,
  cluster: Cluster,
  { countedPods, kuberayVersion, release, settings }: Salvaged,
): readonly RuleFinding[] {
  const merged = countedPods?.get(node);
  if (merged === undefined || kuberayVersion === undefined || release === undefined) return [];
  const { pod, gpuResource, rayStartParams, askedAt } = merged;
  const gpuDevices = gpuResource === undefined ? {} : { [gpuResource]: pod.gpus };
  const own = [
    node.accelerator?.resource,
    node.gpuCount > 0 ? settings.ray.gpu_resource_request_key : undefined,
  ];
  const gpus = ownText(rayStartParams, "num-gpus");
  const resources = ownText(rayStartParams, "resources") ?? "";
  return Object.entries({ ...gpuDevices, ...pod.resources }).flatMap(
    ([resource, number]): RuleFinding[] => {
      const rayName = resourceKind(resource)?.rayName;
      const place = askedAt(resource);
      if (rayName === undefined || place === undefined || own.includes(resource)) return [];
      const asked = { resource, count: number, rayName, rayAmount: number };
      const needed = acceleratorParameters(asked, { kuberayVersion, release, cluster });
      const isTold =
        rayName === "GPU"
          ? gpus !== "0" && (gpus !== undefined || needed.gpus === undefined)
          : needed.resources === undefined || resources.includes(JSON.stringify(rayName));
      if (isTold) return [];
      return [
        {
          ...place,
          message: `${nodeName(cluster, node)} asks here for ${count(number, "device")} under ${showText(resource)}, but Ray does not learn of any ${rayName}.`,
          hint: "Ask for an accelerator from the settings, which also tells Ray.",
        },
      ];
    },
  );
}
