import { ownList, ownText } from "../diagnostics/own-field.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { CountedPods, TemplatePlace } from "../model/counted-pod.ts";
import { deviceVariableProblem } from "../ray/device-variables.ts";
import { TPU_RESOURCE } from "../ray/tpu-topology.ts";
import { distinctPods, firstOfPlaces } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { variables } from "./subjects.ts";

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
  about: variables,
  check({ cluster, countedPods }) {
    if (cluster === undefined) return [];
    const findings = distinctPods(cluster, countedPods).flatMap((node) =>
      variablesOf(node, countedPods).flatMap(({ name, place }): RuleFinding[] => {
        const message = deviceVariableProblem(name, {
          hasDevices: node.gpuCount > 0 || node.accelerator !== undefined,
          hasTpus: node.accelerator?.resource === TPU_RESOURCE,
        });
        if (message === undefined) return [];
        return [{ ...place, target: "key", message, hint: `Remove ${name}.` }];
      }),
    );
    return firstOfPlaces(findings);
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
