import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { container, podSpec } from "./check.ts";
import type { Row } from "./row.ts";

const NODE = "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution";
const POD = "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]";
const T = "spec.tolerations[0]";
const S = "spec.topologySpreadConstraints[0]";
const sound = container("{}");

/** Names of groups, accounts, affinities, tolerations, spreading, ports of the node. */
export const schedulingRows: readonly Row[] = [
  [
    "pod-derived-name",
    "GROUP.groupName",
    sound,
    sound,
    { clusterName: "c", groupYaml: "groupName: Gpu.a100" },
    { clusterName: "c", groupYaml: "groupName: a_b" },
  ],
  [
    "pod-affinity",
    `${NODE}.nodeSelectorTerms[0].matchExpressions[0].operator`,
    node("{key: a, operator: In, values: [b]}"),
    node("{key: a, operator: in, values: [b]}"),
  ],
  [
    "pod-affinity",
    `${NODE}.nodeSelectorTerms[0].matchExpressions[0]`,
    node("{key: a, operator: Exists}"),
    node("{key: a, operator: In, values: []}"),
  ],
  [
    "pod-affinity",
    `${NODE}.nodeSelectorTerms[0].matchExpressions[0].values`,
    node('{key: a, operator: Gt, values: ["1"]}'),
    node('{key: a, operator: Gt, values: ["1", "2"]}'),
  ],
  [
    "pod-affinity",
    `${NODE}.nodeSelectorTerms[0].matchExpressions[0].values`,
    node("{key: a, operator: DoesNotExist}"),
    node("{key: a, operator: DoesNotExist, values: [b]}"),
  ],
  [
    "pod-affinity",
    `${NODE}.nodeSelectorTerms[0].matchExpressions[0].key`,
    node("{key: a/b, operator: Exists}"),
    node("{key: a/b/c, operator: Exists}"),
  ],
  [
    "pod-affinity",
    `${NODE}.nodeSelectorTerms[0].matchExpressions[0].values[0]`,
    node("{key: a, operator: In, values: [a_b]}"),
    node('{key: a, operator: In, values: ["a b"]}'),
  ],
  [
    "pod-affinity",
    `${NODE}.nodeSelectorTerms`,
    sound,
    podSpec(
      "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: []}}}",
    ),
  ],
  [
    "pod-affinity",
    `${NODE}.nodeSelectorTerms[0].matchFields[0]`,
    fields("[n1]"),
    fields("[n1, n2]"),
  ],
  [
    "pod-number",
    "spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight",
    preferred(1),
    preferred(0),
  ],
  [
    "pod-number",
    "spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight",
    preferred(100),
    preferred(101),
  ],
  [
    "pod-affinity",
    `${POD}.topologyKey`,
    pod("topologyKey: kubernetes.io/hostname, labelSelector: {}"),
    pod('topologyKey: "", labelSelector: {}'),
  ],
  [
    "pod-affinity",
    `${POD}.labelSelector.matchExpressions[0].operator`,
    pod(
      "topologyKey: a, labelSelector: {matchExpressions: [{key: a, operator: NotIn, values: [b]}]}",
    ),
    pod(
      'topologyKey: a, labelSelector: {matchExpressions: [{key: a, operator: Gt, values: ["1"]}]}',
    ),
  ],
  [
    "pod-affinity",
    `${POD}.matchLabelKeys[0]`,
    pod("topologyKey: a, labelSelector: {matchLabels: {a: b}}, matchLabelKeys: [a]"),
    pod(
      "topologyKey: a, labelSelector: {matchLabels: {ray.io/group: b}}, matchLabelKeys: [ray.io/group]",
    ),
  ],
  [
    "pod-affinity",
    `${POD}.matchLabelKeys[1]`,
    pod("topologyKey: a, labelSelector: {}, matchLabelKeys: [a, a]"),
    pod("topologyKey: a, labelSelector: {}, matchLabelKeys: [ray.io/group, ray.io/group]"),
  ],
  [
    "pod-affinity",
    `${POD}.matchLabelKeys[0]`,
    pod("topologyKey: a, labelSelector: {}, matchLabelKeys: [a], mismatchLabelKeys: [b]"),
    pod("topologyKey: a, labelSelector: {}, matchLabelKeys: [a], mismatchLabelKeys: [a]"),
  ],
  [
    "pod-toleration",
    `${T}.operator`,
    tolerates("operator: Exists"),
    tolerates("key: a, operator: exists"),
  ],
  [
    "pod-toleration",
    `${T}.value`,
    tolerates("key: a, operator: Exists"),
    tolerates("key: a, operator: Exists, value: b"),
  ],
  ["pod-toleration", T, tolerates("key: a"), tolerates("value: b")],
  ["pod-toleration", T, tolerates("operator: Exists"), tolerates("")],
  [
    "pod-toleration",
    `${T}.effect`,
    tolerates("key: a, effect: NoSchedule"),
    tolerates("key: a, effect: noSchedule"),
  ],
  [
    "pod-toleration",
    `${T}.tolerationSeconds`,
    tolerates("key: a, effect: NoExecute, tolerationSeconds: 5"),
    tolerates("key: a, effect: NoSchedule, tolerationSeconds: 5"),
  ],
  [
    "pod-topology-spread",
    `${S}.minDomains`,
    spread("maxSkew: 1, whenUnsatisfiable: DoNotSchedule, minDomains: 1"),
    spread("maxSkew: 1, whenUnsatisfiable: ScheduleAnyway, minDomains: 1"),
  ],
  [
    "pod-number",
    `${S}.maxSkew`,
    spread("maxSkew: 1, whenUnsatisfiable: ScheduleAnyway"),
    spread("maxSkew: 0, whenUnsatisfiable: ScheduleAnyway"),
  ],
  [
    "pod-enum",
    `${S}.whenUnsatisfiable`,
    spread("maxSkew: 1, whenUnsatisfiable: DoNotSchedule"),
    spread("maxSkew: 1, whenUnsatisfiable: doNotSchedule"),
  ],
  [
    "pod-enum",
    `${S}.nodeTaintsPolicy`,
    spread("maxSkew: 1, whenUnsatisfiable: DoNotSchedule, nodeTaintsPolicy: Honor"),
    spread("maxSkew: 1, whenUnsatisfiable: DoNotSchedule, nodeTaintsPolicy: honor"),
  ],
  [
    "pod-topology-spread",
    "spec.topologySpreadConstraints[1]",
    podSpec(
      "topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}, {maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, labelSelector: {}}]",
    ),
    podSpec(
      "topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}, {maxSkew: 2, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}]",
    ),
  ],
  [
    "pod-overhead",
    "spec.overhead",
    podSpec("{overhead: {cpu: 1}, runtimeClassName: a}"),
    podSpec("overhead: {cpu: 1}"),
  ],
  ["pod-host-port", "spec.containers[1].ports[0]", twoPorts(1), twoPorts(2)],
  [
    "pod-host-port",
    "spec.containers[0].ports[0].hostPort",
    container("ports: [{containerPort: 1, hostPort: 65535}]"),
    container("ports: [{containerPort: 1, hostPort: 65536}]"),
  ],
  [
    "pod-host-port",
    "spec.containers[0].ports[0]",
    podSpec(
      "{hostNetwork: true, dnsPolicy: Default, containers: [{name: a, image: b, ports: [{containerPort: 8080, name: metrics}]}]}",
    ),
    podSpec(
      "{hostNetwork: true, dnsPolicy: Default, containers: [{name: a, image: b, ports: [{containerPort: 8080, name: http}]}]}",
    ),
  ],
  [
    "pod-host-port",
    "spec.containers[0].ports[0].hostPort",
    podSpec(
      "{hostNetwork: true, dnsPolicy: Default, containers: [{name: a, image: b, ports: [{containerPort: 1, hostPort: 1}]}]}",
    ),
    podSpec(
      "{hostNetwork: true, dnsPolicy: Default, containers: [{name: a, image: b, ports: [{containerPort: 1, hostPort: 2}]}]}",
    ),
  ],
  [
    "pod-service-account",
    "spec.serviceAccountName",
    podSpec(`serviceAccountName: ${"s".repeat(50)}`),
    podSpec(`serviceAccountName: ${"s".repeat(51)}`),
    { role: "head", clusterYaml: "enableInTreeAutoscaling: true" },
  ],
  [
    "pod-service-account",
    "spec.serviceAccountName",
    podSpec("serviceAccountName: a1bc"),
    podSpec("serviceAccountName: 1abc"),
    { role: "head", clusterYaml: "enableInTreeAutoscaling: true" },
  ],
];

function node(expression: string): PlainObject {
  return podSpec(
    `affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [${expression}]}]}}}`,
  );
}

function fields(values: string): PlainObject {
  return podSpec(
    `affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchFields: [{key: metadata.name, operator: In, values: ${values}}]}]}}}`,
  );
}

function preferred(weight: number): PlainObject {
  return podSpec(
    `affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: ${weight}, preference: {matchExpressions: [{key: a, operator: In, values: ["a b"]}]}}]}}`,
  );
}

function pod(term: string): PlainObject {
  return podSpec(
    `affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{${term}}]}}`,
  );
}

function tolerates(fields: string): PlainObject {
  return podSpec(`tolerations: [{${fields}}]`);
}

function spread(fields: string): PlainObject {
  return podSpec(`topologySpreadConstraints: [{topologyKey: a, labelSelector: {}, ${fields}}]`);
}

function twoPorts(containers: number): PlainObject {
  const all = ["a", "b"].map(
    (name) =>
      `{name: ${name}, image: c, ports: [{containerPort: ${name === "a" ? 1 : 2}, hostPort: 8081}]}`,
  );
  return podSpec(`containers: [${all.slice(0, containers).join(", ")}]`);
}
