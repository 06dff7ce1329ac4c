import { ownField } from "../../diagnostics/own-field.ts";
import { gateOf } from "../laws/law.ts";
import type { Consequence, EffectContext, FieldChange, FieldRule } from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";
import { managerRules, unchangeableRules } from "./manager-rules.ts";
import { serviceCluster } from "./service-cluster.ts";
import { INCREMENTAL, INCREMENTAL_GATE, isReplaced, upgradeType } from "./service-switch.ts";

/**
 * What a change does to a RayService. Sources: ray-operator/controllers/ray/rayservice_controller.go and common/service.go,
 * v0.4.0 to v1.7.0. The order of the rules behind the first ones means nothing: each is about another field.
 */
export const serviceRules: readonly FieldRule[] = Object.freeze([
  ...unchangeableRules,
  ...managerRules,
  fieldRule("RayServiceSpec.suspend", suspension),
  fieldRule("RayService.spec", whileSuspended),
  fieldRule("RayServiceSpec.rayClusterConfig", serviceCluster),
  fieldRule("RayServiceSpec.serveConfigV2", serveConfig),
  fieldRule("RayServiceSpec.serveConfig", serveConfig),
  fieldRule("RayServiceSpec.serveService.metadata.name", otherServeService),
  fieldRule("RayServiceSpec.serveService", serveService),
  fieldRule("RayServiceSpec.excludeHeadPodFromServeSvc", () => ({
    effect: "in-place",
    reason: "KubeRay changes the label of the head's pod, so requests start or stop reaching it.",
  })),
  fieldRule("RayServiceSpec.rayClusterDeletionDelaySeconds", () => ({
    effect: "in-place",
    reason: "This counts for clusters that are replaced from then on.",
  })),
  fieldRule("RayServiceSpec.upgradeStrategy", upgradeStrategy),
  ...["serviceUnhealthySecondThreshold", "deploymentUnhealthySecondThreshold"].map((field) =>
    fieldRule(`RayServiceSpec.${field}`, threshold),
  ),
]);

/** Clusters, Services and the Gateway go and come as a whole: v1.7.0. */
function suspension(_change: FieldChange, { before, after }: EffectContext): Consequence {
  const [was, is] = [before, after].map(({ view }) => ownField(view.spec, "suspend") === true);
  if (is === was) return { effect: "none", reason: "The service is suspended or not, as before." };
  return is
    ? {
        effect: "recreate",
        reason:
          "KubeRay deletes the clusters and the Services: nothing serves until it is resumed.",
      }
    : { effect: "scale", reason: "KubeRay makes a cluster and the Services again." };
}

/** A suspended service has no cluster and no Services; one that is resumed gets new ones, by what the manifest says then. */
function whileSuspended(
  _change: FieldChange,
  { before, after }: EffectContext,
): Consequence | undefined {
  const [was, is] = [before, after].map(({ view }) => ownField(view.spec, "suspend") === true);
  if (is) {
    return {
      effect: "rerun",
      reason: "The service is suspended: it takes this when it is resumed.",
    };
  }
  return was
    ? { effect: "scale", reason: "The service is resumed: what KubeRay makes now has this." }
    : undefined;
}

/** Sent to the dashboard of the pending cluster where there is one, else of the active one. */
function serveConfig(_change: FieldChange, context: EffectContext): Consequence {
  return isReplaced(context)
    ? {
        effect: "new-cluster",
        reason: "Only the new cluster gets the change; until then the old one serves as before.",
      }
    : {
        effect: "in-place",
        reason: "KubeRay tells Ray Serve on the cluster that runs, which deploys what is new.",
      };
}

function otherServeService(_change: FieldChange, context: EffectContext): Consequence {
  if (usesGateway(context)) return UNREAD_SERVICE;
  return {
    effect: "address",
    reason: "KubeRay makes a second Service under the new name; the old one stays.",
  };
}

/** Requests to a service that is upgraded in steps go through its Gateway: common/service.go, v1.5.0 to v1.7.0. */
function usesGateway({ after, target }: EffectContext): boolean {
  return upgradeType(after) === INCREMENTAL && gateOf(target, INCREMENTAL_GATE).isOn;
}

const UNREAD_SERVICE: Consequence = Object.freeze({
  effect: "none",
  reason: `Under ${INCREMENTAL} requests go to the Gateway of the service, and nothing reads serveService.`,
});

/** Only the spec of the Service is rewritten, and only with another cluster. */
function serveService({ trail }: FieldChange, context: EffectContext): Consequence {
  if (usesGateway(context)) return UNREAD_SERVICE;
  const isOfSpec = trail.some(({ owner, step }) => owner === "Service" && step === "spec");
  if (isOfSpec && isReplaced(context)) {
    return {
      effect: "address",
      reason: "KubeRay rewrites the spec of the Service when the new cluster is serving.",
    };
  }
  return {
    effect: "none",
    reason: isOfSpec
      ? "KubeRay leaves a Service for requests as it is until another cluster serves."
      : "KubeRay writes this once, when it makes the Service.",
  };
}

function upgradeStrategy(
  _change: FieldChange,
  { before, after, target }: EffectContext,
): Consequence {
  const [old, current] = [upgradeType(before), upgradeType(after)];
  const isOn = gateOf(target, INCREMENTAL_GATE).isOn;
  if (isOn && old !== current && [old, current].includes(INCREMENTAL)) {
    return {
      effect: "address",
      reason:
        current === INCREMENTAL
          ? "Requests then go to the Gateway of the service; KubeRay no longer manages the Service for them."
          : "Requests then go to the Service of the service, and no longer to its Gateway.",
    };
  }
  const withholds = (type: string | undefined) =>
    type === "None" || (type === INCREMENTAL && !isOn);
  if (withholds(old) && !withholds(current)) {
    return {
      effect: "in-place",
      reason:
        "Changes of the cluster that were withheld count from then on, and make a new cluster.",
    };
  }
  return { effect: "in-place", reason: "This decides what later changes of the cluster do." };
}

/** Read by the oldest releases alone; later, nothing comes of it. */
function threshold(): Consequence {
  return {
    effect: "in-place",
    reason: "KubeRay makes a new cluster where the service is unhealthy for longer than this.",
  };
}
