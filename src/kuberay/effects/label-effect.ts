import { ownField } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import { requestFields } from "../request-fields.ts";
import { userLabels } from "../user-keys.ts";
import { isAtOrAfter } from "../version.ts";
import { KUEUE_QUEUE } from "../writers.ts";
import type { Consequence, EffectContext, FieldChange } from "./field-rule.ts";
import { unreadReason } from "./unread-reason.ts";

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
  return none(unreadReason("label", userLabels.get(key), context) ?? reader?.[1] ?? NOT_COPIED);
}

const ORIGIN = "ray.io/originated-from-crd";
const NOT_COPIED = "Labels of the RayCluster are not copied to its pods.";

/** Source: validateUpdateForQueueName in kueue's pkg/controller/jobframework/validation.go, v0.6.0 to v0.19.2. */
function queueEffect({ after }: FieldChange, { target, before }: EffectContext): Consequence {
  // Kueue makes a cluster wait by suspending it.
  if (!isAtOrAfter(target.kuberay, requestFields.suspend.since)) {
    return none("Kueue does not manage RayClusters of this KubeRay release.");
  }
  return requeued(after, ownField(before.cluster.spec, "suspend") === true, "cluster");
}

/** The same for a RayJob, which Kueue suspends by a field of its own. */
export function jobQueueEffect({ after }: FieldChange, isSuspended: boolean): Consequence {
  return requeued(after, isSuspended, "job");
}

function requeued(
  queue: FieldChange["after"],
  isSuspended: boolean,
  thing: "cluster" | "job",
): Consequence {
  if (isSuspended) {
    return none(`Kueue moves the ${thing} to another queue, since it is suspended.`);
  }
  if (queue === undefined) {
    return none(
      `Kueue no longer manages the ${thing}. Newer Kueue releases refuse this change while it runs.`,
    );
  }
  return {
    effect: "rejected",
    reason: `Kueue's webhook refuses another queue while the ${thing} is not suspended. Without Kueue nothing reads this label.`,
  };
}

function none(reason: string): Consequence {
  return { effect: "none", reason };
}
