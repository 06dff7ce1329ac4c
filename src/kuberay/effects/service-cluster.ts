import { gateOf, gateWords, isFrom } from "../laws/law.ts";
import { clusterConsequence } from "./cluster-consequence.ts";
import type { Consequence, EffectContext, FieldChange } from "./field-rule.ts";
import {
  countsForService,
  INCREMENTAL,
  INCREMENTAL_GATE,
  isPassedOnAlone,
  upgradeType,
} from "./service-switch.ts";

/** What a change of the spec of a service's cluster does: a new cluster, the one that is there, or nothing. */
export function serviceCluster(change: FieldChange, context: EffectContext): Consequence {
  if (isPassedOnAlone(change.trail, context.target)) return clusterConsequence(change, context);
  switch (context.serviceSwitch) {
    case "stays":
      return { effect: "none", reason: dropped(context) };
    case "extended":
      return extended(change, context);
    case "withheld":
      return { effect: "none", reason: withheld(change, context) };
    case "replaced":
      return { effect: "new-cluster", reason: replaced(change, context) };
    case "gradually":
      return {
        effect: "new-cluster",
        reason: `${replaced(change, context)} The traffic moves to it in steps.`,
      };
  }
}

function dropped({ target }: EffectContext): string {
  const also = isFrom(target, "1.1") ? ", a group is added after the others" : "";
  const upgrade = isFrom(target, "1.2") ? ", or KubeRay itself is upgraded" : "";
  return `KubeRay does not pass this on: the cluster that serves keeps what it has until a new one is made${also}${upgrade}.`;
}

/** The new spec is written into the cluster as a whole: UpdateActiveCluster in rayservice_controller.go, v1.1.1 to v1.7.0. */
function extended(change: FieldChange, context: EffectContext): Consequence {
  const own = clusterConsequence(change, context);
  const why = "KubeRay writes the new spec into the cluster that serves, since a group is added.";
  return { ...own, reason: `${why} ${own.reason}` };
}

function withheld(change: FieldChange, context: EffectContext): string {
  if (!countsForService(change, context.target)) return dropped(context);
  const gate = gateOf(context.target, INCREMENTAL_GATE);
  const why =
    upgradeType(context.after) === INCREMENTAL
      ? `${INCREMENTAL} needs ${gateWords(INCREMENTAL_GATE, gate)}, and acts like None without it`
      : "Under upgradeStrategy None KubeRay makes no new cluster";
  return `${why}: the change is stored but has no effect until the type changes or KubeRay itself is upgraded.`;
}

function replaced(change: FieldChange, { target }: EffectContext): string {
  return countsForService(change, target)
    ? "KubeRay makes a new cluster; the old one serves until the applications run on the new one, so both need room."
    : "KubeRay would not pass on this change alone, but the new cluster that other changes create has it.";
}
