import { expect, test } from "vitest";
import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import type { Setting } from "./check.ts";
import { container, findings, found, metadata, podSpec } from "./check.ts";

const C = "spec.containers[0]";
const autoscaling = "enableInTreeAutoscaling: true";

/** What is found on one release and not on the other one, both sides of the boundary. */
type Boundary = readonly [
  name: string,
  expected: string,
  pod: PlainObject,
  found: readonly string[],
  notFound: readonly string[],
  setting?: Setting,
];

const boundaries: readonly Boundary[] = [
  [
    "a worker's container wait-gcs-ready",
    "pod-container-name at spec.containers[1].name",
    podSpec("containers: [{name: ray, image: b}, {name: wait-gcs-ready, image: b}]"),
    ["0.5.0", "1.7.0"],
    ["0.4.0"],
  ],
  [
    "wait-gcs-ready where its injection is off",
    "pod-container-name at spec.initContainers[0].name",
    podSpec("initContainers: [{name: wait-gcs-ready, image: b}]"),
    ["0.5.0"],
    ["0.5.2", "1.7.0"],
    { injectsWaitContainer: false },
  ],
  [
    "a head's container autoscaler",
    "pod-container-name at spec.containers[1].name",
    podSpec("containers: [{name: ray, image: b}, {name: autoscaler, image: b}]"),
    ["0.4.0", "1.7.0"],
    [],
    { role: "head", clusterYaml: autoscaling },
  ],
  [
    "an init container ray-history-collector",
    "pod-container-name at spec.initContainers[0].name",
    podSpec("initContainers: [{name: ray-history-collector, image: b}]"),
    ["1.7.0"],
    ["1.6.2"],
    { clusterYaml: "historyServerOptions: {collectorOptions: {image: a}}" },
  ],
  [
    "a container wait-for-tls-ip-san",
    "pod-container-name at spec.containers[1].name",
    podSpec("containers: [{name: ray, image: b}, {name: wait-for-tls-ip-san, image: b}]"),
    ["1.7.0"],
    ["1.6.2"],
    { clusterYaml: "tlsOptions: {enabled: true}" },
  ],
  [
    "mounts of the autoscaler",
    "pod-mount-without-volume at CLUSTER.autoscalerOptions.volumeMounts[0].name",
    container("{}"),
    ["0.5.2", "1.7.0"],
    ["0.5.0"],
    {
      role: "head",
      clusterYaml: `{${autoscaling}, autoscalerOptions: {volumeMounts: [{name: x, mountPath: /x}]}}`,
    },
  ],
  [
    "ray-logs mounted by the autoscaler, /tmp/ray by another volume",
    "pod-mount-without-volume at CLUSTER.autoscalerOptions.volumeMounts[0].name",
    podSpec(
      "{volumes: [{name: v, emptyDir: {}}], containers: [{name: a, image: b, volumeMounts: [{name: v, mountPath: /tmp/ray}]}]}",
    ),
    ["1.7.0"],
    [],
    {
      role: "head",
      clusterYaml: `{${autoscaling}, autoscalerOptions: {volumeMounts: [{name: ray-logs, mountPath: /tmp/ray}]}}`,
    },
  ],
  [
    "a mount without a volume",
    `pod-mount-without-volume at ${C}.volumeMounts[0].name`,
    container("volumeMounts: [{name: x, mountPath: /x}]"),
    ["1.2.0", "1.7.0"],
    ["0.4.0", "1.1.1"],
  ],
  [
    "a mount of a second container without a volume",
    "pod-mount-without-volume at spec.containers[1].volumeMounts[0].name",
    podSpec(
      "containers: [{name: a, image: b}, {name: c, image: b, volumeMounts: [{name: x, mountPath: /x}]}]",
    ),
    ["0.4.0", "1.1.1", "1.7.0"],
    [],
  ],
  [
    "the volume shared-mem where plasma-directory takes its place",
    `pod-mount-without-volume at ${C}.volumeMounts[0].name`,
    container("volumeMounts: [{name: shared-mem, mountPath: /x}]"),
    ["1.6.0"],
    ["1.5.1"],
    { groupYaml: "rayStartParams: {plasma-directory: /x}" },
  ],
  [
    "a token's path",
    `pod-mount at ${C}.volumeMounts[0].mountPath`,
    podSpec(
      "{volumes: [{name: v, emptyDir: {}}], containers: [{name: a, image: b, volumeMounts: [{name: v, mountPath: /var/run/secrets/ray.io/serviceaccount}]}]}",
    ),
    ["1.6.0"],
    ["1.5.1"],
    { clusterYaml: "authOptions: {enableK8sTokenAuth: true}" },
  ],
  [
    "a probe of one's own with fault tolerance",
    `pod-probe at ${C}.livenessProbe`,
    container("livenessProbe: {tcpSocket: {port: 1}}"),
    ["0.4.0", "0.6.0"],
    ["1.0.0", "1.7.0"],
    { clusterAnnotations: { "ray.io/ft-enabled": "true" } },
  ],
  [
    "a probe without a handler with fault tolerance",
    `pod-probe at ${C}.livenessProbe`,
    container("livenessProbe: {periodSeconds: 5}"),
    ["1.1.0", "1.7.0"],
    ["0.4.0", "1.0.0"],
    { clusterAnnotations: { "ray.io/ft-enabled": "true" } },
  ],
  [
    "a probe without a handler, without fault tolerance",
    `pod-probe at ${C}.livenessProbe`,
    container("livenessProbe: {periodSeconds: 5}"),
    ["0.4.0", "1.0.0", "1.7.0"],
    [],
  ],
  [
    "the agent's port",
    'pod-probe at GROUP.rayStartParams["dashboard-agent-listen-port"]',
    container("{}"),
    ["1.6.0"],
    ["1.5.1"],
    {
      clusterYaml: 'rayVersion: "2.53.0"',
      groupYaml: 'rayStartParams: {dashboard-agent-listen-port: "70000"}',
    },
  ],
  [
    "RestartContainer where the autoscaler v2 never restarts",
    `pod-resize-policy at ${C}.resizePolicy[0].restartPolicy`,
    container("resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]"),
    ["1.4.0"],
    ["1.3.2"],
    { clusterYaml: `{${autoscaling}, autoscalerOptions: {version: v2}}` },
  ],
  [
    "redisUsername",
    "pod-environment-source at CLUSTER.gcsFaultToleranceOptions.redisUsername.valueFrom",
    container("{}"),
    ["1.3.0"],
    ["1.2.2"],
    {
      role: "head",
      clusterYaml: "gcsFaultToleranceOptions: {redisUsername: {valueFrom: {}}}",
    },
  ],
  [
    "a long cluster's dashboard label",
    "pod-derived-name at metadata.name",
    container("{}"),
    ["0.4.0", "0.5.2"],
    ["0.6.0", "1.3.2"],
    { role: "head", clusterName: "c".repeat(54) },
  ],
  [
    "a long cluster's label",
    "pod-derived-name at metadata.name",
    container("{}"),
    ["1.3.2"],
    ["1.4.0"],
    { role: "head", clusterName: "c".repeat(64) },
  ],
  [
    "a dot as the fiftieth character",
    "pod-derived-name at GROUP.groupName",
    container("{}"),
    ["1.2.0", "1.7.0"],
    ["1.1.1"],
    { clusterName: "c", groupYaml: `groupName: ${"g".repeat(47)}.x` },
  ],
  [
    "KubeRay's own variables of addresses",
    `pod-field-overridden at ${C}.env[0]`,
    container("env: [{name: FQ_RAY_IP, value: a}]"),
    ["0.5.0"],
    ["0.4.0"],
  ],
  [
    "KubeRay's own variable of the node's type",
    `pod-field-overridden at ${C}.env[0]`,
    container("env: [{name: RAY_NODE_TYPE_NAME, value: a}]"),
    ["1.1.0"],
    ["1.0.0"],
  ],
  [
    "KubeRay's own variable of the namespace",
    `pod-field-overridden at ${C}.env[0]`,
    container("env: [{name: RAY_CLUSTER_NAMESPACE, value: a}]"),
    ["1.6.0"],
    ["1.5.1"],
  ],
  [
    "the wait container's share of a pod's resources",
    "pod-level-resources at spec.resources.requests.cpu",
    podSpec("resources: {requests: {cpu: 199m}}"),
    ["1.0.0"],
    ["0.4.0", "0.5.0", "0.6.0"],
  ],
];

