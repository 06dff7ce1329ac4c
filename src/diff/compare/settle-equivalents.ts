import { ownField, ownObject } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { isAtLeast } from "../../kuberay/version.ts";
import type { ClusterView } from "./cluster-view.ts";
import type { Comparison, Difference } from "./comparison.ts";
import type { Target } from "./field-releases.ts";
import type { FilledSide } from "./filled-in.ts";
import { filledInCause } from "./filled-in.ts";
import type { SpellingCause } from "./manifest-diff.ts";
import { isBelow, pathPattern } from "./path-pattern.ts";
import { fieldsOfV1Alone } from "./stored-manifest.ts";

/** One of the two manifests, as it is written and as it is taken. */
interface Side {
  readonly data: PlainObject;
  readonly target: Target;
  readonly view: ClusterView;
}

/**
 * Takes out of the differences those that mean nothing between these two manifests, though they could between others, and
 * counts them among the respellings, behind all others.
 */
export function settleEquivalents(comparison: Comparison, before: Side, after: Side): Comparison {
  const settled: Comparison = { differences: [], respellings: [...comparison.respellings] };
  const [left, right] = [withGroups(before), withGroups(after)];
  for (const difference of comparison.differences) {
    const cause = equivalence(difference, before, after) ?? filledInCause(difference, left, right);
    if (cause === undefined) settled.differences.push(difference);
    else settled.respellings.push({ ...difference, cause });
  }
  return settled;
}

function withGroups({ view, target }: Side): FilledSide {
  return { view, target, workers: new Map(view.workers.map((group) => [group.name, group])) };
}

const autoscalerFields = Object.freeze(
  ["spec.workerGroupSpecs[].replicas", "spec.workerGroupSpecs[].scaleStrategy"].map(pathPattern),
);

function equivalence(difference: Difference, before: Side, after: Side): SpellingCause | undefined {
  const { path } = difference;
  const [root, field] = path;
  if (root === "apiVersion") return storesTheSame(before, after) ? "api-version" : undefined;
  if (root === "metadata" && field === "namespace") {
    return isNamedByServer(before, after) ? "namespace" : undefined;
  }
  const isAutoscalers = autoscalerFields.some((pattern) => isBelow(path, pattern));
  const bothScale = before.view.autoscales && after.view.autoscales;
  return isAutoscalers && bothScale ? "autoscaler" : undefined;
}

/** From KubeRay 1.0 on there are both, without conversion: they differ only by the fields that v1alpha1 lacks. */
function storesTheSame(before: Side, after: Side): boolean {
  const sides = [before, after];
  if (!isAtLeast(after.target.kuberay, 1, 0)) return false;
  if (!sides.every(({ view }) => /^ray\.io\/v1(?:alpha1)?$/.test(view.apiVersion))) return false;
  return sides.every(
    ({ data, view }) => view.apiVersion === "ray.io/v1" || fieldsOfV1Alone(data).length === 0,
  );
}

/** Whether one manifest names no namespace and the other is the dump of an object. */
function isNamedByServer(before: Side, after: Side): boolean {
  const [left, right] = [before.view.namespace, after.view.namespace];
  if (left === undefined) return right !== undefined && isDump(after.data);
  return right === undefined && isDump(before.data);
}

function isDump(data: PlainObject): boolean {
  const metadata = ownObject(data, "metadata");
  return ["uid", "resourceVersion"].some((key) => ownField(metadata, key) !== undefined);
}
