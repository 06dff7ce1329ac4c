import { ownField } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import { isAtLeast } from "../version.ts";
import { KUEUE_QUEUE } from "../writers.ts";
import type { Consequence, EffectContext, FieldChange } from "./field-rule.ts";

/** Labels that other programs read, each with what they do; the first one that fits counts. */
const readers: readonly (readonly [key: RegExp, reason: string])[] = Object.freeze([
  [
    /^ray\.io\/(?:gang-scheduling-enabled|priority-class-name|scheduler-name)$/,
    "KubeRay reads this label only for a batch scheduler. If the operator runs with one, new pods follow the label and running pods stay.",
  ],
  [
    /^(?:[a-z]+\.)?volcano\.sh\//,
    "Volcano reads this label if the KubeRay operator runs with Volcano: new pods have the new label, running pods and their PodGroup keep the old one.",
  ],
  [
    /^yunikorn\.apache\.org\//,
    "YuniKorn reads this label if the KubeRay operator runs with YuniKorn: new pods have the new label, running pods keep the old one.",
  ],
  [
    /^kai\.scheduler\//,
    "KAI reads this label if the KubeRay operator runs with KAI: new pods have the new label, running pods keep the old one.",
  ],
  [
    /^kueue\.x-k8s\.io\/priority-class$/,
    "Kueue reads this label to order the queue. Older releases of Kueue refuse the change while the cluster runs.",
  ],
  [/^kueue\.x-k8s\.io\//, "Only Kueue reads this label; pods do not."],
]);

/** Labels of the RayCluster. Source: the batch schedulers in ray-operator/controllers/ray/batchscheduler, v1.1.0 to v1.7.0. */
export function labelEffect(change: FieldChange, context: EffectContext, [key]: Path): Consequence {
  if (typeof key !== "string") return none(NOT_COPIED);
  if (key === KUEUE_QUEUE) return queueEffect(change, context);
  if (key === ORIGIN) {
    return {
      effect: "new-pods-only",
      reason: "KubeRay treats the cluster as one of that owner when it creates pods.",
    };
  }
  const reader = readers.find(([pattern]) => pattern.test(key));
  return none(reader?.[1] ?? NOT_COPIED);
}

const ORIGIN = "ray.io/originated-from-crd";
const NOT_COPIED = "Labels of the RayCluster are not copied to its pods.";

/** Source: validateUpdateForQueueName in kueue's pkg/controller/jobframework/validation.go, v0.6.0 to v0.19.2. */
function queueEffect({ after }: FieldChange, { target, before }: EffectContext): Consequence {
  const { major, minor } = FIRST_WITH_SUSPENSION;
  if (!isAtLeast(target.kuberay, major, minor)) {
    return none("Kueue does not manage RayClusters of this KubeRay release.");
  }
  if (ownField(before.cluster.spec, "suspend") === true) {
    return none("Kueue moves the cluster to another queue, because it is suspended.");
  }
  if (after === undefined) {
    return none(
      "Kueue no longer manages the cluster. Newer Kueue releases refuse this change while the cluster runs.",
    );
  }
  return {
    effect: "rejected",
    reason:
      "Kueue's webhook refuses another queue unless the cluster is suspended. Without Kueue, nothing reads this label.",
  };
}

const FIRST_WITH_SUSPENSION = Object.freeze({ major: 1, minor: 1 });

function none(reason: string): Consequence {
  return { effect: "none", reason };
}