test.each(
  boundaries.flatMap(([name, expected, pod, yes, no, setting]) => [
    ...yes.map((release) => ({ name, expected, pod, setting, release, isFound: true })),
    ...no.map((release) => ({ name, expected, pod, setting, release, isFound: false })),
  ]),
)("$name on $release: $isFound", ({ expected, pod, setting, release, isFound }) => {
  expect(found(pod, { ...setting, release }).includes(expected)).toBe(isFound);
});

test.each([
  ["Gpu.a100", true],
  ["a_b", false],
  ["a b", false],
  ["gpu-", false],
  ["-gpu", false],
  ["a.-b", false],
  ["g".repeat(63), true],
  ["g".repeat(64), false],
  ["", true],
])("a group named %j", (groupName, isSound) => {
  for (const release of ["0.4.0", "1.1.1", "1.7.0"]) {
    const all = findings(container("{}"), {
      release,
      clusterName: "train",
      group: { groupName },
    });
    expect(all.map(({ code }) => code)).toEqual(isSound ? [] : ["pod-derived-name"]);
  }
});

test("a group's name is judged without the cluster's, as in a RayService", () => {
  expect(found(container("{}"), { groupYaml: "groupName: a_b" })).toEqual([
    "pod-derived-name at GROUP.groupName",
  ]);
  expect(found(container("{}"), { groupYaml: "groupName: a-b" })).toEqual([]);
});

