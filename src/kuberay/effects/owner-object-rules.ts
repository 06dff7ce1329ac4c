import { ownField } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import { isFrom } from "../laws/law.ts";
import { kindWord } from "../views/kind-word.ts";
import type { ManifestKind } from "../views/manifest-view.ts";
import { KUEUE_QUEUE } from "../writers.ts";
import { annotationEffect } from "./annotation-effect.ts";
import type { Consequence, EffectContext, FieldChange, FieldRule } from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";
import { jobPhase } from "./job-phase.ts";
import { jobQueueEffect, labelEffect } from "./label-effect.ts";
import { nextRun } from "./next-run.ts";
import { otherNamespace } from "./object-rules.ts";
import { isReplaced } from "./service-switch.ts";

/** What makes clusters: another name or namespace is another object, which KubeRay looks after beside the old one. */
export const ownerObjectRules: readonly FieldRule[] = Object.freeze([
  fieldRule("ServerObjectMeta.name", otherName),
  fieldRule("ServerObjectMeta.namespace", otherNamespace),
  fieldRule("ServerObjectMeta.labels", keyed(labelEffect)),
  fieldRule("ServerObjectMeta.annotations", keyed(annotationEffect)),
]);

function otherName(_change: FieldChange, { after }: EffectContext): Consequence {
  const { kind } = after.view;
  return {
    effect: "address",
    reason: `This is another ${kindWord[kind]}. The old one stays until it is deleted${others[kind]}`,
  };
}

const others: Readonly<Record<ManifestKind, string>> = Object.freeze({
  RayCluster: ".",
  RayJob: ", and the new one runs from the beginning.",
  RayService: ", with its cluster and its Services.",
  RayCronJob: "; deleting it deletes its jobs too, including those that run.",
});

/** Labels and annotations reach a cluster when it is made, or written anew as a whole: constructRayClusterFor… in the controllers. */
function keyed(clusterEffect: FieldRule["judge"]): FieldRule["judge"] {
  return (change, context, inside) => {
    const { kind } = context.after.view;
    const [key] = inside;
    if (kind === "RayCronJob") {
      return {
        effect: "none",
        reason: "The jobs of a schedule have none of its labels and annotations.",
      };
    }
    if (kind === "RayJob") {
      const isForKueue = clusterEffect === labelEffect && key !== KUEUE_QUEUE && isKueues(key);
      return isForKueue ? labelEffect(change, context, inside) : jobEffect(change, context, key);
    }
    if (key === TIMEOUT && isFrom(context.target, "1.5")) return TIMES;
    if (context.serviceSwitch === "extended") return clusterEffect(change, context, inside);
    return isReplaced(context)
      ? { effect: "new-cluster", reason: "The new cluster that other changes make has it." }
      : { effect: "none", reason: "Only a cluster that is made later has it." };
  };
}

/** Whether only Kueue reads a label, of a RayJob as of a RayCluster. */
function isKueues(key: Path[number] | undefined): boolean {
  return typeof key === "string" && key.startsWith("kueue.x-k8s.io/");
}

/** Read while the service starts: v1.5.0. */
const TIMEOUT = "ray.io/initializing-timeout";
const TIMES: Consequence = Object.freeze({
  effect: "in-place",
  reason: "While the service starts, KubeRay counts by this how long that may take.",
});

function jobEffect(
  change: FieldChange,
  context: EffectContext,
  key: Path[number] | undefined,
): Consequence {
  if (key !== KUEUE_QUEUE) return nextRun(context);
  const phase = jobPhase(context.before);
  const isSuspended = phase === "suspended" || phase === "ended";
  return jobQueueEffect(
    change,
    isSuspended || ownField(context.before.view.spec, "suspend") === true,
  );
}
