import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { fieldConsequence } from "../../kuberay/effects/field-consequence.ts";
import { isQueued, isWrittenBy } from "../../kuberay/writers.ts";
import type { ChangeContext } from "./change-context.ts";
import type { Comparison, Difference, Respelling } from "./comparison.ts";
import { filledInCause } from "./filled-in.ts";
import type { JudgedSide } from "./judge-side.ts";
import type { SpellingCause } from "./manifest-diff.ts";
import { isRefusedFor } from "./refused-for.ts";
import { storedApiVersion } from "./stored-api.ts";
import { unreadCause } from "./unread-cause.ts";
import { unreadOwnerCause } from "./unread-owner.ts";

/**
 * Takes out of the differences those that mean nothing between these two manifests, though they could between others, and
 * counts them among the respellings, behind all others. What the new manifest is refused for is a difference, whatever it means.
 */
export function settleEquivalents(comparison: Comparison, context: ChangeContext): Comparison {
  const settled: Comparison = { differences: [], respellings: [] };
  const keep = (respelling: Respelling): void => {
    const list = isNewlyRefused(respelling, context) ? settled.differences : settled.respellings;
    list.push(respelling);
  };
  comparison.respellings.forEach(keep);
  for (const difference of comparison.differences) {
    const cause =
      equivalence(difference, comparison, context) ??
      filledInCause(difference, context) ??
      unreadOwnerCause(difference, context) ??
      unreadCause(difference, context);
    if (cause === undefined) settled.differences.push(difference);
    else keep({ ...difference, cause });
  }
  return settled;
}

/** What would mean the same, if the new manifest were not refused for it. */
function isNewlyRefused(difference: Difference, { before, after }: ChangeContext): boolean {
  if (after.refusals.length === 0) return false;
  const known = new Set(before.refusals.map(({ message }) => message));
  const found = after.refusals.filter(({ message }) => !known.has(message));
  return isRefusedFor(difference, found);
}

function equivalence(
  difference: Difference,
  comparison: Comparison,
  context: ChangeContext,
): SpellingCause | undefined {
  const { before, after } = context;
  const [root, field] = difference.display;
  if (root === "apiVersion") return storesTheSame(comparison, context) ? "api-version" : undefined;
  if (root === "metadata" && field === "namespace") {
    return isNamedByServer(before, after) ? "namespace" : undefined;
  }
  if (isAutoscalers(difference, context)) return "autoscaler";
  return isKueues(difference, before, after) ? "kueue" : undefined;
}

/** From KubeRay 1.0 on there are both, without conversion: they differ only by the fields that v1alpha1 lacks. */
function storesTheSame(
  { differences, respellings }: Comparison,
  { target, before, after }: ChangeContext,
): boolean {
  const gone = new Set(
    [...differences, ...respellings]
      .filter(({ after: value }) => value === undefined)
      .map(({ beforePath }) => JSON.stringify(beforePath)),
  );
  // What v1alpha1 drops is no loss where the new manifest, under v1, does not say it either.
  const losesNothing = ({ view, dropped }: JudgedSide) =>
    view === before.view
      ? dropped.every(({ path }) => gone.has(JSON.stringify(path)))
      : dropped.length === 0;
  return (
    storedApiVersion(target.kuberay) === "ray.io/v1" &&
    [before, after].every(
      (side) =>
        side.view.apiVersion === "ray.io/v1" ||
        (side.view.apiVersion === "ray.io/v1alpha1" && losesNothing(side)),
    )
  );
}

/** Whether one manifest names no namespace and the other is the dump of an object. */
function isNamedByServer(before: JudgedSide, after: JudgedSide): boolean {
  const [left, right] = [before, after].map(({ data }) =>
    ownText(ownObject(data, "metadata"), "namespace"),
  );
  if (left === undefined) return right !== undefined && isDump(after.data);
  return right === undefined && isDump(before.data);
}

/** What the new manifest leaves out stays the autoscaler's, and what it sets does too unless pods are added or removed by it. */
function isAutoscalers(difference: Difference, context: ChangeContext): boolean {
  const { before, after } = context;
  // It writes into RayClusters alone, not into what makes them.
  const isIts =
    after.view.kind === "RayCluster" &&
    before.cluster.autoscales &&
    after.cluster.autoscales &&
    isWrittenBy("autoscaler", difference.trail, undefined);
  return (
    isIts &&
    (difference.after === undefined || fieldConsequence(difference, context).effect === "none")
  );
}

/** What only the object in the cluster has, and Kueue writes; `suspend` is always Kueue's where the manifest leaves it out. */
function isKueues(difference: Difference, before: JudgedSide, after: JudgedSide): boolean {
  const { trail, display } = difference;
  const key = display.at(-1);
  const isWhollyIts =
    (difference.before === undefined && isDump(after.data)) ||
    (difference.after === undefined && isDump(before.data));
  return (
    isQueued(before.data) &&
    isQueued(after.data) &&
    isWhollyIts &&
    isWrittenBy("kueue", trail, typeof key === "string" ? key : undefined)
  );
}

function isDump(data: PlainObject): boolean {
  const metadata = ownObject(data, "metadata");
  return ["uid", "resourceVersion"].some((key) => ownField(metadata, key) !== undefined);
}
