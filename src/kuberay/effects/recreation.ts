import type { FieldPath, FieldTrail } from "../../api/field-path.ts";
import { parseFieldPath, stepsThrough } from "../../api/field-path.ts";
import { ownField, ownFieldAt } from "../../diagnostics/own-field.ts";
import { compareEffects } from "./effects.ts";
import type { Consequence, EffectContext, FieldChange } from "./field-rule.ts";

/** What happens to pods under upgradeStrategy Recreate, as a sentence. */
export const RECREATION =
  "With upgradeStrategy Recreate, KubeRay replaces all pods of the cluster.";

/** Whether the target replaces all pods of the new cluster when the text of its spec is another one. */
export function recreatesPods({
  after,
  release,
}: Pick<EffectContext, "after" | "release">): boolean {
  const { spec } = after.cluster;
  return (
    release.canRecreate &&
    after.view.kind === "RayCluster" &&
    ownFieldAt(spec, "upgradeStrategy", "type") === "Recreate" &&
    ownField(spec, "suspend") !== true
  );
}

/**
 * Fields of the spec that KubeRay leaves out of the text that it compares. Source: GenerateHashWithoutReplicasAndWorkersToDelete
 * in ray-operator/controllers/ray/utils/util.go, v1.6.0.
 */
const uncounted: readonly FieldPath[] = Object.freeze(
  [
    "RayClusterSpec.upgradeStrategy",
    "RayClusterSpec.workerGroupSpecs[].replicas",
    "RayClusterSpec.workerGroupSpecs[].minReplicas",
    "RayClusterSpec.workerGroupSpecs[].maxReplicas",
    "RayClusterSpec.workerGroupSpecs[].scaleStrategy",
    "PodTemplateSpec.spec.tolerations",
    "PodTemplateSpec.spec.schedulingGates",
  ].flatMap((text) => parseFieldPath(text) ?? []),
);

/** Whether a change at a place changes the text of the spec that KubeRay compares. */
export function countsForRecreation(trail: FieldTrail): boolean {
  return (
    trail[0]?.step === "spec" &&
    !uncounted.some((place) => stepsThrough(trail, place) !== undefined)
  );
}

/** A consequence with the replacement of all pods, where the change leads to it. */
export function addRecreation(
  own: Consequence,
  { trail }: FieldChange,
  context: EffectContext,
): Consequence {
  const { effect, reason, recreation } = own;
  if (recreation === "never" || !recreatesPods(context) || !countsForRecreation(trail)) return own;
  if (recreation === "instead") return { effect: "recreate", reason: `${reason} ${RECREATION}` };
  return compareEffects(effect, "recreate") < 0
    ? { effect: "recreate", reason: RECREATION }
    : { effect, reason: `${reason} ${RECREATION}` };
}
