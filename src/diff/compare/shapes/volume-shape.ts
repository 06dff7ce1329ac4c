import { isObject } from "../../../diagnostics/own-field.ts";
import type { PlainData } from "../../../diagnostics/plain-data.ts";
import type { Field, ListShape } from "./shape.ts";
import {
  field,
  implied,
  named,
  noise,
  object,
  presence,
  quantity,
  resources,
  stored,
  texts,
  unwritten,
} from "./shape-makers.ts";

/** Read, write and read for all: what a file of a ConfigMap or a Secret is allowed unless said. */
const defaultMode = implied(0o644);

const localReference: Field = field(object({ name: stored("") }));

const fieldFiles = named(
  "path",
  object({
    fieldRef: field(object({ apiVersion: implied("v1") })),
    resourceFieldRef: field(object({ divisor: field(quantity, { value: "0", by: "writer" }) })),
  }),
);

const claimTemplate = object({
  metadata: field(object({ creationTimestamp: noise })),
  spec: field(
    object({
      accessModes: field(texts),
      resources: field(resources),
      volumeMode: implied("Filesystem"),
    }),
  ),
});

/** Volumes by name, with the defaults of Kubernetes 1.35. */
export const volumes: ListShape = Object.freeze({
  ...named(
    "name",
    object({
      emptyDir: presence(object({ sizeLimit: field(quantity), medium: unwritten("") })),
      configMap: field(
        object({
          name: stored(""),
          defaultMode,
          optional: implied(false),
          items: field(named("path")),
        }),
      ),
      secret: field(object({ defaultMode, optional: implied(false), items: field(named("path")) })),
      downwardAPI: field(object({ defaultMode, items: field(fieldFiles) })),
      projected: field(object({ defaultMode })),
      hostPath: field(object({ type: implied("") })),
      persistentVolumeClaim: field(object({ readOnly: unwritten(false) })),
      ephemeral: field(object({ volumeClaimTemplate: field(claimTemplate) })),
      csi: field(object({ nodePublishSecretRef: localReference, readOnly: implied(false) })),
      azureDisk: field(object({ fsType: stored("ext4"), readOnly: stored(false) })),
      cephfs: field(object({ secretRef: localReference })),
      cinder: field(object({ secretRef: localReference })),
      flexVolume: field(object({ secretRef: localReference })),
      iscsi: field(object({ iscsiInterface: stored("default"), secretRef: localReference })),
      rbd: field(
        object({
          keyring: stored("/etc/ceph/keyring"),
          pool: stored("rbd"),
          user: stored("admin"),
          secretRef: localReference,
        }),
      ),
      scaleIO: field(
        object({
          fsType: stored("xfs"),
          storageMode: stored("ThinProvisioned"),
          secretRef: localReference,
        }),
      ),
      storageos: field(object({ secretRef: localReference })),
    }),
  ),
  complete,
});

/** A volume that names no source is an empty directory: SetDefaults_Volume in Kubernetes' pkg/apis/core/v1/defaults.go. */
function complete(volume: PlainData): PlainData {
  if (!isObject(volume)) return volume;
  const hasSource = Object.keys(volume).some((key) => key !== "name" && volume[key] !== null);
  return hasSource ? volume : { ...volume, emptyDir: {} };
}
