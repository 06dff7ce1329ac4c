import { showText } from "../diagnostics/show.ts";
import { countPod } from "../model/count-pod.ts";
import { fractionOf } from "./claimed-devices.ts";
import { distinctPods, firstOfPlaces, nodeName } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { podAnnotations } from "./subjects.ts";

/**
 * Fraction beside devices
 *
 * A pod that gets a part of a GPU by an annotation asks for no whole GPU beside it.
 *
 * See docs/gpu-sharing of KAI-Scheduler
 */
export const fractionBesideDevices: Rule = defineRule({
  code: "fraction-beside-devices",
  about: podAnnotations,
  check(model) {
    const { cluster } = model;
    if (cluster === undefined) return [];
    const findings = distinctPods(cluster, model.countedPods).flatMap((node): RuleFinding[] => {
      const fraction = fractionOf(node, model);
      if (fraction === undefined) return [];
      const { gpus } = countPod(node, { ...model, cluster }).pod;
      if (!(gpus > 0)) return [];
      return [
        {
          ...fraction.place,
          message: `${nodeName(cluster, node)} asks for whole GPUs, and for a part of one by the annotation ${showText(fraction.key)}.`,
          hint: "Use one of the two: an accelerator with the annotation and ray_resource: GPU needs no resource.",
        },
      ];
    });
    return firstOfPlaces(findings);
  },
});
