import { ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type {
  ClusterState,
  Consequence,
  EffectContext,
  FieldChange,
  FieldRule,
} from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";

const OPERATOR = "ray.io/kuberay-operator";

/**
 * Who manages the cluster, and whether it runs. Sources: the validation rules of the CRD, v1.3.0 and v1.7.0;
 * rayClusterReconcile in raycluster_controller.go, v1.1.0, v1.3.0 and v1.7.0.
 */
export const controlRules: readonly FieldRule[] = Object.freeze([
  fieldRule("RayClusterSpec.managedBy", unchangeable("spec.managedBy")),
  fieldRule(
    "RayClusterSpec.gcsFaultToleranceOptions.backend",
    unchangeable("spec.gcsFaultToleranceOptions.backend"),
  ),
  fieldRule("RayClusterSpec.managedBy", otherManager),
  fieldRule("RayCluster.spec", managedElsewhere),
  fieldRule("RayClusterSpec.suspend", suspension),
  fieldRule("RayClusterSpec.upgradeStrategy", () => ({
    effect: "none",
    reason: "This decides what later changes to the spec do.",
    recreation: "never",
  })),
]);

/** A field that the API server lets nobody change once it is set. */
function unchangeable(name: string): FieldRule["judge"] {
  return ({ before, after }) =>
    before === undefined || after === undefined
      ? undefined
      : {
          effect: "rejected",
          reason: `The API server does not allow changes to ${name} of a cluster.`,
          recreation: "never",
        };
}

function otherManager(
  _change: FieldChange,
  { before, after }: EffectContext,
): Consequence | undefined {
  const [old, current] = [managerOf(before), managerOf(after)];
  if (current !== OPERATOR) {
    return {
      effect: "address",
      reason: `${showText(current)} manages the RayCluster from then on. The operator in this Kubernetes cluster leaves pods and Services as they are, and does not replace lost ones.`,
      recreation: "never",
    };
  }
  if (old === OPERATOR) return undefined;
  return {
    effect: "scale",
    reason: "The operator in this Kubernetes cluster manages the RayCluster again.",
  };
}

/** The operator does nothing with an object that another controller manages. */
function managedElsewhere(_change: FieldChange, { after }: EffectContext): Consequence | undefined {
  const manager = managerOf(after);
  if (manager === OPERATOR) return undefined;
  return {
    effect: "none",
    reason: `${showText(manager)} manages the RayCluster, so the operator in this Kubernetes cluster ignores the change.`,
    recreation: "never",
  };
}

function managerOf({ cluster }: ClusterState): string {
  return ownText(cluster.spec, "managedBy") || OPERATOR;
}

/** Seen with real operators: from 1.3 on a suspended cluster stays so until `suspend: false` is written. */
function suspension(
  { after }: FieldChange,
  { before, after: current, release }: EffectContext,
): Consequence {
  if (ownField(current.cluster.spec, "suspend") === true) {
    return {
      effect: "scale",
      reason: "The operator deletes all pods of the cluster.",
      recreation: "never",
    };
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
