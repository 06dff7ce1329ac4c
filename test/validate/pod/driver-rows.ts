import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { podSpec } from "./check.ts";
import type { Row } from "./row.ts";

const V = "spec.volumes[0]";
const CLAIM = `${V}.ephemeral.volumeClaimTemplate`;

/** Volumes of single drivers, and the claims of ephemeral ones. */
export const driverRows: readonly Row[] = [
  driver("fc", "", "wwids: [a]", "readOnly: true"),
  driver("fc", "", "wwids: [a]", "wwids: [a], targetWWNs: [b], lun: 1"),
  driver("fc", "", "targetWWNs: [a], lun: 1", "targetWWNs: [a]"),
  driver("iscsi", ".iqn", iscsi("iqn.2001-04.com.example:disk"), iscsi("iqn.2001-04.com.example")),
  driver("iscsi", ".iqn", iscsi("eui.02004567A425678D"), iscsi("eui.02004567A425678")),
  driver("iscsi", ".iqn", iscsi(`naa.${"5".repeat(32)}`), iscsi(`naa.${"5".repeat(16)}`)),
  driver(
    "iscsi",
    ".initiatorName",
    `${iscsi("eui.02004567A425678D")}, initiatorName: eui.02004567A425678D`,
    `${iscsi("eui.02004567A425678D")}, initiatorName: disk`,
  ),
  driver(
    "iscsi",
    "",
    `${iscsi("eui.02004567A425678D")}, chapAuthSession: true, secretRef: {name: a}`,
    `${iscsi("eui.02004567A425678D")}, chapAuthSession: true`,
  ),
  driver(
    "quobyte",
    ".registry",
    "registry: 'a:1,[::1]:2', volume: a",
    "registry: 'a:1,b', volume: a",
  ),
  driver(
    "quobyte",
    ".tenant",
    `registry: 'a:1', volume: a, tenant: ${"a".repeat(64)}`,
    `registry: 'a:1', volume: a, tenant: ${"a".repeat(65)}`,
  ),
  driver("flocker", "", "datasetName: a", "datasetName: a, datasetUUID: b"),
  driver("flocker", "", "datasetUUID: a", "{}"),
  driver("flocker", ".datasetName", "datasetName: a", "datasetName: a/b"),
  driver("azureDisk", ".diskURI", disk("https://a"), disk("/subscriptions/a")),
  driver(
    "azureDisk",
    ".diskURI",
    `${disk("/subscriptions/a")}, kind: Managed`,
    `${disk("https://a")}, kind: Managed`,
  ),
  driver(
    "flexVolume",
    '.options["x.kubernetes.io/y"]',
    "driver: a, options: {example.com/y: a}",
    "driver: a, options: {x.kubernetes.io/y: a}",
  ),
  driver("storageos", ".volumeName", "volumeName: a", "volumeName: A"),
  driver(
    "gitRepo",
    ".directory",
    "repository: a, directory: a",
    "repository: a, directory: ../a",
    [32],
  ),
  ...[
    ["iscsi", "targetPortal", 'iqn: "iqn.2001-04.com.example:a", lun: 0'],
    ["rbd", "monitors", "image: a"],
    ["rbd", "image", "monitors: [a]"],
    ["cephfs", "monitors", ""],
    ["glusterfs", "path", "endpoints: a"],
    ["cinder", "volumeID", ""],
    ["azureFile", "shareName", "secretName: a"],
    ["scaleIO", "volumeName", "gateway: a, system: a, secretRef: {name: a}"],
    ["photonPersistentDisk", "pdID", ""],
    ["portworxVolume", "volumeID", ""],
    ["vsphereVolume", "volumePath", ""],
    ["gcePersistentDisk", "pdName", ""],
    ["awsElasticBlockStore", "volumeID", ""],
  ].map(([kind = "", field = "", rest = ""]): Row => {
    const [set, empty] = field === "monitors" ? ["[a]", "[]"] : ["a", '""'];
    const ok = `${rest}${rest === "" ? "" : ", "}${field}: ${set}`;
    const bad = `${rest}${rest === "" ? "" : ", "}${field}: ${empty}`;
    return [
      "pod-volume-reference",
      `${V}.${kind}.${field}`,
      volume(`${kind}: {${ok}}`),
      volume(`${kind}: {${bad}}`),
    ];
  }),
  [
    "pod-volume-reference",
    `${V}.cinder.secretRef.name`,
    volume("cinder: {volumeID: a, secretRef: {name: a}}"),
    volume('cinder: {volumeID: a, secretRef: {name: ""}}'),
  ],
  ["pod-enum", `${V}.azureDisk.cachingMode`, cached("None"), cached("none")],
  ["pod-volume-claim", `${CLAIM}.metadata.labels.a`, labelled("a: b_c"), labelled('a: "b c"')],
  [
    "pod-volume-claim",
    `${CLAIM}.metadata.annotations["a/b/c"]`,
    claim("metadata: {annotations: {A/b: c}}", ""),
    claim("metadata: {annotations: {a/b/c: c}}", ""),
  ],
  [
    "pod-volume-claim",
    `${CLAIM}.metadata.name`,
    claim('metadata: {name: ""}', ""),
    claim("metadata: {name: a}", ""),
  ],
  [
    "pod-volume-claim",
    `${CLAIM}.spec.volumeAttributesClassName`,
    claim("", "volumeAttributesClassName: a.b"),
    claim("", "volumeAttributesClassName: A"),
  ],
  [
    "pod-enum",
    `${CLAIM}.spec.volumeMode`,
    claim("", "volumeMode: Block"),
    claim("", "volumeMode: block"),
  ],
  [
    "pod-volume-claim",
    `${CLAIM}.spec.dataSource.kind`,
    claim("", "dataSource: {kind: PersistentVolumeClaim, name: a}"),
    claim("", "dataSource: {kind: VolumeSnapshot, name: a}"),
  ],
  [
    "pod-volume-claim",
    `${CLAIM}.spec.selector.matchExpressions[0].operator`,
    claim("", "selector: {matchExpressions: [{key: a, operator: Exists}]}"),
    claim("", "selector: {matchExpressions: [{key: a, operator: Gt}]}"),
  ],
  [
    "pod-volume-claim",
    `${CLAIM}.spec.resources.requests.storage`,
    claim("", "resources: {requests: {storage: 1Gi, cpu: -1}}"),
    claim("", "resources: {requests: {storage: -1}}"),
  ],
];

