import { bareMountPath } from "../api/identifiers/volume-path.ts";
import type { ClusterNode, NodeVolume } from "../model/cluster.ts";
import { formatMemory } from "../quantity/format-quantity.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import type { PodVolume, VolumeMount } from "./ray-cluster.ts";
import type { Trace } from "./trace.ts";
import { byRule, fromRequest } from "./trace.ts";

/** The volumes of a pod, and where its Ray container sees them. */
export interface Volumes {
  readonly volumes: readonly PodVolume[];
  readonly mounts: readonly VolumeMount[];
}

/** Where Ray writes its logs, and where it shares memory. */
const LOG_PATH = "/tmp/ray";
const SHARED_MEMORY_PATH = "/dev/shm";

const SHARED_MEMORY = "shm";

/** Names that KubeRay gives to volumes of its own: ray-operator/controllers/ray/common/pod.go, v1.7.0. */
const TAKEN: readonly string[] = Object.freeze([
  "ray-logs",
  "shared-mem",
  "ray-tls",
  "ray-token",
  "gcs-storage",
]);

/** Ray's logs, shared memory of a size of its own, then the user's volumes in their order. */
export function nodeVolumes(context: BuildContext, node: ClusterNode): Volumes {
  const { settings, trace } = context;
  const hasLogs = settings.ray.conventions.log_volume && !isMountedAt(node, LOG_PATH);
  const volumes: PodVolume[] = hasLogs ? [{ name: "ray-logs", emptyDir: {} }] : [];
  const mounts: VolumeMount[] = hasLogs ? [{ name: "ray-logs", mountPath: LOG_PATH }] : [];
  if (trace !== undefined)
    for (const object of [...volumes, ...mounts]) trace.mark(object, LOG_ORIGINS);
  if (node.shmGib !== undefined) addSharedMemory(node, node.shmGib, volumes, mounts, trace);
  addUserVolumes(node.volumes, volumes, mounts, trace);
  return { volumes, mounts };
}

function isMountedAt({ volumes }: ClusterNode, path: string): boolean {
  return volumes.some(({ config }) => bareMountPath(config.mount_path ?? "") === path);
}

const LOG_ORIGIN = byRule("Ray's logs are on a volume of the pod, at /tmp/ray.");
const LOG_ORIGINS = Object.freeze({
  name: LOG_ORIGIN,
  emptyDir: LOG_ORIGIN,
  mountPath: LOG_ORIGIN,
});

function addSharedMemory(
  { path }: ClusterNode,
  gib: number,
  volumes: PodVolume[],
  mounts: VolumeMount[],
  trace: Trace | undefined,
): void {
  const sizeLimit = formatMemory(memoryMebibytes(gib));
  const volume = { name: SHARED_MEMORY, emptyDir: { medium: "Memory", sizeLimit } } as const;
  const mount = { name: SHARED_MEMORY, mountPath: SHARED_MEMORY_PATH };
  const origin = fromRequest([...path, "shm_gb"], "KubeRay adds no /dev/shm if there is one.");
  for (const object of [volume, mount]) {
    trace?.mark(object, { name: origin, emptyDir: origin, mountPath: origin });
  }
  volumes.push(volume);
  mounts.push(mount);
}

