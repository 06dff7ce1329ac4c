import { addressRules } from "./address-rules.ts";
import { autoscalerRules } from "./autoscaler-rules.ts";
import { controlRules } from "./control-rules.ts";
import type { Consequence, EffectContext, FieldChange, FieldRule } from "./field-rule.ts";
import { firstConsequence } from "./field-rule.ts";
import { podRules } from "./pod-rules.ts";
import { scaleRules } from "./scale-rules.ts";

/**
 * What a change of each field of a cluster's spec does; the first rule that fits and says something counts. In this order:
 * who looks after the cluster, since nothing else matters where it is another one; how many pods there are; how the head is
 * reached; the autoscaler; and what pods are made of, in which all of the former lie.
 */
export const clusterRules: readonly FieldRule[] = Object.freeze([
  ...controlRules,
  ...scaleRules,
  ...addressRules,
  ...autoscalerRules,
  ...podRules,
]);

/** What a change of a cluster's spec does to a RayCluster that its owner passes it on to. */
export function clusterConsequence(change: FieldChange, context: EffectContext): Consequence {
  return (
    firstConsequence(clusterRules, change, context) ?? {
      effect: "new-pods-only",
      reason: "Running pods stay as they are.",
    }
  );
}
