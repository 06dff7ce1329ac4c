import { imageReferenceProblem } from "../api/identifiers/image-reference.ts";
import { isObject, ownField, ownInteger, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, TextMap } from "../diagnostics/plain-data.ts";
import { defaultPullPolicy } from "../kuberay/default-pull-policy.ts";
import { kuberayRelease } from "../kuberay/releases.ts";
import { readReplicaBounds } from "../kuberay/replica-bounds.ts";
import { startContext } from "../kuberay/start-context.ts";
import type { Version } from "../kuberay/version.ts";
import { RAY_CONTAINERS } from "../manifest/overlays/pod-overlay.ts";
import type { Environment, VolumeConfig } from "../model/request/pod-inputs.ts";
import { parseLabels } from "../ray/parse-labels.ts";
import { resourcesParameter } from "../ray/resources-parameter.ts";
import { isPullPolicy, texts } from "./import-cluster-options.ts";
import { importEnvironment } from "./import-environment.ts";
import type { NodeDraft } from "./import-resources.ts";
import { devicesOf, importResources } from "./import-resources.ts";
import type { LeftOutParameter } from "./import-start-params.ts";
import { importStartParams } from "./import-start-params.ts";
import { importVolumes } from "./import-volumes.ts";
import type { ForeignGroup } from "./read-group.ts";

/** A node of the request as it is being made, beside the group that it is made of. */
export interface ImportedNode {
  readonly group: ForeignGroup;
  readonly node: NodeDraft;
  /** Undefined where there is none, or none that can be one. */
  readonly image: string | undefined;
  readonly env: Environment;
  readonly volumes: readonly VolumeConfig[];
  readonly hasLogVolume: boolean;
  readonly devices: ReadonlyMap<string, number>;
  readonly leftOut: readonly LeftOutParameter[];
  /** The labels of a group's nodes in Ray. */
  readonly rayLabels: TextMap | undefined;
  /** The custom resources among the start parameters, as the compiler writes them. */
  readonly resources: string | undefined;
}

export interface NodeContext {
  readonly kuberay: Version;
  readonly autoscales: boolean;
}

export function importNode(group: ForeignGroup, context: NodeContext): ImportedNode {
  const node = importResources(group);
  const policy = ownText(group.ray, "imagePullPolicy");
  const isDefault = policy === defaultPullPolicy(ownText(group.ray, "image") ?? "");
  if (!isDefault && isPullPolicy(policy)) node.image_pull_policy = policy;
  const name = ownText(group.ray, "name");
  if (name !== undefined && name !== RAY_CONTAINERS[group.role]) node.container_name = name;
  const { volumes, sharedMemory, hasLogVolume } = importVolumes(group);
  node.shm_gb = sharedMemory;
  const devices = devicesOf(group);
  const { role, params, limits, requests } = group;
  const started = startContext({ ...context, role, params, limits, requests });
  const leftOut = importStartParams(group, node, started);
  node.labels = texts(objectIn(group.metadata, "labels"));
  node.annotations = texts(objectIn(group.metadata, "annotations"));
  const image = ownText(group.ray, "image");
  const isImage = image !== undefined && imageReferenceProblem(image) === undefined;
  return {
    group,
    node,
    image: isImage ? image : undefined,
    env: importEnvironment(group.ray),
    volumes,
    hasLogVolume,
    devices,
    leftOut,
    rayLabels: rayLabelsOf(group, context.kuberay),
    resources: node.ray_resources == null ? undefined : resourcesParameter(node.ray_resources),
  };
}

/** A field of the group, or before there was one a start parameter. */
function rayLabelsOf({ data, params, role }: ForeignGroup, kuberay: Version): TextMap | undefined {
  const labels = texts(objectIn(data, "labels"));
  if (labels !== undefined || role === "head") return labels;
  const text = ownText(params, "labels");
  const isRead = text !== undefined && kuberayRelease(kuberay)?.rayLabelsAreField === false;
  return isRead ? parseLabels(text) : undefined;
}

function objectIn(data: PlainData, key: string) {
  const field = ownField(data, key);
  return isObject(field) ? field : {};
}

/** How many workers a group has: at the fewest, at the most, and at the start where that is not the fewest. */
export function importBounds({ data }: ForeignGroup): {
  readonly min_workers: number;
  readonly max_workers: number;
  readonly workers?: number;
} {
  const bounds = readReplicaBounds(data);
  const minimum = Math.max(0, bounds.minimum);
  const maximum = Math.max(minimum, bounds.maximum);
  const replicas = Math.min(Math.max(ownInteger(data, "replicas") ?? 0, minimum), maximum);
  const workers = replicas === minimum ? {} : { workers: replicas };
  return { min_workers: minimum, max_workers: maximum, ...workers };
}
