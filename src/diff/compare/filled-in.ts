import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { defaultPullPolicy } from "../../kuberay/default-pull-policy.ts";
import { changedGroup } from "../../kuberay/effects/changed-group.ts";
import { longestPath } from "../../kuberay/effects/field-rule.ts";
import type { KuberayRelease } from "../../kuberay/kuberay-release.ts";
import { startContext } from "../../kuberay/start-context.ts";
import type { StartContext } from "../../kuberay/start-parameters.ts";
import { startParameter } from "../../kuberay/start-parameters.ts";
import type { Version } from "../../kuberay/version.ts";
import type { GroupSpecView } from "../../kuberay/views/cluster-spec-view.ts";
import type { ContainerView } from "../../kuberay/views/container-view.ts";
import { roundedUp } from "../../quantity/whole-count.ts";
import { parseResources } from "../../ray/parse-resources.ts";
import { readResourcesText } from "../../ray/resources-text.ts";
import { rayStartDefault } from "../../ray/start-defaults.ts";
import { canonicalText } from "./canonical-text.ts";
import type { ChangeContext } from "./change-context.ts";
import type { Difference } from "./comparison.ts";
import { portCause } from "./filled-in-ports.ts";
import type { SpellingCause } from "./manifest-diff.ts";
import { requestCause } from "./request-cause.ts";

/** One group on both sides. */
interface GroupPair {
  readonly kuberay: Version;
  readonly before: GroupSide;
  readonly after: GroupSide;
}

interface GroupSide {
  readonly group: GroupSpecView;
  readonly autoscales: boolean;
  /** KubeRay makes the restart policy Never for the autoscaler's version 2. */
  readonly neverRestarts: boolean;
  /** The container that the change is in. */
  readonly container: ContainerView | undefined;
}

/** Why a difference in a group vanishes once KubeRay and Kubernetes have filled in what is left out; undefined where it stays. */
export function filledInCause(
  difference: Difference,
  context: ChangeContext,
): SpellingCause | undefined {
  const pair = groupPair(difference, context);
  if (pair === undefined) return undefined;
  const rest = longestPath(difference).slice(pair.after.group.path.length);
  const [field, part, podField, , ...inside] = rest;
  if (field === "rayStartParams" && typeof part === "string" && podField === undefined) {
    return parameterCause(part, pair);
  }
  if (field === "resources") return isSameResources(part, pair) ? "operator-default" : undefined;
  if (field !== "template" || part !== "spec") return undefined;
  switch (podField) {
    case "serviceAccount":
    case "serviceAccountName":
      return isSameAccount(pair) ? "service-account" : undefined;
    case "restartPolicy":
      return isSameRestartPolicy(difference, pair) ? "default" : undefined;
    case "containers":
      return requestCause(difference, context) ?? containerCause(difference, inside, pair);
    case "initContainers":
      return requestCause(difference, context);
    default:
      return undefined;
  }
}

function groupPair(difference: Difference, context: ChangeContext): GroupPair | undefined {
  const { before, after } = changedGroup(difference, context);
  if (before === undefined || after === undefined) return undefined;
  const { target, release } = context;
  return {
    kuberay: target.kuberay,
    before: sideOf(before, difference.beforePath, context.before, release),
    after: sideOf(after, difference.afterPath, context.after, release),
  };
}

function sideOf(
  group: GroupSpecView,
  path: Path,
  { cluster }: ChangeContext["before"],
  release: KuberayRelease,
): GroupSide {
  const { autoscales, autoscalerOptions } = cluster;
  const isVersion2 = ownText(autoscalerOptions, "version") === "v2";
  const index = path[group.path.length + CONTAINER_STEP];
  return {
    group,
    autoscales,
    neverRestarts: autoscales && isVersion2 && release.autoscalerV2 === "field",
    container: group.containers.find(({ path: place }) => place.at(-1) === index),
  };
}

/** Behind template, spec and containers. */
const CONTAINER_STEP = 3;

function parameterCause(
  name: string,
  { kuberay, before, after }: GroupPair,
): SpellingCause | undefined {
  // These replace what the parameters say.
  if ([before, after].some(({ group }) => ownField(group.data, "resources") !== undefined)) {
    return undefined;
  }
  const given = ({ group }: GroupSide) => ownField(group.rayStartParams, name);
  const texts = [given(before), given(after)];
  if (texts.some((text) => text !== undefined && typeof text !== "string")) return undefined;
  const [left, right] = [before, after].map(({ group, autoscales }) => {
    const text = ownText(group.rayStartParams, name);
    return startParameter(name, text, contextOf(group, autoscales, kuberay));
  });
  if (left !== undefined && left === right) return "operator-default";
  if (name === "resources") return isSameRayResources(left, right, { kuberay, before, after });
  const [own, other] = [
    left ?? rayStartDefault(name, before.group.role),
    right ?? rayStartDefault(name, after.group.role),
  ];
  return own !== undefined && own === other ? "default" : undefined;
}

