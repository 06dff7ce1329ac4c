import { ownField } from "../../diagnostics/own-field.ts";
import type { Consequence, EffectContext, FieldChange, FieldRule } from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";
import { managerRules, unchangeableRules } from "./manager-rules.ts";

/**
 * Who manages the cluster, and whether it runs. Sources: the validation rules of the CRD, v1.3.0 and v1.7.0;
 * rayClusterReconcile in raycluster_controller.go, v1.1.0, v1.3.0 and v1.7.0.
 */
export const controlRules: readonly FieldRule[] = Object.freeze([
  ...unchangeableRules,
  ...managerRules,
  fieldRule("RayClusterSpec.suspend", suspension),
  fieldRule("RayClusterSpec.upgradeStrategy", () => ({
    effect: "none",
    reason: "This decides what later changes to the spec do.",
  })),
]);

/** Seen with real operators: from 1.3 on a suspended cluster stays so until `suspend: false` is written. */
function suspension(
  { after }: FieldChange,
  { before, after: current, release }: EffectContext,
): Consequence {
  if (ownField(current.cluster.spec, "suspend") === true) {
    return { effect: "scale", reason: "The operator deletes all pods of the cluster." };
  }
  const wasSuspended = ownField(before.cluster.spec, "suspend") === true;
  if (wasSuspended && after === undefined && release.staysSuspended) {
    return {
      effect: "none",
      reason:
        "The cluster stays suspended: leaving suspend out does not resume it. Write suspend: false to recreate its pods.",
      recreation: "never",
    };
  }
  return {
    effect: "scale",
    reason: "The operator recreates the pods of the cluster.",
    recreation: "never",
  };
}
