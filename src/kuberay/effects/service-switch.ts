import type { FieldPath } from "../../api/field-path.ts";
import { parseFieldPath, stepsThrough } from "../../api/field-path.ts";
import { ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { ReleaseName } from "../laws/law.ts";
import { gateOf, isFrom } from "../laws/law.ts";
import type { ClusterState, EffectContext, FieldChange } from "./field-rule.ts";

/**
 * What becomes of the cluster of a RayService under a new manifest. `stays`: KubeRay sees no change. `extended`: it writes the
 * new spec into the cluster that serves, to add groups. `withheld`: it sees the change and does nothing. `replaced`: it makes
 * a new one; `gradually`: and moves the traffic in steps.
 */
export type ServiceSwitch = "stays" | "extended" | "withheld" | "replaced" | "gradually";

export const INCREMENTAL = "NewClusterWithIncrementalUpgrade";
export const INCREMENTAL_GATE = "RayServiceIncrementalUpgrade";

/**
 * KubeRay compares the text of the cluster's spec, without some fields. Sources: shouldPrepareNewRayCluster and its
 * successors in ray-operator/controllers/ray/rayservice_controller.go, v0.4.0 to v1.7.0.
 */
export function serviceSwitch(context: EffectContext): ServiceSwitch {
  const { changes, target, before, after } = context;
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
export function isReplaced(context: EffectContext): boolean {
  const what = serviceSwitch(context);
  return what === "replaced" || what === "gradually";
}

export function upgradeType({ view }: ClusterState): string | undefined {
  return ownText(ownObject(view.spec, "upgradeStrategy"), "type");
}

/** Whether a change is one of the text of the cluster's spec that a release compares. */
export function countsForService({ trail }: FieldChange, target: EffectContext["target"]): boolean {
  if (stepsThrough(trail, CLUSTER) === undefined) return false;
  return !uncounted.some(
    ({ since, place }) => isFrom(target, since) && stepsThrough(trail, place) !== undefined,
  );
}

const CLUSTER: FieldPath = Object.freeze({ type: "RayServiceSpec", steps: ["rayClusterConfig"] });

/**
 * What the text leaves out, by the first release. Source: the functions GenerateHash… in
 * ray-operator/controllers/ray/utils/util.go and rayservice_controller.go. The releases 1.5.2, 1.6.1 and 1.6.2 count
 * `suspend`, but pass it on before they compare.
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
