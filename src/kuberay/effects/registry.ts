import { addressRules } from "./address-rules.ts";
import { autoscalerRules } from "./autoscaler-rules.ts";
import { controlRules } from "./control-rules.ts";
import type { FieldRule } from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";
import { objectRules } from "./object-rules.ts";
import { podRules } from "./pod-rules.ts";
import { scaleRules } from "./scale-rules.ts";

/**
 * What a change of each field does; the first rule that fits and says something counts. In this order: the object itself;
 * who manages the cluster, since nothing else matters where it is another one; how many pods there are; how the head
 * is reached; the autoscaler; what pods are made of, in which all of the former lie; and at last what nothing else is
 * known of.
 */
export const fieldRules: readonly FieldRule[] = Object.freeze([
  ...objectRules,
  ...controlRules,
  ...scaleRules,
  ...addressRules,
  ...autoscalerRules,
  ...podRules,
  fieldRule("RayCluster.spec", () => ({
    effect: "new-pods-only",
    reason: "Running pods stay as they are.",
  })),
]);
