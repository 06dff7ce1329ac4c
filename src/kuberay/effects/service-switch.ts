import type { FieldPath } from "../../api/field-path.ts";
import { parseFieldPath, stepsThrough } from "../../api/field-path.ts";
import { ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { ReleaseName } from "../laws/law.ts";
import { gateOf, isFrom } from "../laws/law.ts";
import type { ClusterState, EffectContext, FieldChange, ServiceSwitch } from "./field-rule.ts";

export const INCREMENTAL = "NewClusterWithIncrementalUpgrade";
export const INCREMENTAL_GATE = "RayServiceIncrementalUpgrade";

/**
 * KubeRay compares the text of the cluster's spec, without some fields: `changes` are all places where what is stored
 * differs, those that mean the same among them where the texts differ. Sources: shouldPrepareNewRayCluster and its
 * successors in ray-operator/controllers/ray/rayservice_controller.go, v0.4.0 to v1.7.0.
 */
export function serviceSwitch(
  changes: readonly FieldChange[],
  { target, before, after }: Omit<EffectContext, "serviceSwitch">,
): ServiceSwitch {
  // A suspended service has no cluster to compare with.
  if ([before, after].some(({ view }) => ownField(view.spec, "suspend") === true)) return "stays";
  const counted = changes.filter((change) => countsForService(change, target));
  if (counted.length === 0) return "stays";
  const groups = ownList(before.cluster.spec, "workerGroupSpecs").length;
  const isExtended = counted.every((change) => isAppended(change, groups));
  if (isExtended && isFrom(target, "1.1")) return "extended";
  const type = upgradeType(after);
  if (type === "None") return "withheld";
  if (type !== INCREMENTAL) return "replaced";
  return gateOf(target, INCREMENTAL_GATE).isOn ? "gradually" : "withheld";
}

/** Whether a new cluster comes. */
export function isReplaced({ serviceSwitch: what }: EffectContext): boolean {
  return what === "replaced" || what === "gradually";
}

export function upgradeType({ view }: ClusterState): string | undefined {
  return ownText(ownObject(view.spec, "upgradeStrategy"), "type");
}

/** Whether a change is one of the text of the cluster's spec that a release compares. */
export function countsForService({ trail }: FieldChange, target: EffectContext["target"]): boolean {
  if (stepsThrough(trail, CLUSTER) === undefined) return false;
  if (isPassedOnAlone(trail, target)) return false;
  return !uncounted.some(
    ({ since, place }) => isFrom(target, since) && stepsThrough(trail, place) !== undefined,
  );
}

/**
 * Whether a change reaches the cluster that serves before KubeRay compares anything: `suspend` of the cluster in v1.5.2, v1.6.1
 * and v1.6.2 of rayservice_controller.go.
 */
export function isPassedOnAlone(
  trail: FieldChange["trail"],
  target: EffectContext["target"],
): boolean {
  if (stepsThrough(trail, SUSPEND) === undefined || isFrom(target, "1.7")) return false;
  return isFrom(target, "1.6.1") || (isFrom(target, "1.5.2") && !isFrom(target, "1.6"));
}

const SUSPEND: FieldPath = Object.freeze({ type: "RayClusterSpec", steps: ["suspend"] });

const CLUSTER: FieldPath = Object.freeze({ type: "RayServiceSpec", steps: ["rayClusterConfig"] });

/**
 * What the text leaves out, by the first release. Source: the functions GenerateHash… in
 * ray-operator/controllers/ray/utils/util.go and rayservice_controller.go.
 */
const uncounted: readonly { readonly since: ReleaseName; readonly place: FieldPath }[] =
  Object.freeze([
    ...places("0.5.2", "RayClusterSpec.workerGroupSpecs[].replicas"),
    ...places("0.5.2", "RayClusterSpec.workerGroupSpecs[].scaleStrategy"),
    ...places("1.2", "RayClusterSpec.workerGroupSpecs[].minReplicas"),
    ...places("1.2", "RayClusterSpec.workerGroupSpecs[].maxReplicas"),
    ...places("1.5.2", "PodTemplateSpec.spec.tolerations"),
    ...places("1.5.2", "PodTemplateSpec.spec.schedulingGates"),
    ...places("1.6", "RayClusterSpec.upgradeStrategy"),
    ...places("1.7", "RayClusterSpec.suspend"),
  ]);

function places(since: ReleaseName, text: string) {
  const place = parseFieldPath(text);
  return place === undefined ? [] : [{ since, place }];
}

/** Whether a change is a group behind all that were there. */
function isAppended({ trail, before, afterPath }: FieldChange, groups: number): boolean {
  const steps = stepsThrough(trail, GROUP);
  const index = afterPath.at(-1);
  return (
    steps === trail.length && before === undefined && typeof index === "number" && index >= groups
  );
}

const GROUP: FieldPath = Object.freeze({
  type: "RayClusterSpec",
  steps: ["workerGroupSpecs", "[]"],
});
