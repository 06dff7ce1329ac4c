import { count, showText } from "../diagnostics/show.ts";
import type { ObjectReference, Plan } from "../plan/plan.ts";
import { requirePlan } from "../plan/require-plan.ts";
import type { Observed } from "./observed.ts";
import { isThere } from "./readiness/cluster-reasons.ts";
import { labelledPods } from "./readiness/observed-pods.ts";
import { isSet, listAt, textAt } from "./readiness/read-unknown.ts";

/** What to do to delete a cluster. Plain JSON. */
export type Teardown =
  | {
      /** Send the deletion, then ask again. */
      readonly state: "delete";
      readonly message: string;
      readonly object: ObjectReference;
      readonly options: DeletionOptions;
    }
  | {
      /** Wait, then ask again; no second deletion is needed. */
      readonly state: "deleting";
      readonly message: string;
      /** Pods that are still there; none if the pods were not read. */
      readonly pods_left?: number;
      /** What the RayCluster waits for before it goes. */
      readonly finalizers: readonly string[];
    }
  | { readonly state: "gone"; readonly message: string };

/** The body of the DELETE request. */
export interface DeletionOptions {
  readonly apiVersion: "v1";
  readonly kind: "DeleteOptions";
  /** The RayCluster stays until its pods and Services are gone, so that its absence says that they are. */
  readonly propagationPolicy: "Foreground";
  /** That very object: never a new cluster that somebody made under the same name in between. */
  readonly preconditions?: { readonly uid: string };
}

/** What a server sees of a cluster that it deletes: events and seconds are ignored here. */
export type ObservedRemains = Pick<Observed, "raycluster" | "pods">;

/**
 * What to delete, and whether it is gone: a pure decision, asked until the answer is `gone`, whatever became of the
 * cluster. `gone` means that the object of the plan is absent and, where the pods were read, that none of them is left. Deleting
 * the object is enough: the pods, the Services and the autoscaler's role belong to it. A RayJob, a RayService or a
 * RayCronJob takes the clusters with it that it made; a cluster that a job only selected stays. Throws a
 * TypeError where the plan is none, and nothing else: an observation that cannot be read is answered with `deleting`, since what is not known is neither deleted nor gone.
 */
export function teardown(plan: Plan, observed: ObservedRemains): Teardown {
  requirePlan("teardown", plan);
  const title = `${plan.raycluster.kind} ${showText(plan.raycluster.name)}`;
  const named = `The ${title}`;
  const seen = read(observed);
  if (seen === undefined) {
    const message = `It is unknown whether the ${title} exists.`;
    return { state: "deleting", message, finalizers: [] };
  }
  const { raycluster } = seen;
  const pods = seen.pods == null ? undefined : labelledPods(plan, listAt(seen, "pods"));
  const podsLeft = pods === undefined ? {} : { pods_left: pods.length };
  if (!isThere(raycluster)) {
    if (pods === undefined || pods.length === 0) {
      return { state: "gone", message: `${named} is gone.` };
    }
    const message = `${named} is gone; ${count(pods.length, "of its pods still exists", "of its pods still exist")}.`;
    return { state: "deleting", message, ...podsLeft, finalizers: [] };
  }
  if (!isSet(raycluster, "metadata", "deletionTimestamp")) {
    return {
      state: "delete",
      message: `${named} must be deleted.`,
      object: plan.raycluster,
      options: deletionOptions(textAt(raycluster, "metadata", "uid")),
    };
  }
  const finalizers = listAt(raycluster, "metadata", "finalizers").filter(isText);
  const waits = finalizers.map((finalizer) => ` ${explainFinalizer(finalizer, pods?.length)}`);
  const message = `${named} is being deleted.${waits.join("")}`;
  return { state: "deleting", message, ...podsLeft, finalizers };
}

/** Undefined where the observation is none, or its getters throw. */
function read(observed: ObservedRemains): ObservedRemains | undefined {
  try {
    const { raycluster, pods } = observed;
    return { raycluster, pods };
  } catch {
    return undefined;
  }
}

function deletionOptions(uid: string | undefined): DeletionOptions {
  const options = {
    apiVersion: "v1",
    kind: "DeleteOptions",
    propagationPolicy: "Foreground",
  } as const;
  return uid === undefined ? options : { ...options, preconditions: { uid } };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** KubeRay's finalizer: utils/constant.go, 1.0 and later, where fault tolerance of the GCS is on. */
function explainFinalizer(finalizer: string, podsLeft: number | undefined): string {
  switch (finalizer) {
    case "foregroundDeletion":
      return podsLeft === undefined
        ? "Kubernetes deletes its pods first."
        : `Kubernetes deletes its pods first; ${count(podsLeft, "is", "are")} left.`;
    case "ray.io/gcs-ft-redis-cleanup-finalizer":
      return "KubeRay cleans up Redis first, with a Job; if that fails, or KubeRay is not running, the finalizer stays until someone removes it.";
    case "ray.io/rayjob-finalizer":
      return "KubeRay stops the job in Ray first.";
    case "ray.io/rayservice-finalizer":
      return "KubeRay deletes the service's clusters first.";
    case "orphan":
      return "It was deleted with the propagation policy Orphan, so its pods stay.";
    default:
      return `The finalizer ${showText(finalizer)} blocks the deletion until its owner removes it.`;
  }
}
