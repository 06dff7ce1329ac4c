import { container, metadata, podSpec, resources } from "./check.ts";
import type { Row } from "./row.ts";

const C = "spec.containers[0]";
const autoscaling = { role: "head", clusterYaml: "enableInTreeAutoscaling: true" } as const;

/** What Kubernetes accepts and cannot be meant. */
export const warningRows: readonly Row[] = [
  [
    "pod-never-ready",
    "spec.volumes[0].gitRepo",
    podSpec("volumes: []"),
    podSpec("volumes: [{name: a, gitRepo: {repository: a}}]"),
  ],
  ["pod-image-form", `${C}.image`, container("image: repo/x:1"), container("image: Repo/x:1/")],
  ["pod-image-form", `${C}.image`, container("image: r.io/x"), container("image: https://r.io/x")],
  [
    "pod-volume-without-source",
    "spec.volumes[0]",
    podSpec("volumes: [{name: a, emptyDir: null}]"),
    podSpec("volumes: [{name: a, hostpath: {path: /a}}]"),
  ],
  [
    "pod-field-dropped",
    "spec.hostnameOverride",
    podSpec("hostname: a"),
    podSpec("hostnameOverride: a.b"),
  ],
  [
    "pod-field-dropped",
    "spec.volumes[0].image",
    podSpec("volumes: [{name: a, emptyDir: {}}]"),
    podSpec("volumes: [{name: a, image: {reference: a}}]"),
  ],
  [
    "pod-field-dropped",
    "spec.resources",
    podSpec("{}"),
    podSpec("resources: {requests: {cpu: 4}}"),
    { kubernetesMinor: 33 },
  ],
  [
    "pod-field-dropped",
    "spec.initContainers[0].restartPolicy",
    podSpec("{}"),
    podSpec("initContainers: [{name: a, image: b, restartPolicy: Always}]"),
    { kubernetesMinor: 28 },
  ],
  ["pod-field-dropped", `${C}.restartPolicy`, container("{}"), container("restartPolicy: Always")],
  [
    "pod-field-dropped",
    `${C}.volumeMounts[0].name`,
    podSpec(
      "{volumes: [{name: v, emptyDir: {}}], containers: [{name: a, image: b, volumeMounts: [{name: v, mountPath: /a}]}]}",
    ),
    container("volumeMounts: [{name: w, mountPath: /a}]"),
    { release: "1.1.1" },
  ],
  ["pod-field-overridden", "metadata.name", metadata('name: ""'), metadata("name: x")],
  ["pod-field-overridden", "metadata.namespace", metadata("{}"), metadata("namespace: other")],
  [
    "pod-field-overridden",
    'metadata.labels["ray.io/node-type"]',
    metadata("labels: {ray.io/node-type: worker}"),
    metadata("labels: {ray.io/node-type: head}"),
  ],
  [
    "pod-field-overridden",
    `${C}.env[0]`,
    container("env: [{name: RAY_PORT, value: a}]"),
    container("env: [{name: RAY_CLUSTER_NAME, value: a}]"),
  ],
  [
    "pod-field-overridden",
    `${C}.env[0]`,
    container("env: [{name: A}, {name: B}]"),
    container("env: [{name: A}, {name: A}]"),
  ],
  [
    "pod-field-overridden",
    "spec.serviceAccount",
    podSpec("serviceAccountName: a"),
    podSpec("serviceAccount: a"),
    autoscaling,
  ],
  [
    "pod-field-overridden",
    "spec.automountServiceAccountToken",
    podSpec("automountServiceAccountToken: true"),
    podSpec("automountServiceAccountToken: false"),
    autoscaling,
  ],
  [
    "pod-field-overridden",
    "spec.volumes[0]",
    podSpec("volumes: [{name: shared-mem, emptyDir: {medium: Memory}}]"),
    podSpec("volumes: [{name: shared-mem, emptyDir: {}}]"),
  ],
  [
    "pod-never-ready",
    "spec.schedulingGates[0]",
    podSpec("schedulingGates: []"),
    podSpec("schedulingGates: [{name: a/b}]"),
  ],
  [
    "pod-never-ready",
    "spec.readinessGates[0]",
    podSpec("readinessGates: []"),
    podSpec("readinessGates: [{conditionType: a/b}]"),
  ],
  [
    "pod-never-ready",
    "metadata.finalizers[0]",
    metadata("finalizers: []"),
    metadata("finalizers: [a/b]"),
  ],
  [
    "pod-never-ready",
    "spec.volumes[0].emptyDir.medium",
    podSpec("volumes: [{name: a, emptyDir: {medium: Memory}}]"),
    podSpec("volumes: [{name: a, emptyDir: {medium: memory}}]"),
  ],
  [
    "pod-never-ready",
    "spec.volumes[0].secret.secretName",
    podSpec("volumes: [{name: a, secret: {secretName: my-secret}}]"),
    podSpec("volumes: [{name: a, secret: {secretName: My_Secret}}]"),
  ],
  [
    "pod-never-ready",
    "spec.securityContext.runAsUser",
    podSpec("securityContext: {runAsNonRoot: true, runAsUser: 1000}"),
    podSpec("securityContext: {runAsNonRoot: true, runAsUser: 0}"),
  ],
  [
    "pod-never-ready",
    `${C}.livenessProbe.httpGet.port`,
    container("{ports: [{containerPort: 1, name: web}], livenessProbe: {httpGet: {port: web}}}"),
    container("livenessProbe: {httpGet: {port: web}}"),
  ],
  [
    "pod-never-ready",
    "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]",
    podSpec("affinity: {}"),
    podSpec(
      "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{}]}}}",
    ),
  ],
  [
    "pod-selects-nothing",
    "spec.topologySpreadConstraints[0]",
    podSpec("topologySpreadConstraints: []"),
    podSpec(
      "topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule}]",
    ),
  ],
  ["pod-mount-path", `${C}.volumeMounts[0].mountPath`, mounts("/data", "v"), mounts("data", "v")],
  ["pod-mount-path", `${C}.volumeMounts[0].mountPath`, mounts("/data", "v"), mounts('"/a:b"', "v")],
  [
    "pod-mount-path",
    `${C}.volumeMounts[0].mountPath`,
    mounts("/dev/shm", "v"),
    mounts("/dev/shm/", "v"),
  ],
  [
    "pod-mount-path",
    `${C}.volumeMounts[0].mountPath`,
    mounts("/tmp/ray", "ray-logs"),
    mounts("/tmp/ray", "v"),
    autoscaling,
  ],
  [
    "pod-amount",
    `${C}.resources.limits.memory`,
    resources("{limits: {memory: 100Mi}}"),
    resources("{limits: {memory: 100m}}"),
  ],
  [
    "pod-amount",
    `${C}.resources.limits.memory`,
    resources("{limits: {memory: 1Mi}}"),
    resources('{limits: {memory: "8"}}'),
  ],
  [
    "pod-amount",
    `${C}.resources.requests.memory`,
    resources("{requests: {memory: 0}}"),
    resources("{requests: {memory: 1023Ki}}"),
  ],
  [
    "pod-amount",
    `${C}.resources.limits.cpu`,
    resources("{limits: {cpu: 1m}}"),
    resources('{limits: {cpu: "0.0001"}}'),
  ],
  [
    "pod-amount",
    `${C}.resources.limits["kubernetes.io/gpu"]`,
    resources("{limits: {nvidia.com/gpu: 1}}"),
    resources("{limits: {kubernetes.io/gpu: 1}}"),
  ],
  [
    "pod-port-shared",
    `${C}.ports[0].containerPort`,
    container("ports: [{containerPort: 8080, name: metrics}]"),
    container("ports: [{containerPort: 8080, name: http}]"),
  ],
  [
    "pod-port-shared",
    "spec.containers[1].ports[0].name",
    podSpec(
      "containers: [{name: a, image: b, ports: [{containerPort: 1, name: x}]}, {name: c, image: b, ports: [{containerPort: 2, name: y}]}]",
    ),
    podSpec(
      "containers: [{name: a, image: b, ports: [{containerPort: 1, name: x}]}, {name: c, image: b, ports: [{containerPort: 2, name: x}]}]",
    ),
  ],
  [
    "pod-dns-host-network",
    "spec.hostNetwork",
    podSpec("{hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet}"),
    podSpec("hostNetwork: true"),
  ],
  ["pod-priority", "spec.priority", podSpec("priority: 0"), podSpec("priority: 5")],
  [
    "pod-lifetime",
    "spec.terminationGracePeriodSeconds",
    podSpec("terminationGracePeriodSeconds: 0"),
    podSpec("terminationGracePeriodSeconds: -1"),
  ],
  [
    "pod-lifetime",
    "spec.activeDeadlineSeconds",
    podSpec("{}"),
    podSpec("activeDeadlineSeconds: 3600"),
  ],
  ["pod-lifetime", "spec.nodeName", podSpec("{}"), podSpec("nodeName: n1")],
];

function mounts(path: string, name: string): ReturnType<typeof podSpec> {
  return podSpec(
    `{volumes: [{name: ${name}, emptyDir: {medium: Memory}}], containers: [{name: a, image: b, volumeMounts: [{name: ${name}, mountPath: ${path}}]}]}`,
  );
}
