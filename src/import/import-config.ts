import { imageReferenceProblem } from "../api/identifiers/image-reference.ts";
import { ownField, ownInteger } from "../diagnostics/own-field.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { canonicalText } from "../diff/compare/canonical-text.ts";
import { UNBOUNDED } from "../kuberay/replica-bounds.ts";
import type { AutoscalerConfig } from "../model/request/cluster-config.ts";
import type { Environment, VolumeConfig } from "../model/request/pod-inputs.ts";
import type { RequestDraft } from "./import-cluster-options.ts";
import type { ImportedNode } from "./import-node.ts";
import { importBounds } from "./import-node.ts";
import { logVolume } from "./import-volumes.ts";

/** Which of our additions are on, and whether the autoscaler runs. */
export interface ConfigContext {
  readonly autoscales: boolean;
  readonly autoscaler: AutoscalerConfig;
  readonly conventions: { readonly log_volume: boolean; readonly log_to_stderr: boolean };
}

/** The config in one of its two forms. The request holds the same objects, so that a node can be added to. */
export type ConfigDraft = EqualNodesDraft | GroupsDraft;

export interface EqualNodesDraft {
  readonly n_nodes: number;
  readonly max_nodes?: number;
  readonly node_config: RequestDraft;
  readonly autoscaling?: boolean;
  readonly autoscaler_config?: AutoscalerConfig;
}

export interface GroupsDraft {
  readonly head_node: RequestDraft;
  readonly scaling_groups?: readonly GroupDraft[];
  readonly autoscaling?: boolean;
  readonly autoscaler_config?: AutoscalerConfig;
}

type GroupDraft = RequestDraft & {
  worker_nodes: RequestDraft;
  min_workers: number;
  max_workers: number;
};

/** Puts image, env, volumes and config into the request: what all nodes share once, the rest node by node. */
export function importConfig(
  nodes: readonly ImportedNode[],
  request: RequestDraft,
  context: ConfigContext,
): ConfigDraft {
  const image = commonImage(nodes);
  request.image = image ?? standInImage(request);
  const parts = nodes.map((each) => partsOf(each, context));
  const env = sharedEnvironment(parts.map((part) => part.env));
  const volumes = sharedVolumes(parts.map((part) => part.volumes));
  const drafts = nodes.map((each, index) => {
    const part = parts[index];
    return withParts(each, part?.env ?? {}, part?.volumes ?? [], { env, volumes, image });
  });
  const config = makeConfig(nodes, drafts, context);
  request.config = config;
  if (Object.keys(env).length > 0) request.env = env;
  if (volumes.length > 0) request.volumes = volumes;
  return config;
}

/** The image of most nodes; of two that are as many, the first. */
function commonImage(nodes: readonly ImportedNode[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { image } of nodes) {
    if (image !== undefined) counts.set(image, (counts.get(image) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}

/** What stands where a request must name an image and the manifest names none that is one; a pod template names that. */
function standInImage({ ray_version: version }: RequestDraft): string {
  // Without a version it is no image, either.
  const image = `rayproject/ray:${String(version ?? "")}`;
  return imageReferenceProblem(image) === undefined ? image : "rayproject/ray:latest";
}

interface Parts {
  readonly env: Environment;
  readonly volumes: readonly VolumeConfig[];
}

function partsOf(
  { env, volumes, hasLogVolume, group }: ImportedNode,
  { conventions }: ConfigContext,
): Parts {
  const isOurs =
    group.role === "head" && conventions.log_to_stderr && env.RAY_LOG_TO_STDERR === "1";
  const { RAY_LOG_TO_STDERR: _ours, ...others } = env;
  const own = hasLogVolume && !conventions.log_volume ? [logVolume(), ...volumes] : volumes;
  return { env: isOurs ? others : env, volumes: own };
}

function sharedEnvironment([first = {}, ...others]: readonly Environment[]): Environment {
  if (others.length === 0) return {};
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) =>
      others.every((other) => Object.hasOwn(other, name) && isSame(other[name], value)),
    ),
  );
}

function sharedVolumes(lists: readonly (readonly VolumeConfig[])[]): readonly VolumeConfig[] {
  const [first = [], ...others] = lists;
  if (others.length === 0) return [];
  return first.filter((volume) =>
    others.every((list) => list.some((each) => isSame(each, volume))),
  );
}

interface Shared extends Parts {
  readonly image: string | undefined;
}

function withParts(
  { node, image }: ImportedNode,
  env: Environment,
  volumes: readonly VolumeConfig[],
  shared: Shared,
): RequestDraft {
  const draft: RequestDraft = { ...node };
  if (image !== undefined && image !== shared.image) draft.image = image;
  const own = Object.entries(env).filter(([name]) => !Object.hasOwn(shared.env, name));
  if (own.length > 0) draft.env = Object.fromEntries(own);
  const further = volumes.filter(
    (volume) =>
      !shared.volumes.includes(volume) && !shared.volumes.some((each) => isSame(each, volume)),
  );
  if (further.length > 0) draft.volumes = further;
  return draft;
}

function makeConfig(
  nodes: readonly ImportedNode[],
  drafts: readonly RequestDraft[],
  { autoscales, autoscaler }: ConfigContext,
): ConfigDraft {
  const groups = nodes
    .slice(1)
    .map((each, index) => makeGroup(each, index, drafts[index + 1] ?? {}));
  const hasRoom = groups.some((group) => group.min_workers !== group.max_workers);
  const scaling = {
    ...(hasRoom === autoscales ? {} : { autoscaling: autoscales }),
    ...(autoscales ? { autoscaler_config: autoscaler } : {}),
  };
  const head = drafts[0] ?? {};
  const [group] = groups;
  if (group === undefined) return { n_nodes: 1, node_config: head };
  if (groups.length === 1 && isSame(group.worker_nodes, head) && Object.keys(group).length === 3) {
    const { min_workers: min, max_workers: max } = group;
    const [least, most] = [min + 1, max + 1];
    if (most > 1 && most <= UNBOUNDED) {
      const bound = most > least ? { max_nodes: most } : {};
      return { n_nodes: least, ...bound, node_config: head, ...scaling };
    }
  }
  return { head_node: head, scaling_groups: groups, ...scaling };
}

function makeGroup(
  { group, rayLabels }: ImportedNode,
  index: number,
  node: RequestDraft,
): GroupDraft {
  const { data, name } = group;
  const named = name === undefined || name === `worker-group-${index}` ? {} : { name };
  const draft: GroupDraft = { ...named, worker_nodes: node, ...importBounds(group) };
  const hosts = ownInteger(data, "numOfHosts") ?? 1;
  if (hosts !== 1) draft.hosts = hosts;
  const idle = ownInteger(data, "idleTimeoutSeconds");
  if (idle !== undefined) draft.idle_timeout_seconds = idle;
  const priority = ownInteger(data, "priority") ?? 0;
  if (priority !== 0) draft.priority = priority;
  if (ownField(data, "suspend") === true) draft.suspend = true;
  if (rayLabels !== undefined) draft.ray_labels = rayLabels;
  return draft;
}

function isSame(
  left: PlainData | object | undefined,
  right: PlainData | object | undefined,
): boolean {
  return left !== undefined && right !== undefined && textOf(left) === textOf(right);
}

function textOf(value: PlainData | object): string {
  return canonicalText(JSON.parse(JSON.stringify(value)));
}
