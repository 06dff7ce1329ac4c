import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import type { StartContext } from "../../kuberay/start-parameters.ts";
import { startParameter } from "../../kuberay/start-parameters.ts";
import type { Version } from "../../kuberay/version.ts";
import { parseQuantity } from "../../quantity/parse-quantity.ts";
import type { ClusterView, GroupView } from "./cluster-view.ts";
import type { Difference } from "./comparison.ts";
import type { DiffPath, DiffStep } from "./diff-path.ts";
import { portCause } from "./filled-in-ports.ts";
import type { SpellingCause } from "./manifest-diff.ts";

/** A side of a comparison, by what decides what KubeRay fills in. */
export interface FilledSide {
  readonly view: ClusterView;
  /** The worker groups by name. */
  readonly workers: ReadonlyMap<string, GroupView>;
  readonly target: { readonly kuberay: Version };
}

/** One group on both sides, and the rest of the path. */
interface GroupPair {
  readonly kuberay: Version;
  readonly before: GroupView;
  readonly after: GroupView;
  readonly autoscales: { readonly before: boolean; readonly after: boolean };
  readonly rest: DiffPath;
}

/** Why a difference in a group vanishes once KubeRay and Kubernetes have filled in what is left out; undefined where it stays. */
export function filledInCause(
  difference: Difference,
  before: FilledSide,
  after: FilledSide,
): SpellingCause | undefined {
  const pair = groupPair(difference.path, before, after);
  if (pair === undefined) return undefined;
  const [field, part, ...rest] = pair.rest;
  if (field === "rayStartParams" && typeof part === "string" && rest.length === 0) {
    return isSameParameter(part, pair) ? "operator-default" : undefined;
  }
  if (field !== "template" || part !== "spec") return undefined;
  const [podField, ...inside] = rest;
  switch (podField) {
    case "serviceAccount":
    case "serviceAccountName":
      return isSameAccount(pair) ? "service-account" : undefined;
    case "restartPolicy":
      return isSameRestartPolicy(difference, pair) ? "default" : undefined;
    case "containers":
      return containerCause(difference, inside, pair);
    default:
      return undefined;
  }
}

function groupPair(path: DiffPath, before: FilledSide, after: FilledSide): GroupPair | undefined {
  const [root, field, item] = path;
  if (root !== "spec") return undefined;
  const isHead = field === "headGroupSpec";
  if (!isHead && (field !== "workerGroupSpecs" || typeof item !== "object")) return undefined;
  const groupOf = ({ view, workers }: FilledSide) =>
    typeof item === "object" && !isHead ? workers.get(item.item) : view.head;
  const [left, right] = [groupOf(before), groupOf(after)];
  if (left === undefined || right === undefined) return undefined;
  return {
    kuberay: after.target.kuberay,
    before: left,
    after: right,
    autoscales: { before: before.view.autoscales, after: after.view.autoscales },
    rest: path.slice(isHead ? 2 : 3),
  };
}

function isSameParameter(name: string, { kuberay, before, after, autoscales }: GroupPair): boolean {
  // These replace what the parameters say.
  if ([before, after].some(({ data }) => ownField(data, "resources") !== undefined)) return false;
  const completed = (group: GroupView, scales: boolean): string | undefined => {
    const given = ownField(group.rayStartParams, name);
    if (given !== undefined && typeof given !== "string") return undefined;
    return startParameter(name, given, startContext(group, scales, kuberay));
  };
  const left = completed(before, autoscales.before);
  return left !== undefined && left === completed(after, autoscales.after);
}

function startContext(group: GroupView, autoscales: boolean, kuberay: Version): StartContext {
  const [container] = group.containers.values();
  const resources = ownObject(container, "resources");
  const [limits, requests] = [ownObject(resources, "limits"), ownObject(resources, "requests")];
  return {
    kuberay,
    role: group.role,
    autoscales,
    cpus: { limit: amount(limits, "cpu"), request: amount(requests, "cpu") },
    memoryBytes: amount(limits, "memory"),
  };
}

const NANOS = 10n ** 9n;

function amount(quantities: PlainData, key: string): bigint | undefined {
  const quantity = ownField(quantities, key);
  if (typeof quantity !== "string" && typeof quantity !== "number") return undefined;
  const nanos = parseQuantity(String(quantity))?.nanos ?? 0n;
  return nanos > 0n ? (nanos + NANOS - 1n) / NANOS : undefined;
}

/** Kubernetes reads the deprecated field only where the other one is empty; KubeRay names an account for a head that scales. */
function isSameAccount({ before, after, autoscales }: GroupPair): boolean {
  return accountOf(before, autoscales.before) === accountOf(after, autoscales.after);
}

function accountOf({ role, podSpec }: GroupView, autoscales: boolean): string | undefined {
  const name = ownText(podSpec, "serviceAccountName") || undefined;
  if (name !== undefined) return name;
  if (role === "head" && autoscales) return undefined;
  return ownText(podSpec, "serviceAccount") || "default";
}

/** For version 2 of the autoscaler KubeRay fills in Never, so that nothing is the same only where nothing scales. */
function isSameRestartPolicy({ before, after }: Difference, { autoscales }: GroupPair): boolean {
  if (autoscales.before || autoscales.after) return false;
  return (before ?? "Always") === "Always" && (after ?? "Always") === "Always";
}

function containerCause(
  difference: Difference,
  [step, field, item, ...rest]: DiffPath,
  pair: GroupPair,
): SpellingCause | undefined {
  const [before, after] = [containerAt(pair.before, step), containerAt(pair.after, step)];
  if (before === undefined || after === undefined) return undefined;
  if (field === "imagePullPolicy" && item === undefined) {
    return pullPolicy(before) === pullPolicy(after) ? "default" : undefined;
  }
  if (field !== "ports" || typeof item !== "object") return undefined;
  const isRays = before === containerAt(pair.before, 0) && after === containerAt(pair.after, 0);
  const { kuberay, before: oldGroup, after: group } = pair;
  const sides = {
    before: { container: before, group: oldGroup },
    after: { container: after, group },
  };
  return portCause(difference, rest, { ...sides, isRays, kuberay });
}

function containerAt(group: GroupView, step: DiffStep | undefined): PlainData | undefined {
  if (typeof step === "object") return group.containers.get(step.item);
  return step === 0 ? [...group.containers.values()][0] : undefined;
}

/** Source: SetDefaults_Container in Kubernetes' pkg/apis/core/v1/defaults.go. */
function pullPolicy(container: PlainData): PlainData {
  const given = ownField(container, "imagePullPolicy");
  if (given !== undefined) return given;
  const image = ownText(container, "image") ?? "";
  if (image.includes("@")) return "IfNotPresent";
  const [, tag = "latest"] = /:([^/:]*)$/.exec(image) ?? [];
  return tag === "latest" ? "Always" : "IfNotPresent";
}
