import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { container, podSpec } from "./check.ts";
import type { Row } from "./row.ts";

const C = "spec.containers[0]";
const V = "spec.volumes[0]";

/** Volumes and where they are mounted. */
export const volumeRows: readonly Row[] = [
  [
    "pod-volume-name",
    `${V}.name`,
    volume("name: ray-logs, emptyDir: {}"),
    volume("name: ray_logs, emptyDir: {}"),
  ],
  [
    "pod-volume-name",
    "spec.volumes[1].name",
    podSpec("volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}]"),
    podSpec("volumes: [{name: a, emptyDir: {}}, {name: a, emptyDir: {}}]"),
  ],
  [
    "pod-volume-source",
    V,
    volume("name: a, emptyDir: {}"),
    volume("name: a, emptyDir: {}, hostPath: {path: /a}"),
  ],
  [
    "pod-volume-source",
    `${V}.projected.sources[0]`,
    volume("name: a, projected: {sources: [{secret: {name: a}}, {}]}"),
    volume("name: a, projected: {sources: [{secret: {name: a}, configMap: {name: a}}]}"),
  ],
  [
    "pod-volume-reference",
    `${V}.secret.secretName`,
    volume("name: a, secret: {secretName: a}"),
    volume('name: a, secret: {secretName: ""}'),
  ],
  [
    "pod-volume-reference",
    `${V}.configMap.name`,
    volume("name: a, configMap: {name: a}"),
    volume("name: a, configMap: {}"),
  ],
  [
    "pod-volume-reference",
    `${V}.persistentVolumeClaim.claimName`,
    volume("name: a, persistentVolumeClaim: {claimName: a}"),
    volume('name: a, persistentVolumeClaim: {claimName: ""}'),
  ],
  [
    "pod-volume-reference",
    `${V}.csi.driver`,
    volume("name: a, csi: {driver: EFS.csi.aws.com}"),
    volume("name: a, csi: {driver: efs_csi}"),
  ],
  [
    "pod-volume-path",
    `${V}.secret.items[0].path`,
    volume("name: a, secret: {secretName: a, items: [{key: a, path: a/b}]}"),
    volume("name: a, secret: {secretName: a, items: [{key: a, path: /a}]}"),
  ],
  [
    "pod-volume-path",
    `${V}.configMap.items[0].path`,
    volume("name: a, configMap: {name: a, items: [{key: a, path: a..b}]}"),
    volume("name: a, configMap: {name: a, items: [{key: a, path: ..a}]}"),
  ],
  [
    "pod-volume-path",
    `${V}.hostPath.path`,
    volume("name: a, hostPath: {path: /a..b}"),
    volume("name: a, hostPath: {path: /a/../b}"),
  ],
  [
    "pod-volume-path",
    `${V}.nfs.path`,
    volume("name: a, nfs: {server: a, path: /x}"),
    volume("name: a, nfs: {server: a, path: x}"),
  ],
  [
    "pod-volume-path",
    `${V}.downwardAPI.items[0].fieldRef.fieldPath`,
    volume("name: a, downwardAPI: {items: [{path: a, fieldRef: {fieldPath: metadata.labels}}]}"),
    volume("name: a, downwardAPI: {items: [{path: a, fieldRef: {fieldPath: status.podIP}}]}"),
  ],
  [
    "pod-volume-path",
    `${V}.downwardAPI.items[0].resourceFieldRef.containerName`,
    volume(
      "name: a, downwardAPI: {items: [{path: a, resourceFieldRef: {containerName: x, resource: limits.cpu}}]}",
    ),
    volume("name: a, downwardAPI: {items: [{path: a, resourceFieldRef: {resource: limits.cpu}}]}"),
  ],
  [
    "pod-volume-path",
    `${V}.downwardAPI.items[0]`,
    volume("name: a, downwardAPI: {items: []}"),
    volume("name: a, downwardAPI: {items: [{path: a}]}"),
  ],
  [
    "pod-volume-path",
    `${V}.projected.sources[1].configMap.items[0].path`,
    volume(
      "name: a, projected: {sources: [{secret: {name: a, items: [{key: a, path: b}]}}, {configMap: {name: a, items: [{key: a, path: c}]}}]}",
    ),
    volume(
      "name: a, projected: {sources: [{secret: {name: a, items: [{key: a, path: b}]}}, {configMap: {name: a, items: [{key: a, path: b}]}}]}",
    ),
  ],
  [
    "pod-number",
    `${V}.secret.defaultMode`,
    volume("name: a, secret: {secretName: a, defaultMode: 511}"),
    volume("name: a, secret: {secretName: a, defaultMode: 512}"),
  ],
  [
    "pod-number",
    `${V}.projected.sources[0].serviceAccountToken.expirationSeconds`,
    volume(
      "name: a, projected: {sources: [{serviceAccountToken: {path: a, expirationSeconds: 600}}]}",
    ),
    volume(
      "name: a, projected: {sources: [{serviceAccountToken: {path: a, expirationSeconds: 599}}]}",
    ),
  ],
  [
    "pod-enum",
    `${V}.hostPath.type`,
    volume("name: a, hostPath: {path: /a, type: Directory}"),
    volume("name: a, hostPath: {path: /a, type: directory}"),
  ],
  [
    "pod-volume-claim",
    `${V}.ephemeral.volumeClaimTemplate.metadata.name`,
    claim("labels: {a: b}", "[ReadWriteOnce]", "1Gi"),
    claim("name: a", "[ReadWriteOnce]", "1Gi"),
  ],
  [
    "pod-volume-claim",
    `${V}.ephemeral.volumeClaimTemplate.spec.accessModes`,
    claim("", "[ReadWriteOncePod]", "1Gi"),
    claim("", "[ReadWriteOncePod, ReadWriteMany]", "1Gi"),
  ],
  [
    "pod-volume-claim",
    `${V}.ephemeral.volumeClaimTemplate.spec.accessModes`,
    claim("", "[ReadOnlyMany]", "1Gi"),
    claim("", "[]", "1Gi"),
  ],
  [
    "pod-volume-claim",
    `${V}.ephemeral.volumeClaimTemplate.spec.resources.requests.storage`,
    claim("", "[ReadWriteOnce]", "1"),
    claim("", "[ReadWriteOnce]", "0"),
  ],
  [
    "pod-enum",
    `${V}.ephemeral.volumeClaimTemplate.spec.accessModes[0]`,
    claim("", "[ReadWriteMany]", "1Gi"),
    claim("", "[RWX]", "1Gi"),
  ],
  [
    "pod-mount-without-volume",
    `${C}.volumeMounts[0].name`,
    mounts("{name: v, mountPath: /a}"),
    mounts("{name: w, mountPath: /a}"),
  ],
  [
    "pod-mount-without-volume",
    `${C}.volumeMounts[0].name`,
    mounts("{name: shared-mem, mountPath: /a}"),
    mounts("{name: ray-logs, mountPath: /a}"),
  ],
  [
    "pod-mount",
    `${C}.volumeMounts[0].mountPath`,
    mounts("{name: v, mountPath: /a}"),
    mounts('{name: v, mountPath: ""}'),
  ],
  [
    "pod-mount",
    `${C}.volumeMounts[1].mountPath`,
    mounts("{name: v, mountPath: /a}, {name: v, mountPath: /a/}"),
    mounts("{name: v, mountPath: /a}, {name: v, mountPath: /a}"),
  ],
  [
    "pod-mount",
    `${C}.volumeMounts[0].subPath`,
    mounts("{name: v, mountPath: /a, subPath: a/b}"),
    mounts("{name: v, mountPath: /a, subPath: /a}"),
  ],
  [
    "pod-mount",
    `${C}.volumeMounts[0].subPath`,
    mounts("{name: v, mountPath: /a, subPath: ..a}"),
    mounts("{name: v, mountPath: /a, subPath: ../a}"),
  ],
  [
    "pod-mount",
    `${C}.volumeMounts[0]`,
    mounts("{name: v, mountPath: /a, subPathExpr: $(A)}"),
    mounts("{name: v, mountPath: /a, subPathExpr: $(A), subPath: a}"),
  ],
  [
    "pod-mount",
    `${C}.volumeMounts[0].mountPropagation`,
    mounts("{name: v, mountPath: /a, mountPropagation: HostToContainer}"),
    mounts("{name: v, mountPath: /a, mountPropagation: Bidirectional}"),
  ],
  [
    "pod-enum",
    `${C}.volumeMounts[0].mountPropagation`,
    mounts("{name: v, mountPath: /a, mountPropagation: None}"),
    mounts("{name: v, mountPath: /a, mountPropagation: none}"),
  ],
  [
    "pod-mount",
    `${C}.volumeMounts[0].recursiveReadOnly`,
    mounts("{name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled}"),
    mounts("{name: v, mountPath: /a, recursiveReadOnly: Enabled}"),
  ],
  [
    "pod-volume-device",
    `${C}.volumeDevices[0].name`,
    podSpec(
      "{volumes: [{name: d, persistentVolumeClaim: {claimName: a}}], containers: [{name: a, image: b, volumeDevices: [{name: d, devicePath: /dev/x}]}]}",
    ),
    podSpec(
      "{volumes: [{name: d, emptyDir: {}}], containers: [{name: a, image: b, volumeDevices: [{name: d, devicePath: /dev/x}]}]}",
    ),
  ],
  [
    "pod-mount-without-volume",
    "CLUSTER.autoscalerOptions.volumeMounts[0].name",
    container("{}"),
    container("{}"),
    undefined,
    {
      role: "head",
      clusterYaml:
        "{enableInTreeAutoscaling: true, autoscalerOptions: {volumeMounts: [{name: x, mountPath: /x}]}}",
    },
  ],
  [
    "pod-mount",
    "CLUSTER.autoscalerOptions.volumeMounts[1].mountPath",
    container("{}"),
    podSpec("volumes: [{name: x, emptyDir: {}}]"),
    undefined,
    {
      role: "head",
      clusterYaml:
        "{enableInTreeAutoscaling: true, autoscalerOptions: {volumeMounts: [{name: x, mountPath: /x}, {name: x, mountPath: /x}]}}",
    },
  ],
  [
    "pod-mount",
    `${C}.volumeMounts[0].mountPath`,
    mounts("{name: v, mountPath: /var/run/secrets/ray.io}"),
    mounts("{name: v, mountPath: /var/run/secrets/ray.io/serviceaccount}"),
    { clusterYaml: "authOptions: {enableK8sTokenAuth: true}" },
  ],
];

function volume(fields: string): PlainObject {
  return podSpec(`volumes: [{${fields}}]`);
}

function mounts(items: string): PlainObject {
  return podSpec(
    `{volumes: [{name: v, emptyDir: {}}], containers: [{name: ray, image: b, volumeMounts: [${items}]}]}`,
  );
}

function claim(metadata: string, modes: string, storage: string): PlainObject {
  return volume(
    `name: a, ephemeral: {volumeClaimTemplate: {metadata: {${metadata}}, spec: {accessModes: ${modes}, resources: {requests: {storage: ${storage}}}}}}`,
  );
}