function driver(
  kind: string,
  place: string,
  ok: string,
  bad: string,
  [kubernetesMinor]: readonly number[] = [],
): Row {
  const of = (fields: string) => volume(`${kind}: ${fields === "{}" ? "{}" : `{${fields}}`}`);
  return ["pod-volume-driver", `${V}.${kind}${place}`, of(ok), of(bad), { kubernetesMinor }];
}

function volume(source: string): PlainObject {
  return podSpec(`volumes: [{name: a, ${source}}]`);
}

function iscsi(name: string): string {
  return `targetPortal: a, lun: 0, iqn: "${name}"`;
}

function disk(uri: string): string {
  return `diskName: a, diskURI: ${uri}`;
}

function cached(mode: string): PlainObject {
  return volume(`azureDisk: {${disk("https://a")}, cachingMode: ${mode}}`);
}

function labelled(labels: string): PlainObject {
  return claim(`metadata: {labels: {${labels}}}`, "");
}

function claim(metadata: string, fields: string): PlainObject {
  const resources = fields.startsWith("resources") ? "" : "resources: {requests: {storage: 1Gi}}, ";
  const spec = `spec: {${resources}accessModes: [ReadWriteOnce]${fields === "" ? "" : `, ${fields}`}}`;
  const start = metadata === "" ? "" : `${metadata}, `;
  return volume(`ephemeral: {volumeClaimTemplate: {${start}${spec}}}`);
}
