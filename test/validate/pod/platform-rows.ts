import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { container, metadata, podSpec, resources } from "./check.ts";
import type { Row } from "./row.ts";

const C = "spec.containers[0]";
const OPTIONS = "securityContext.windowsOptions";

/** Operating systems, nodes and accounts of a pod. */
export const platformRows: readonly Row[] = [
  ...["hostPID: true", "hostUsers: true", "shareProcessNamespace: false"].map(
    (field): Row => [
      "pod-windows",
      `spec.${field.replace(/:.*/, "")}`,
      podSpec(`{os: {name: linux}, ${field}}`),
      podSpec(`{os: {name: windows}, ${field}}`),
    ],
  ),
  ...["runAsUser: 1", "fsGroup: 1", "seLinuxOptions: {level: a}"].map(
    (field): Row => [
      "pod-windows",
      `spec.securityContext.${field.replace(/:.*/, "")}`,
      podSpec(`{os: {name: linux}, securityContext: {${field}}}`),
      podSpec(`{os: {name: windows}, securityContext: {${field}}}`),
    ],
  ),
  [
    "pod-windows",
    `spec.${OPTIONS}`,
    podSpec(`{os: {name: windows}, securityContext: {windowsOptions: {runAsUserName: a}}}`),
    podSpec(`{os: {name: linux}, securityContext: {windowsOptions: {runAsUserName: a}}}`),
  ],
  ...[
    ["gmsaCredentialSpecName", "a.b", "A"],
    ["gmsaCredentialSpec", "a", '""'],
    ["gmsaCredentialSpec", "a".repeat(65_536), "a".repeat(65_537)],
    ["runAsUserName", "'A\\b c'", "'a\\b\\c'"],
    ["runAsUserName", "'example.com\\b'", "'.com\\b'"],
    ["runAsUserName", "a", "a@b"],
    ["runAsUserName", "a", "'..'"],
    ["runAsUserName", "a".repeat(104), "a".repeat(105)],
  ].map(
    ([field = "", ok = "", bad = ""]): Row => [
      "pod-windows",
      `${C}.${OPTIONS}.${field}`,
      container(`securityContext: {windowsOptions: {${field}: ${ok}}}`),
      container(`securityContext: {windowsOptions: {${field}: ${bad}}}`),
    ],
  ),
  [
    "pod-windows",
    `spec.${OPTIONS}.hostProcess`,
    podSpec(
      "{dnsPolicy: Default, hostNetwork: true, securityContext: {windowsOptions: {hostProcess: true}}}",
    ),
    podSpec("{dnsPolicy: Default, securityContext: {windowsOptions: {hostProcess: true}}}"),
    { injectsWaitContainer: false },
  ],
  [
    "pod-security-level",
    'metadata.annotations["container.apparmor.security.beta.kubernetes.io/ray"]',
    metadata("annotations: {container.apparmor.security.beta.kubernetes.io/ray: localhost/a}"),
    metadata("annotations: {container.apparmor.security.beta.kubernetes.io/ray: unconfined}"),
    { podSecurity: "baseline" },
  ],
  [
    "pod-security-level",
    `${C}.securityContext`,
    podSpec("{os: {name: windows}, securityContext: {runAsNonRoot: true}}"),
    podSpec("{os: {name: windows}, securityContext: {runAsNonRoot: false}}"),
    { podSecurity: "restricted" },
  ],
  [
    "pod-object-name",
    "spec.serviceAccount",
    podSpec("serviceAccount: ray.sa"),
    podSpec("serviceAccount: Ray_SA"),
  ],
  [
    "pod-object-name",
    "spec.runtimeClassName",
    podSpec("runtimeClassName: a"),
    podSpec('runtimeClassName: ""'),
  ],
  [
    "pod-enum",
    "spec.securityContext.seLinuxChangePolicy",
    podSpec("securityContext: {seLinuxChangePolicy: Recursive}"),
    podSpec("securityContext: {seLinuxChangePolicy: MountOption}"),
  ],
  [
    "pod-security-context",
    "spec.securityContext.appArmorProfile",
    podSpec('securityContext: {seccompProfile: {type: Localhost, localhostProfile: ""}}'),
    podSpec('securityContext: {appArmorProfile: {type: Localhost, localhostProfile: ""}}'),
  ],
  [
    "pod-annotation",
    'metadata.annotations["kubernetes.io/config.mirror"]',
    metadata("annotations: {kubernetes.io/config.source: a}"),
    metadata("annotations: {kubernetes.io/config.mirror: a}"),
  ],
  [
    "pod-containers",
    "spec.containers",
    { spec: { containers: [{ name: "submit", image: "a" }] } },
    { metadata: {} },
    { role: "submitter" },
  ],
  [
    "pod-huge-pages",
    `${C}.resources.limits["hugepages-x"]`,
    resources("{limits: {cpu: 1, hugepages-2Mi: 0}}"),
    resources("{limits: {cpu: 1, hugepages-x: 1}}"),
  ],
  [
    "pod-huge-pages",
    'spec.resources.requests["hugepages-2Mi"]',
    podSpec("resources: {limits: {cpu: 1, hugepages-2Mi: 4Mi}}"),
    podSpec("resources: {requests: {cpu: 1, hugepages-2Mi: 4Mi}}"),
  ],
  [
    "pod-resource-name",
    "spec.overhead.gpu",
    podSpec("{runtimeClassName: a, overhead: {cpu: 1}}"),
    podSpec("{runtimeClassName: a, overhead: {gpu: 1}}"),
  ],
  [
    "pod-host-port",
    `${C}.ports[0].hostPort`,
    podSpec(
      "{hostNetwork: true, dnsPolicy: Default, initContainers: [{name: a, image: b, ports: [{containerPort: 1, hostPort: 2}]}]}",
    ),
    podSpec(
      "{hostNetwork: true, dnsPolicy: Default, containers: [{name: a, image: b, ports: [{containerPort: 1, hostPort: 2}]}]}",
    ),
  ],
  [
    "pod-volume-path",
    "spec.volumes[0].projected.sources[1].configMap.items[0].path",
    podSpec(
      "volumes: [{name: a, projected: {sources: [{serviceAccountToken: {path: p}}, {configMap: {name: a, items: [{key: a, path: p}]}}]}}]",
    ),
    podSpec(
      "volumes: [{name: a, projected: {sources: [{secret: {name: a, items: [{key: a, path: p}]}}, {configMap: {name: a, items: [{key: a, path: p}]}}]}}]",
    ),
  ],
  [
    "pod-topology-spread",
    "spec.topologySpreadConstraints[0].matchLabelKeys[0]",
    spread("[a]"),
    spread("[a]"),
    undefined,
    { kubernetesMinor: 33 },
  ],
  [
    "pod-topology-spread",
    "spec.topologySpreadConstraints[0].matchLabelKeys[0]",
    spread("[a]"),
    spread("[ray.io/group]"),
  ],
  [
    "pod-environment-source",
    `${C}.envFrom[0].secretRef.name`,
    container("envFrom: [{secretRef: {name: a-}}]"),
    container("envFrom: [{secretRef: {name: a--.b}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom.fieldRef.fieldPath`,
    container(
      `env: [{name: A, valueFrom: {fieldRef: {fieldPath: "metadata.annotations['A/b']"}}}]`,
    ),
    container(`env: [{name: A, valueFrom: {fieldRef: {fieldPath: "metadata.labels['A/']"}}}]`),
  ],
];

function spread(keys: string): PlainObject {
  return podSpec(
    `topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, matchLabelKeys: ${keys}, labelSelector: {matchLabels: {a: b, ray.io/group: c}}}]`,
  );
}
