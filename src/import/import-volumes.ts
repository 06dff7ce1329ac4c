import { bareMountPath } from "../api/identifiers/volume-path.ts";
import {
  isList,
  isObject,
  ownField,
  ownList,
  ownObject,
  ownText,
} from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { Draft } from "../manifest/draft.ts";
import { isTakenVolumeName, volumeBaseName } from "../manifest/volumes.ts";
import type { EmptyFolder, VolumeConfig } from "../model/request/pod-inputs.ts";
import { exactGibibytesOf } from "./exact-amounts.ts";
import type { ForeignGroup } from "./read-group.ts";

/** What of a pod's volumes a request can say: where Ray's container sees them, and shared memory of its own size. */
export interface ImportedVolumes {
  readonly volumes: readonly VolumeConfig[];
  /** GiB. */
  readonly sharedMemory: number | undefined;
  /** Whether Ray's logs lie on an empty folder, as the compiler would have it. */
  readonly hasLogVolume: boolean;
}

const LOG_PATH = "/tmp/ray";
const LOG_NAME = "ray-logs";
const SHARED_MEMORY_PATH = "/dev/shm";
const SHARED_MEMORY_NAME = "shm";

export function importVolumes({ podSpec, ray }: ForeignGroup): ImportedVolumes {
  const byName = new Map(ownList(podSpec, "volumes").map((each) => [ownText(each, "name"), each]));
  const volumes: VolumeConfig[] = [];
  let sharedMemory: number | undefined;
  let hasLogVolume = false;
  for (const mount of ownList(ray, "volumeMounts")) {
    const volume = byName.get(ownText(mount, "name"));
    const config = volume === undefined ? undefined : importVolume(mount, volume);
    if (config === undefined) continue;
    const folder = config.empty_dir ?? undefined;
    const isWhole = config.sub_path === undefined && config.read_only === undefined;
    const isLog = isWhole && config.mount_path === LOG_PATH;
    if (isLog && folder && Object.keys(folder).length === 0) {
      // One of another name is a convention of the deployment's, which its templates say.
      if (config.name === LOG_NAME) hasLogVolume = true;
      continue;
    }
    const size = folder?.in_memory === true ? folder.size_gb : undefined;
    const isShared = config.mount_path === SHARED_MEMORY_PATH && config.name === SHARED_MEMORY_NAME;
    if (isWhole && isShared && size != null) sharedMemory = size;
    else volumes.push(config);
  }
  return { volumes: withoutOwnNames(volumes), sharedMemory, hasLogVolume };
}

/** Without the names that the compiler gives by itself, whatever the order of the volumes. */
function withoutOwnNames(volumes: readonly VolumeConfig[]): readonly VolumeConfig[] {
  const counts = new Map<string, number>();
  const tell = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const seen = new Set<string>();
  for (const { name = "", ...source } of volumes) {
    const { mount_path: _path, read_only: _readOnly, sub_path: _subPath, ...held } = source;
    // Two mounts of one volume have one name.
    const identity = JSON.stringify([name, held]);
    if (seen.has(identity)) continue;
    seen.add(identity);
    tell(volumeBaseName({ ...source }));
  }
  return volumes.map((volume) => {
    const { name, ...rest } = volume;
    const own = volumeBaseName(rest);
    const isOwn = name === own && counts.get(own) === 1 && !isTakenVolumeName(own);
    return isOwn && isMountedOnce(volume, volumes) ? rest : volume;
  });
}

/** An empty folder without a name is one for each mount. */
function isMountedOnce({ name, empty_dir }: VolumeConfig, volumes: readonly VolumeConfig[]) {
  return empty_dir == null || volumes.filter((other) => other.name === name).length === 1;
}

/** The volume of the convention, for a cluster that has it in some pods alone. */
export function logVolume(): VolumeConfig {
  return { name: LOG_NAME, mount_path: LOG_PATH, empty_dir: {} };
}

function importVolume(mount: PlainData, volume: PlainData): VolumeConfig | undefined {
  const [name, mountPath] = [ownText(mount, "name"), ownText(mount, "mountPath")];
  const source = isObject(volume) ? importSource(volume) : undefined;
  if (mountPath === undefined || source === undefined || !isObject(mount)) return undefined;
  // A slash at its end would go.
  if (name === undefined || bareMountPath(mountPath) !== mountPath) return undefined;
  if (Object.keys(mount).some((key) => !MOUNT_KEYS.includes(key))) return undefined;
  const config: Draft<VolumeConfig> & { mount_path: string } = {
    name,
    mount_path: mountPath,
    ...source,
  };
  const subPath = ownText(mount, "subPath");
  if (subPath !== undefined && subPath !== "") config.sub_path = subPath;
  if (ownField(mount, "readOnly") === true) config.read_only = true;
  return config;
}

const MOUNT_KEYS: readonly string[] = Object.freeze(["name", "mountPath", "subPath", "readOnly"]);

function importSource(volume: PlainObject): Partial<VolumeConfig> | undefined {
  const kinds = Object.keys(volume).filter((key) => key !== "name" && volume[key] !== null);
  const [kind] = kinds;
  if (kinds.length === 0) return { empty_dir: {} };
  if (kinds.length > 1 || kind === undefined) return undefined;
  const source = ownObject(volume, kind);
  switch (kind) {
    case "persistentVolumeClaim":
      return named(source, "claimName", "claim");
    case "configMap":
      return named(source, "name", "config_map");
    case "secret":
      return named(source, "secretName", "secret");
    case "emptyDir":
      return emptyFolder(source);
    default:
      return undefined;
  }
}

/** A source that is a name and nothing else; the rest of it is left to the template. */
function named(
  source: PlainObject,
  field: string,
  key: "claim" | "config_map" | "secret",
): Partial<VolumeConfig> | undefined {
  const name = ownText(source, field);
  if (Object.keys(source).some((other) => other !== field && !isImplied(other, source[other]))) {
    return undefined;
  }
  return name === undefined ? undefined : { [key]: name };
}

/** What leaving it out means as well. */
function isImplied(key: string, value: PlainData | undefined): boolean {
  if (value === null || (isList(value) && value.length === 0)) return true;
  if (key === "defaultMode") return value === DEFAULT_MODE;
  return (key === "optional" || key === "readOnly") && value === false;
}

const DEFAULT_MODE = 0o644;

function emptyFolder(source: PlainObject): Partial<VolumeConfig> | undefined {
  const medium = ownText(source, "medium") ?? "";
  if (medium !== "" && medium !== "Memory") return undefined;
  const folder: Draft<EmptyFolder> = {};
  const limit = ownField(source, "sizeLimit");
  const size = exactGibibytesOf(limit);
  if (limit !== undefined && size === undefined) return undefined;
  if (size !== undefined) folder.size_gb = size;
  if (medium === "Memory") folder.in_memory = true;
  return { empty_dir: folder };
}
