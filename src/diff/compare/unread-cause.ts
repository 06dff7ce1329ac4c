import { isObject, ownField, ownObject } from "../../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { autoscalerPullPolicy, autoscalerResources } from "../../kuberay/autoscaler-defaults.ts";
import { desiredPods } from "../../kuberay/desired-pods.ts";
import { changedGroup } from "../../kuberay/effects/changed-group.ts";
import { faultToleranceForm } from "../../kuberay/fault-tolerance-form.ts";
import { givenName } from "../../kuberay/views/given-name.ts";
import { areSameQuantity } from "../../quantity/are-same-quantity.ts";
import { canonicalText } from "./canonical-text.ts";
import type { ChangeContext } from "./change-context.ts";
import type { Difference } from "./comparison.ts";
import type { DiffPath } from "./diff-path.ts";
import type { JudgedSide } from "./judge-side.ts";
import { areRelated } from "./judge-side.ts";
import type { SpellingCause } from "./manifest-diff.ts";
import { requestCause } from "./request-cause.ts";

/**
 * Why a difference of the cluster means nothing between these two: nobody reads it, the operator completes it, or both say
 * the same in different fields. Undefined where it means something.
 */
export function unreadCause(
  difference: Difference,
  context: ChangeContext,
): SpellingCause | undefined {
  const { before, after } = context;
  if (difference.after === undefined && isDropped(difference, before)) return "dropped";
  if (isUnusedPrefix(difference, context)) return "unread";
  const display = ofCluster(difference.display, after);
  const [root, field, step, part] = display;
  if (isFaultTolerance(display) && saysSameFaultTolerance(context)) return "fault-tolerance";
  if (root !== "spec") return undefined;
  if (field === "headGroupSpec" && step === "replicas") return "unread";
  if (field === "autoscalerOptions") {
    if (!before.cluster.autoscales && !after.cluster.autoscales) return "unread";
    if (isSameOption({ ...difference, display }, context)) return "operator-default";
    return requestCause(difference, context);
  }
  const isReplicas = field === "workerGroupSpecs" && part === "replicas";
  return isReplicas && comesToSamePods(difference, context) ? "replica-bounds" : undefined;
}

/** Of what has a name already, no name is made. */
function isUnusedPrefix({ display }: Difference, { before, after }: ChangeContext): boolean {
  const [root, field] = display;
  if (root !== "metadata" || field !== "generateName") return false;
  return [before, after].every(({ data }) => givenName(ownField(data, "metadata")) !== undefined);
}

/** A place as that of a RayCluster: an owner's labels and annotations are copied to its cluster. Empty outside of it. */
function ofCluster(display: DiffPath, { view, cluster }: JudgedSide): DiffPath {
  if (display[0] === "metadata") return view.kind === "RayCronJob" ? [] : display;
  if (!cluster.path.every((step, index) => step === display[index])) return [];
  return ["spec", ...display.slice(cluster.path.length)];
}

/** What the API server drops does nothing, so that it can go. What comes is told, for somebody expects something of it. */
function isDropped({ beforePath }: Difference, { dropped }: JudgedSide): boolean {
  return dropped.some(
    ({ path }) => path.length <= beforePath.length && areRelated(path, beforePath),
  );
}

/** The bounds hold replicas. */
function comesToSamePods(difference: Difference, context: ChangeContext): boolean {
  const { before, after, release } = context;
  const pair = changedGroup(difference, context);
  const [left, right] = [pair.before, pair.after].map((group) =>
    isObject(group?.data) ? desiredPods({ ...group.data, suspend: false }, {}, release) : undefined,
  );
  const autoscales = before.cluster.autoscales || after.cluster.autoscales;
  return !autoscales && left !== undefined && left === right;
}

/** What autoscalerOptions says, or what KubeRay takes where it says nothing. */
function isSameOption({ before, after, display }: Difference, { target }: ChangeContext): boolean {
  const [, , step, ...inside] = display;
  const policy = autoscalerPullPolicy(target.kuberay);
  const isSamePolicy = step === "imagePullPolicy" && (before ?? policy) === (after ?? policy);
  return (
    isSamePolicy ||
    (step === "resources" &&
      inside.length === 0 &&
      isSameAmounts(before ?? autoscalerResources, after ?? autoscalerResources))
  );
}

function isSameAmounts(left: PlainData, right: PlainData): boolean {
  return ["limits", "requests"].every((kind) => {
    const [mine, theirs] = [left, right].map((each) => amountsOf(each, kind));
    const keys = new Set([...Object.keys(mine ?? {}), ...Object.keys(theirs ?? {})]);
    return [...keys].every((key) => {
      const [amount, other] = [ownField(mine, key), ownField(theirs, key)];
      return amount !== undefined && other !== undefined && areSameQuantity(amount, other);
    });
  });
}

/** What is not requested but limited is requested as it is limited. */
function amountsOf(resources: PlainData, kind: string): PlainObject {
  return { ...ownObject(resources, "limits"), ...ownObject(resources, kind) };
}

const ANNOTATIONS: readonly string[] = Object.freeze([
  "ray.io/ft-enabled",
  "ray.io/external-storage-namespace",
]);
const VARIABLES: readonly string[] = Object.freeze(["RAY_REDIS_ADDRESS", "REDIS_PASSWORD"]);

/** Whether it is one of the places at which fault tolerance can be asked for, in the old way or in the new one. */
function isFaultTolerance(display: DiffPath): boolean {
  const [root, field, step, , , , list, item] = display;
  if (root === "metadata") return field === "annotations" && ANNOTATIONS.includes(String(step));
  if (field === "gcsFaultToleranceOptions") return true;
  const isPassword = step === "rayStartParams" && display[3] === "redis-password";
  const name = typeof item === "object" ? item.item : "";
  return field === "headGroupSpec" && (isPassword || (list === "env" && VARIABLES.includes(name)));
}

function saysSameFaultTolerance({ release, before, after }: ChangeContext): boolean {
  const [left, right] = [before, after].map(faultToleranceOf);
  return release.gcsFaultToleranceIsField && left !== undefined && left === right;
}

function faultToleranceOf({ data, view, cluster }: JudgedSide): string | undefined {
  // A schedule's annotations are copied to nothing.
  const metadata = view.kind === "RayCronJob" ? {} : ownObject(data, "metadata");
  const own = { metadata, spec: cluster.spec };
  const spec = ownObject(faultToleranceForm(own) ?? own, "spec");
  const options = ownField(spec, "gcsFaultToleranceOptions");
  return isObject(options) ? canonicalText({ backend: "redis", ...options }) : undefined;
}