test.each([
  ["1.2.2", "KubeRay then does not find the pods"],
  ["1.3.0", "KubeRay sets the label"],
])("on %s a label of KubeRay's own: %s", (release, words) => {
  const [finding] = findings(metadata("labels: {ray.io/node-type: x}"), { release });
  expect(finding?.message).toContain(words);
});

test.each([
  ["1.0.0", "The pods are created in the namespace"],
  ["1.1.0", "KubeRay ignores the namespace"],
])("on %s a namespace of the template's own: %s", (release, words) => {
  const [finding] = findings(metadata("namespace: x"), { release });
  expect(finding?.message).toContain(words);
});

test("nothing is added to the pod of a submitter", () => {
  const pod = podSpec(
    "{restartPolicy: Never, containers: [{name: autoscaler, image: b}, {name: wait-gcs-ready, image: b, ports: [{containerPort: 8080}]}]}",
  );
  expect(found(pod, { role: "submitter", clusterYaml: autoscaling })).toEqual([]);
});

test("the autoscaler's own fields are judged where autoscalerOptions stand, on the head alone", () => {
  const clusterYaml = `{${autoscaling}, autoscalerOptions: {image: "", imagePullPolicy: always, env: [{name: A=B}], securityContext: {runAsUser: -1}, resources: {limits: {gpu: 1}}}}`;
  expect(found(container("{}"), { role: "head", clusterYaml })).toEqual([
    "pod-image at CLUSTER.autoscalerOptions.image",
    "pod-enum at CLUSTER.autoscalerOptions.imagePullPolicy",
    "pod-number at CLUSTER.autoscalerOptions.securityContext.runAsUser",
    "pod-environment-name at CLUSTER.autoscalerOptions.env[0].name",
    "pod-resource-name at CLUSTER.autoscalerOptions.resources.limits.gpu",
  ]);
  expect(found(container("{}"), { role: "worker", clusterYaml })).toEqual([]);
  expect(
    found(container("{}"), { role: "head", clusterYaml: clusterYaml.replace("true", "false") }),
  ).toEqual([]);
});

test("under the level restricted the autoscaler needs a security context of its own", () => {
  const sound =
    "{runAsNonRoot: true, allowPrivilegeEscalation: false, seccompProfile: {type: RuntimeDefault}, capabilities: {drop: [ALL]}}";
  const pod = container(`securityContext: ${sound}`);
  const role = "head";
  const podSecurity = "restricted";
  const cluster = (options: string) => `{${autoscaling}, autoscalerOptions: {${options}}}`;
  expect(new Set(found(pod, { role, podSecurity, clusterYaml: cluster("") }))).toEqual(
    new Set(["pod-security-level at CLUSTER.autoscalerOptions.securityContext"]),
  );
  const clusterYaml = cluster(`securityContext: ${sound}`);
  expect(found(pod, { role, podSecurity, clusterYaml })).toEqual([]);
});

test("the collector's own fields are judged where collectorOptions stand, once", () => {
  const clusterYaml =
    "historyServerOptions: {collectorOptions: {image: a, imagePullPolicy: always, env: [{name: A=B}], resources: {limits: {gpu: 1}}}}";
  expect(found(container("{}"), { role: "head", clusterYaml })).toEqual([
    "pod-enum at CLUSTER.historyServerOptions.collectorOptions.imagePullPolicy",
    "pod-environment-name at CLUSTER.historyServerOptions.collectorOptions.env[0].name",
    "pod-resource-name at CLUSTER.historyServerOptions.collectorOptions.resources.limits.gpu",
  ]);
  expect(found(container("{}"), { role: "worker", clusterYaml })).toEqual([]);
});

test("under the level restricted there is no collector", () => {
  const sound =
    "{runAsNonRoot: true, allowPrivilegeEscalation: false, seccompProfile: {type: RuntimeDefault}, capabilities: {drop: [ALL]}}";
  const pod = container(`securityContext: ${sound}`);
  const clusterYaml = "historyServerOptions: {collectorOptions: {image: a}}";
  expect(found(pod, { role: "head", podSecurity: "restricted", clusterYaml })).toEqual([
    "pod-security-level at CLUSTER.historyServerOptions.collectorOptions",
  ]);
});

test("an init container of its name takes the place of the one that waits for a certificate", () => {
  const clusterYaml = "tlsOptions: {enabled: true}";
  const pod = podSpec("initContainers: [{name: wait-for-tls-ip-san, image: b}]");
  expect(found(pod, { role: "head", clusterYaml })).toEqual([]);
});

test("the level baseline forbids processes of the host", () => {
  const pod = podSpec("securityContext: {windowsOptions: {hostProcess: true}}");
  expect(found(pod, { podSecurity: "baseline" })).toContain(
    "pod-security-level at spec.securityContext.windowsOptions.hostProcess",
  );
});
