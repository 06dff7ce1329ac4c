import { apiFor } from "../api/api-for.ts";
import { isObject, ownField, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { canonicalText } from "../diff/compare/canonical-text.ts";
import type { DiffPath } from "../diff/compare/diff-path.ts";
import { clusterPatch } from "./cluster-patch.ts";
import type { RequestDraft } from "./import-cluster-options.ts";
import type { ConfigDraft, EqualNodesDraft, GroupsDraft } from "./import-config.ts";
import type { SettingsDraft } from "./import-settings.ts";
import type { LeftOver } from "./left-over.ts";
import { differsAt, leftOver } from "./left-over.ts";
import type { Deployment } from "./read-deployment.ts";

/** Puts into both documents, as templates, what the short forms leave of the manifest. Whether there was anything. */
export function placePatches(
  manifest: PlainObject,
  compiled: PlainObject,
  request: RequestDraft,
  given: ConfigDraft,
  settings: SettingsDraft | undefined,
  deployment: Deployment,
): boolean {
  const { pods, cluster } = patchesOf(manifest, compiled, deployment);
  const [head, ...workers] = pods;
  if (settings !== undefined) placeForDeployment(head, workers, settings);
  const isShared = settings !== undefined && haveSame(workers);
  const own = pods.map((patch, index) => {
    if (settings !== undefined && (index === 0 || isShared)) return patch.own;
    return merged(patch.own, patch.deployment);
  });
  // In the form for equal nodes one template would be merged over head and workers alike.
  const isPatched = own.some((patch) => patch !== undefined);
  const config = isPatched && "node_config" in given ? inFull(given) : given;
  request.config = config;
  if (!("node_config" in config)) {
    for (const [index, node] of nodesOf(config).entries()) node.pod_template = own[index];
  }
  request.cluster_template = cluster;
  return cluster !== undefined || pods.some(isAnything);
}

function isAnything({ own, deployment }: LeftOver): boolean {
  return own !== undefined || deployment !== undefined;
}

interface Patches {
  /** The head's, then the workers'. */
  readonly pods: readonly LeftOver[];
  readonly cluster: PlainObject | undefined;
}

function patchesOf(
  manifest: PlainObject,
  compiled: PlainObject,
  { kuberay, comparison }: Deployment,
): Patches {
  const differs = differsAt(manifest, compiled, comparison);
  const apiVersion = ownText(compiled, "apiVersion") ?? "";
  const answer = apiFor({ kind: "RayCluster", apiVersion, kuberayVersion: kuberay });
  const podType = answer.ok ? answer.api.typeNamed("PodTemplateSpec") : undefined;
  const [before, after] = [ownObject(manifest, "spec"), ownObject(compiled, "spec")];
  const pair = (
    role: "head" | "worker",
    left: PlainData | undefined,
    right: PlainData | undefined,
    path: DiffPath,
  ) =>
    leftOver(ownObject(right, "template"), ownObject(left, "template"), {
      role,
      type: podType,
      differs: (rest) => differs([...path, "template", ...rest]),
    });
  const head = pair("head", ownField(before, "headGroupSpec"), ownField(after, "headGroupSpec"), [
    "spec",
    "headGroupSpec",
  ]);
  const others = ownList(after, "workerGroupSpecs");
  const workers = ownList(before, "workerGroupSpecs")
    .filter(isObject)
    .map((group, index) => {
      const item = ownText(group, "groupName") ?? "";
      return pair("worker", group, others[index], ["spec", "workerGroupSpecs", { item }]);
    });
  return {
    pods: [head, ...workers],
    cluster: clusterPatch(manifest, compiled, differs),
  };
}

/** The head and the nodes of the groups. */
function nodesOf({ head_node: head, scaling_groups: groups = [] }: GroupsDraft) {
  return [head, ...groups.map((group) => group.worker_nodes)];
}

/** The form in full that says the same as the form for equal nodes. */
function inFull({
  n_nodes: least,
  max_nodes: most = least,
  node_config,
  ...rest
}: EqualNodesDraft): GroupsDraft {
  const group = { worker_nodes: { ...node_config }, min_workers: least - 1, max_workers: most - 1 };
  return {
    head_node: { ...node_config },
    ...(most > 1 ? { scaling_groups: [group] } : {}),
    ...rest,
  };
}

function placeForDeployment(
  head: LeftOver | undefined,
  workers: readonly LeftOver[],
  { ray }: SettingsDraft,
): void {
  const mine = head?.deployment;
  const [first] = workers;
  const theirs = haveSame(workers) ? first?.deployment : undefined;
  if (mine !== undefined) ray.head_pod_template = mine;
  if (theirs !== undefined) ray.worker_pod_template = theirs;
}

function haveSame(workers: readonly LeftOver[]): boolean {
  const texts = workers.map(({ deployment }) => canonicalText(deployment ?? null));
  return texts.every((text) => text === texts[0]);
}

/** Two patches of one template that have no field in common but Ray's container. */
function merged(
  own: PlainObject | undefined,
  deployment: PlainObject | undefined,
): PlainObject | undefined {
  if (own === undefined || deployment === undefined) return own ?? deployment;
  const [left, right] = [ownObject(own, "spec"), ownObject(deployment, "spec")];
  const [ray] = ownList(left, "containers");
  const [other, ...sidecars] = ownList(right, "containers");
  const rays = { ...(isObject(other) ? other : {}), ...(isObject(ray) ? ray : {}) };
  return { ...deployment, spec: { ...right, ...left, containers: [rays, ...sidecars] } };
}
