import { ownField } from "../../diagnostics/own-field.ts";
import { desiredPods, hostsOf } from "../desired-pods.ts";
import { HEAD_GROUP } from "../head-names.ts";
import { gateOf } from "../laws/law.ts";
import type { GroupSpecView } from "../views/cluster-spec-view.ts";
import { groupTitle } from "../views/cluster-spec-view.ts";
import { changedGroup, changedGroupTitle } from "./changed-group.ts";
import type { Consequence, EffectContext, FieldChange, FieldRule } from "./field-rule.ts";
import { fieldRule, wholeFieldRule } from "./field-rule.ts";

/**
 * How many pods there are. Sources: reconcilePods and reconcileMultiHostWorkerGroup in raycluster_controller.go, v0.4.0 to
 * v1.7.0, and what real operators were seen to do. The order of the rules means nothing: each is about another field.
 */
export const scaleRules: readonly FieldRule[] = Object.freeze([
  wholeFieldRule("RayClusterSpec.workerGroupSpecs[]", wholeGroup),
  fieldRule("RayClusterSpec.workerGroupSpecs[].scaleStrategy", workersToDelete),
  fieldRule("RayClusterSpec.workerGroupSpecs[].numOfHosts", hosts),
  fieldRule("RayClusterSpec.workerGroupSpecs[].suspend", number),
  fieldRule("RayClusterSpec.workerGroupSpecs[].replicas", number),
  fieldRule("RayClusterSpec.workerGroupSpecs[].minReplicas", number),
  fieldRule("RayClusterSpec.workerGroupSpecs[].maxReplicas", number),
]);

/** Only groups of the spec are looked after, so the pods of another one stay: kuberay#1739. */
function wholeGroup(change: FieldChange, context: EffectContext): Consequence {
  const { before, after } = changedGroup(change, context);
  return after === undefined ? groupLess(before, context) : groupMore(after, context);
}

function groupLess(group: GroupSpecView | undefined, context: EffectContext): Consequence {
  const title = group === undefined ? "the group" : groupTitle(group);
  const orphans = `The operator no longer manages the pods of ${title} and leaves them running.`;
  const { autoscales } = context.after.cluster;
  return {
    effect: "none",
    reason: autoscales ? `${orphans} They can make the autoscaler fail.` : orphans,
  };
}

function groupMore(group: GroupSpecView, { after, release }: EffectContext): Consequence {
  const { cluster } = after;
  const title = groupTitle(group);
  const twins = cluster.workers.filter(({ name }) => name === group.name);
  if (twins.length > 1) {
    return {
      effect: "scale",
      reason: `Several groups are called ${title}: the operator creates and deletes their pods endlessly.`,
    };
  }
  const pods = desiredPods(group.data, cluster.spec, release);
  if (group.name === HEAD_GROUP) {
    return {
      effect: pods > 1 ? "scale" : "none",
      reason: `The operator counts the head's pod as one of ${title}, and creates one pod fewer.`,
    };
  }
  return pods > 0
    ? { effect: "scale", reason: `The operator creates the pods of ${title}.` }
    : {
        effect: "none",
        reason: cluster.autoscales
          ? `The operator creates no pods of ${title} until the autoscaler asks for them.`
          : `The operator creates no pods of ${title}, because replicas asks for none.`,
      };
}

/** The named pods go whatever the numbers are; where they then are too few, others come. */
function workersToDelete(change: FieldChange, context: EffectContext): Consequence {
  const title = changedGroupTitle(change, context);
  if (change.after === undefined) {
    return {
      effect: "none",
      reason: `The operator no longer deletes pods of ${title} because of it.`,
    };
  }
  return {
    effect: "scale",
    reason: `The operator deletes the named pods of ${title}, and creates others if there are too few.`,
  };
}

function number(change: FieldChange, context: EffectContext): Consequence {
  const { before, after } = changedGroup(change, context);
  const title = changedGroupTitle(change, context);
  const old = podsOf(before, context.before.cluster.spec, context);
  const current = podsOf(after, context.after.cluster.spec, context);
  const { autoscales } = context.after.cluster;
  if (autoscales && change.after !== undefined && isReplicas(change)) {
    return written(title, old, current, context);
  }
  if (current > old) {
    return {
      effect: "scale",
      reason: autoscales
        ? `The operator adds pods to ${title} if there are too few; the autoscaler removes pods if there are too many.`
        : `The operator creates pods of ${title} until the number is right.`,
    };
  }
  if (current < old && !keepsExcess(context)) {
    return {
      effect: "scale",
      reason: `The operator deletes pods of ${title} until the number is right.`,
    };
  }
  return {
    effect: "none",
    reason: autoscales
      ? "No pods are added or removed at once. The autoscaler respects the new bounds from then on."
      : `${title.charAt(0).toUpperCase()}${title.slice(1)} has as many pods as before.`,
  };
}

function isReplicas({ trail }: FieldChange): boolean {
  return trail.at(-1)?.step === "replicas";
}

/** The manifest writes what the autoscaler writes. */
function written(title: string, old: number, current: number, context: EffectContext): Consequence {
  const overwrites = "This overwrites what the autoscaler wrote.";
  if (current > old) {
    return {
      effect: "scale",
      reason: `${overwrites} If there are fewer pods, the operator creates pods of ${title} at once.`,
    };
  }
  if (current < old && !keepsExcess(context)) {
    return {
      effect: "scale",
      reason: `${overwrites} The operator deletes pods of ${title}, including busy ones.`,
    };
  }
  return {
    effect: "none",
    reason: `${overwrites} Running pods of ${title} stay, but a lost one may not be replaced until the autoscaler writes it again.`,
  };
}

/** With autoscaling on the operator deletes no pod by itself, but up to 0.5: reconcilePods, v0.6.0 and later. */
function keepsExcess({ after, release }: EffectContext): boolean {
  const isSuspended = ownField(after.cluster.spec, "suspend") === true;
  return after.cluster.autoscales && !release.deletesScalingPods && !isSuspended;
}

/** Slices of several hosts are made and deleted whole: reconcileMultiHostWorkerGroup, v1.6.0. */
function hosts(change: FieldChange, context: EffectContext): Consequence {
  const { before, after } = changedGroup(change, context);
  const title = changedGroupTitle(change, context);
  const { release, target } = context;
  const old = podsOf(before, context.before.cluster.spec, context);
  const current = podsOf(after, context.after.cluster.spec, context);
  const isSliced = gateOf(target, "RayMultiHostIndexing").isOn;
  const [oldHosts, newHosts] = [before, after].map((group) =>
    group === undefined ? 1 : hostsOf(group.data, release),
  );
  if (isSliced && old > 0 && current > 0 && oldHosts !== newHosts) {
    const reason =
      oldHosts === 1
        ? `The operator creates slices of several pods for ${title}; running pods belong to no slice and stay.`
        : `The operator deletes every slice of ${title} as a whole, and recreates it with the new number of hosts.`;
    return { effect: "scale", reason };
  }
  if (current > old) {
    return {
      effect: "scale",
      reason: `The operator creates pods of ${title} until the number is right.`,
    };
  }
  if (current < old) {
    return {
      effect: "scale",
      reason: `The operator deletes pods of ${title} until the number is right.`,
    };
  }
  return { effect: "none", reason: `The number of pods of ${title} stays the same.` };
}

function podsOf(
  group: GroupSpecView | undefined,
  cluster: Parameters<typeof desiredPods>[1],
  { release }: EffectContext,
): number {
  return group === undefined ? 0 : desiredPods(group.data, cluster, release);
}