/** The same custom resources in quotes that everybody reads; and KubeRay counts the same GPUs beside them. */
function isSameRayResources(
  left: string | undefined,
  right: string | undefined,
  { kuberay, before, after }: GroupPair,
): SpellingCause | undefined {
  const [mine, theirs] = [left, right].map((text) => {
    if (text === undefined) return {};
    return readResourcesText(text) === "sound" ? parseResources(text) : undefined;
  });
  if (mine === undefined || theirs === undefined) return undefined;
  if (canonicalText(mine) !== canonicalText(theirs)) return undefined;
  const counted = ({ group, autoscales }: GroupSide) =>
    startParameter(
      "num-gpus",
      ownText(group.rayStartParams, "num-gpus"),
      contextOf(group, autoscales, kuberay),
    );
  return counted(before) === counted(after) ? "ray-resources" : undefined;
}

/** CPUs and memory that the group's own resources name, where the container's come to the same: common/pod.go, v1.5.0. */
function isSameResources(key: Path[number] | undefined, { kuberay, ...sides }: GroupPair): boolean {
  const name = String(key);
  const parameter = STARTED_BY.get(name.toLowerCase());
  if (parameter === undefined) return false;
  const completed = ({ group, autoscales }: GroupSide): string | undefined => {
    const given = ownField(ownField(group.data, "resources"), name);
    if (given !== undefined) return roundedUp(given)?.toString();
    if (ownField(group.rayStartParams, parameter) !== undefined) return undefined;
    return startParameter(parameter, undefined, contextOf(group, autoscales, kuberay));
  };
  const left = completed(sides.before);
  return left !== undefined && left === completed(sides.after);
}

const STARTED_BY: ReadonlyMap<string, string> = new Map([
  ["cpu", "num-cpus"],
  ["memory", "memory"],
]);

function contextOf(group: GroupSpecView, autoscales: boolean, kuberay: Version): StartContext {
  const [container] = group.containers;
  const resources = ownObject(container?.data, "resources");
  return startContext({
    kuberay,
    role: group.role,
    autoscales,
    params: group.rayStartParams,
    limits: ownObject(resources, "limits"),
    requests: ownObject(resources, "requests"),
  });
}

/** Kubernetes reads the deprecated field only where the other one is empty; KubeRay names an account for a head that scales. */
function isSameAccount({ before, after }: GroupPair): boolean {
  return accountOf(before) === accountOf(after);
}

function accountOf({ group: { role, podSpec }, autoscales }: GroupSide): string | undefined {
  const name = ownText(podSpec, "serviceAccountName") || undefined;
  if (name !== undefined) return name;
  if (role === "head" && autoscales) return undefined;
  return ownText(podSpec, "serviceAccount") || "default";
}

function isSameRestartPolicy(
  { before: old, after: current }: Difference,
  pair: GroupPair,
): boolean {
  const policyOf = (given: PlainData | undefined, { neverRestarts }: GroupSide) =>
    neverRestarts ? "Never" : (given ?? "Always");
  return policyOf(old, pair.before) === policyOf(current, pair.after);
}

function containerCause(
  difference: Difference,
  [field, item, ...rest]: Path,
  pair: GroupPair,
): SpellingCause | undefined {
  const { kuberay, before, after } = pair;
  const [old, current] = [before.container, after.container];
  if (field === "imagePullPolicy") {
    return pullPolicy(old?.data) === pullPolicy(current?.data) ? "default" : undefined;
  }
  if (field !== "ports" || item === undefined) return undefined;
  const sides = {
    before: { container: old?.data, group: before.group },
    after: { container: current?.data, group: after.group },
  };
  const isRays = old === before.group.containers[0] && current === after.group.containers[0];
  return portCause(difference, rest, { ...sides, isRays, kuberay });
}

function pullPolicy(container: PlainData | undefined): PlainData {
  const image = ownText(container, "image") ?? "";
  return ownField(container, "imagePullPolicy") ?? defaultPullPolicy(image);
}
