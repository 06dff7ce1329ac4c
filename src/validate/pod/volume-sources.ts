import { isObject, ownField } from "../../diagnostics/own-field.ts";
import type { Place } from "./place.ts";

/** Every source that a volume can have. Source: Kubernetes, VolumeSource in api/core/v1/types.go. */
export const VOLUME_SOURCES: readonly string[] = Object.freeze([
  "emptyDir",
  "configMap",
  "secret",
  "persistentVolumeClaim",
  "hostPath",
  "projected",
  "downwardAPI",
  "csi",
  "ephemeral",
  "nfs",
  "image",
  "gitRepo",
  "fc",
  "iscsi",
  "flexVolume",
  "flocker",
  "quobyte",
  "cinder",
  "cephfs",
  "rbd",
  "glusterfs",
  "vsphereVolume",
  "azureFile",
  "azureDisk",
  "photonPersistentDisk",
  "portworxVolume",
  "scaleIO",
  "storageos",
  "awsElasticBlockStore",
  "gcePersistentDisk",
]);

/** The sources that a volume names. */
export function sourcesOf({ data }: Place): readonly string[] {
  if (!isObject(data)) return [];
  return Object.keys(data).filter((key) => KNOWN.has(key) && ownField(data, key) !== undefined);
}

const KNOWN: ReadonlySet<string> = new Set(VOLUME_SOURCES);

/** Whether a volume says that it wants the default, an empty directory: `emptyDir:` without a value. */
export function asksForEmptyDir({ data }: Place): boolean {
  return isObject(data) && Object.hasOwn(data, "emptyDir");
}