/** Two mounts of one source, or of one name, share a volume of the pod. */
function addUserVolumes(
  users: readonly NodeVolume[],
  volumes: PodVolume[],
  mounts: VolumeMount[],
  trace: Trace | undefined,
): void {
  if (users.length === 0) return;
  const bySource = new Map<string, string>();
  const added = new Set<string>();
  const given = users.flatMap(({ config }) => config.name ?? []);
  const taken = new Map([...TAKEN, SHARED_MEMORY, ...given].map((name) => [name, 1]));
  for (const { config, path } of users) {
    const source = podVolumeSource(config);
    const identity = config.empty_dir == null ? JSON.stringify(source) : undefined;
    let name = config.name ?? (identity === undefined ? undefined : bySource.get(identity));
    name ??= freeName(volumeBaseName(config), taken);
    if (!added.has(name)) {
      added.add(name);
      const volume: PodVolume = { name, ...source };
      trace?.mark(volume, volumeOrigins(config, path));
      if (volume.emptyDir !== undefined) {
        trace?.mark(volume.emptyDir, {
          medium: fromRequest([...path, "empty_dir", "in_memory"]),
          sizeLimit: fromRequest([...path, "empty_dir", "size_gb"], "GiB."),
        });
      }
      volumes.push(volume);
      if (identity !== undefined) bySource.set(identity, name);
    }
    mounts.push(userMount(name, config, path, trace));
  }
}

type Config = NodeVolume["config"];

function podVolumeSource(config: Config): Omit<PodVolume, "name"> {
  const { claim, config_map: configMap, secret, empty_dir: folder } = config;
  if (claim != null) return { persistentVolumeClaim: { claimName: claim } };
  if (configMap != null) return { configMap: { name: configMap } };
  if (secret != null) return { secret: { secretName: secret } };
  const emptyDir: Draft<NonNullable<PodVolume["emptyDir"]>> = {};
  if (folder?.in_memory === true) emptyDir.medium = "Memory";
  if (folder?.size_gb != null) emptyDir.sizeLimit = formatMemory(memoryMebibytes(folder.size_gb));
  return { emptyDir };
}

function volumeOrigins({ name }: Config, path: NodeVolume["path"]) {
  const origin =
    name == null
      ? fromRequest(path, "The name of the volume is derived from its contents.")
      : fromRequest([...path, "name"]);
  return {
    name: origin,
    persistentVolumeClaim: fromRequest([...path, "claim"]),
    configMap: fromRequest([...path, "config_map"]),
    secret: fromRequest([...path, "secret"]),
    emptyDir: fromRequest([...path, "empty_dir"]),
  };
}

function userMount(
  name: string,
  config: Config,
  path: NodeVolume["path"],
  trace: Trace | undefined,
): VolumeMount {
  const mount: Draft<VolumeMount> & { name: string; mountPath: string } = {
    name,
    // KubeRay looks for its own paths without a slash at the end.
    mountPath: bareMountPath(config.mount_path ?? ""),
  };
  if (config.sub_path != null) mount.subPath = config.sub_path;
  if (config.read_only === true) mount.readOnly = true;
  trace?.mark(mount, {
    name: fromRequest(path),
    mountPath: fromRequest([...path, "mount_path"]),
    subPath: fromRequest([...path, "sub_path"]),
    readOnly: fromRequest([...path, "read_only"]),
  });
  return mount;
}

/** Names that are given to no volume of a user by themselves. */
export function isTakenVolumeName(name: string): boolean {
  return TAKEN.includes(name) || name === SHARED_MEMORY;
}

/** What the volume holds, as a DNS label; an empty folder goes by where it is mounted. */
export function volumeBaseName({
  claim,
  config_map: configMap,
  secret,
  mount_path: mountPath,
}: Config): string {
  const text = claim ?? configMap ?? secret ?? mountPath ?? "";
  const label = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, MAXIMUM_BASE)
    .replace(/-$/, "");
  return label === "" ? "volume" : label;
}

/** Leaves room in 63 characters for what tells two of one name apart. */
const MAXIMUM_BASE = 56;

/** The name, or the first of `name-2`, `name-3`, ... that is free; each name knows the number that it was tried with last. */
function freeName(base: string, taken: Map<string, number>): string {
  let number = taken.get(base);
  if (number === undefined) {
    taken.set(base, 1);
    return base;
  }
  do number++;
  while (taken.has(`${base}-${number}`));
  taken.set(base, number);
  taken.set(`${base}-${number}`, 1);
  return `${base}-${number}`;
}
