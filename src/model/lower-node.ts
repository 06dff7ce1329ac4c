import type { Path } from "../diagnostics/path.ts";
import type { ClusterNode, NodeVariable, NodeVolume } from "./cluster.ts";
import type { Loose } from "./loose.ts";
import { lowerAccelerator, placementOf } from "./lower-accelerator.ts";
import { lowerEnvironment, overlaidEnvironment } from "./lower-environment.ts";
import type { RayNodeConfig } from "./request/node-config.ts";
import type { RayClusterRequest } from "./request/request.ts";
import type { ResolvedSettings } from "./settings/settings.ts";

/** What holds for every node of a cluster. */
export interface LoweringContext {
  readonly settings: ResolvedSettings;
  readonly image: string | undefined;
  readonly environment: readonly NodeVariable[];
  readonly volumes: readonly NodeVolume[];
}

export function loweringContext(
  request: Loose<RayClusterRequest>,
  settings: ResolvedSettings,
): LoweringContext {
  return {
    settings,
    image: request.image ?? undefined,
    environment: lowerEnvironment(request.env, ROOT),
    volumes: lowerVolumes(request.volumes, ROOT),
  };
}

const ROOT: Path = Object.freeze([]);

/** One kind of node with all that the request says of every node; a node that is missing is all unknown. */
export function lowerNode(
  role: ClusterNode["role"],
  config: Loose<RayNodeConfig> | null | undefined,
  path: Path,
  context: LoweringContext,
): ClusterNode {
  const node = config ?? NOTHING;
  const { ray } = context.settings;
  const gpuCount = node.gpu_count ?? 0;
  const accelerator = lowerAccelerator(node, path, ray.accelerators);
  return {
    role,
    cpu: node.cpu ?? Number.NaN,
    memoryGib: node.memory_gb ?? Number.NaN,
    gpuCount,
    accelerator,
    acceleratorCount: node.accelerator_count ?? undefined,
    placement: placementOf(gpuCount, accelerator, ray),
    requestedCpu: node.requests?.cpu ?? undefined,
    requestedMemoryGib: node.requests?.memory_gb ?? undefined,
    hasCpuLimit: node.limits?.cpu !== null,
    ephemeralStorageGib: node.ephemeral_storage_gb ?? undefined,
    shmGib: node.shm_gb ?? undefined,
    image: node.image ?? context.image,
    imagePath: node.image == null ? REQUEST_IMAGE : [...path, "image"],
    imagePullPolicy: node.image_pull_policy ?? undefined,
    containerName: node.container_name ?? undefined,
    environment: overlaidEnvironment(context.environment, lowerEnvironment(node.env, path)),
    volumes: joinedVolumes(context.volumes, lowerVolumes(node.volumes, path)),
    rayCpus: node.ray_cpus ?? undefined,
    rayResources: node.ray_resources ?? NONE,
    rayStartParams: node.ray_start_params ?? NONE,
    labels: node.labels ?? NONE,
    annotations: node.annotations ?? NONE,
    podTemplate: node.pod_template ?? undefined,
    path,
  };
}

const NOTHING: Loose<RayNodeConfig> = Object.freeze({});
const NONE = Object.freeze({});
const REQUEST_IMAGE: Path = Object.freeze(["image"]);

/** The volumes of an object at a path. */
function lowerVolumes(
  volumes: Loose<RayNodeConfig>["volumes"],
  parent: Path,
): readonly NodeVolume[] {
  if (volumes === null || volumes === undefined) return NO_VOLUMES;
  return volumes.map((config, index) => ({ config, path: [...parent, "volumes", index] }));
}

function joinedVolumes(
  general: readonly NodeVolume[],
  special: readonly NodeVolume[],
): readonly NodeVolume[] {
  if (general.length === 0) return special;
  return special.length === 0 ? general : [...general, ...special];
}

const NO_VOLUMES: readonly NodeVolume[] = Object.freeze([]);
