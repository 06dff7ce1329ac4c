import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { kindWord } from "../views/kind-word.ts";
import type { ManifestKind } from "../views/manifest-view.ts";
import type {
  ClusterState,
  Consequence,
  EffectContext,
  FieldChange,
  FieldRule,
} from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";

export const OPERATOR = "ray.io/kuberay-operator";

/**
 * Fields that the API server lets nobody change once they are set, in a cluster of its own and inside another kind.
 * Source: the validation rules of the CRDs, v1.3.0 and v1.7.0.
 */
export const unchangeableRules: readonly FieldRule[] = Object.freeze([
  ...[
    "RayClusterSpec.managedBy",
    "RayClusterSpec.gcsFaultToleranceOptions.backend",
    "RayJobSpec.managedBy",
    "RayServiceSpec.managedBy",
  ].map((field) => fieldRule(field, unchangeable(field))),
]);

/** Who looks after an object: ManagedByExternalController in ray-operator/controllers/ray/utils/util.go, v1.3.0. */
export const managerRules: readonly FieldRule[] = Object.freeze([
  fieldRule("RayCluster.spec.managedBy", otherManager),
  fieldRule("RayJob.spec.managedBy", otherManager),
  fieldRule("RayService.spec.managedBy", otherManager),
  fieldRule("RayCluster.spec", managedElsewhere),
  fieldRule("RayJob.spec", managedElsewhere),
  fieldRule("RayService.spec", managedElsewhere),
]);

function unchangeable(field: string): FieldRule["judge"] {
  const [, ...steps] = field.split(".");
  return ({ before, after }, { after: { view } }) =>
    before === undefined || after === undefined
      ? undefined
      : {
          effect: "rejected",
          reason: `The API server lets nobody change ${steps.join(".")} of a ${kindWord[view.kind]}.`,
          recreation: "never",
        };
}

function otherManager(
  _change: FieldChange,
  { before, after }: EffectContext,
): Consequence | undefined {
  const [old, current] = [managerOf(before), managerOf(after)];
  const { kind } = after.view;
  if (current !== OPERATOR) {
    const left = kind === "RayJob" ? "its cluster as it is" : `${KEPT[kind]} as they are`;
    return {
      effect: "address",
      reason: `${showText(current)} manages the ${kindWord[kind]} from then on. The operator in this Kubernetes cluster leaves ${left}, and does not replace lost ones.`,
      recreation: "never",
    };
  }
  if (old === OPERATOR) return undefined;
  return {
    effect: "scale",
    reason: `The operator in this Kubernetes cluster manages the ${kindWord[kind]} again.`,
  };
}

const KEPT: Readonly<Record<Exclude<ManifestKind, "RayJob">, string>> = Object.freeze({
  RayCluster: "pods and Services",
  RayService: "its clusters and Services",
  RayCronJob: "its jobs",
});

/** The operator does nothing with an object that another controller looks after. */
function managedElsewhere(_change: FieldChange, { after }: EffectContext): Consequence | undefined {
  const manager = managerOf(after);
  if (manager === OPERATOR) return undefined;
  return {
    effect: "none",
    reason: `${showText(manager)} manages the ${kindWord[after.view.kind]}, so the operator in this Kubernetes cluster ignores the change.`,
    recreation: "never",
  };
}

/** Who looks after an object. */
export function managerOf({ view }: ClusterState): string {
  return ownText(view.spec, "managedBy") || OPERATOR;
}
