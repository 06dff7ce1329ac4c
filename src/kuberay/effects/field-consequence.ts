import type { Consequence, EffectContext, FieldChange } from "./field-rule.ts";
import { firstConsequence } from "./field-rule.ts";
import { addKueueStop } from "./kueue-stop.ts";
import { addRecreation } from "./recreation.ts";
import { fieldRules } from "./registry.ts";

/**
 * What KubeRay does with one change that the API server stores, with the replacement of pods that comes with it, and what
 * Kueue does besides where the cluster waits in its queue.
 */
export function fieldConsequence(change: FieldChange, context: EffectContext): Consequence {
  const own = addRecreation(ownConsequence(change, context), change, context);
  return addKueueStop(own, change, context);
}

function ownConsequence(change: FieldChange, context: EffectContext): Consequence {
  const rules = fieldRules[context.after.view.kind];
  return (
    firstConsequence(rules, change, context) ?? {
      effect: "none",
      reason: "KubeRay ignores the change.",
    }
  );
}
