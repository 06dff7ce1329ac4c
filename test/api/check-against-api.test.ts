import { expect, test } from "vitest";
import { checkAgainstApi } from "../../src/api/check-against-api.ts";
import { formatPath, parsePath } from "../../src/diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import { cluster, container, withContainers, withHead } from "../diff/manifests.ts";
import { spec } from "../kuberay/laws/manifests.ts";
import { replaceAt } from "../schemas/mutated.ts";
import { apiOf } from "./api-of.ts";

const HEAD = "spec.headGroupSpec";
const GROUP = "spec.workerGroupSpecs[0]";
const POD = `${HEAD}.template.spec`;
const CONTAINER = `${POD}.containers[0]`;

/** A place in a cluster, what is put there, and what is found at which release: `code at place`. */
const clusters: readonly (readonly [
  release: string,
  place: string,
  value: PlainData | undefined,
  found: string | undefined,
])[] = [
  // Types
  ["v1 1.7.0", `${GROUP}.replicas`, "2", `api-wrong-type at ${GROUP}.replicas`],
  ["v1 1.7.0", `${GROUP}.replicas`, 2.5, `api-wrong-type at ${GROUP}.replicas`],
  ["v1 1.7.0", `${GROUP}.replicas`, 2, undefined],
  ["v1 1.7.0", `${GROUP}.replicas`, 2_147_483_647, undefined],
  ["v1 1.7.0", `${GROUP}.replicas`, 2_147_483_648, `api-value-not-allowed at ${GROUP}.replicas`],
  ["v1 1.7.0", `${POD}.runtimeClassName`, true, `api-wrong-type at ${POD}.runtimeClassName`],
  ["v1 1.7.0", `${POD}.hostNetwork`, "true", `api-wrong-type at ${POD}.hostNetwork`],
  [
    "v1 1.7.0",
    `${HEAD}.rayStartParams`,
    { "num-cpus": 0 },
    `api-wrong-type at ${HEAD}.rayStartParams["num-cpus"]`,
  ],
  [
    "v1 1.7.0",
    `${HEAD}.rayStartParams`,
    { "num-cpus": null },
    `api-wrong-type at ${HEAD}.rayStartParams["num-cpus"]`,
  ],
  ["v1 1.7.0", `${HEAD}.rayStartParams`, ["num-cpus"], `api-wrong-type at ${HEAD}.rayStartParams`],
  ["v1 1.7.0", `${POD}.nodeSelector`, { count: 8 }, `api-wrong-type at ${POD}.nodeSelector.count`],
  ["v1 1.7.0", `${CONTAINER}.args`, ["a", 1], `api-wrong-type at ${CONTAINER}.args[1]`],
  ["v1 1.7.0", `${CONTAINER}.args`, ["a", null], `api-wrong-type at ${CONTAINER}.args[1]`],
  ["v1 1.7.0", `${CONTAINER}.args`, "a", `api-wrong-type at ${CONTAINER}.args`],
  ["v1 1.7.0", `${CONTAINER}.args`, null, undefined],
  ["v1 1.7.0", "spec", [], "api-wrong-type at spec"],
  ["v1 1.7.0", `${CONTAINER}.livenessProbe`, { httpGet: { port: "http" } }, undefined],
  ["v1 1.7.0", `${CONTAINER}.livenessProbe`, { httpGet: { port: 80 } }, undefined],
  [
    "v1 1.7.0",
    `${CONTAINER}.livenessProbe`,
    { httpGet: { port: 8.5 } },
    `api-wrong-type at ${CONTAINER}.livenessProbe.httpGet.port`,
  ],
  // Metadata
  ["v1 1.7.0", "metadata.labels", { team: 1 }, "api-wrong-type at metadata.labels.team"],
  ["v1 1.7.0", "metadata.annotations", { on: true }, "api-wrong-type at metadata.annotations.on"],
  ["v1 1.7.0", "metadata.name", 5, "api-wrong-type at metadata.name"],
  ["v1 1.7.0", "metadata.team", "a", "api-unknown-field at metadata.team"],
  ["v1 1.7.0", "metadata.creationTimestamp", null, undefined],
  ["v1 1.7.0", "metadata.managedFields", [{ fieldsV1: { "f:spec": {} } }], undefined],
  [
    "v1 1.7.0",
    "metadata.ownerReferences",
    [{ apiVersion: "v1", kind: "A", name: "a" }],
    "api-missing-field at metadata.ownerReferences[0].uid",
  ],
  // Required
  ["v1 1.3.2", `${HEAD}.rayStartParams`, undefined, `api-missing-field at ${HEAD}.rayStartParams`],
  ["v1 1.3.2", `${HEAD}.rayStartParams`, null, `api-missing-field at ${HEAD}.rayStartParams`],
  ["v1 1.4.0", `${HEAD}.rayStartParams`, undefined, undefined],
  ["v1 1.4.0", `${HEAD}.rayStartParams`, null, undefined],
  [
    "v1alpha1 1.7.0",
    `${HEAD}.rayStartParams`,
    undefined,
    `api-missing-field at ${HEAD}.rayStartParams`,
  ],
  ["v1alpha1 0.6.0", `${GROUP}.replicas`, undefined, `api-missing-field at ${GROUP}.replicas`],
  ["v1 1.0.0", `${GROUP}.replicas`, undefined, undefined],
  ["v1 1.0.0", `${GROUP}.maxReplicas`, undefined, undefined],
  [
    "v1alpha1 0.6.0",
    `${GROUP}.maxReplicas`,
    undefined,
    `api-missing-field at ${GROUP}.maxReplicas`,
  ],
  ["v1 1.7.0", `${HEAD}.template`, undefined, `api-missing-field at ${HEAD}.template`],
  ["v1 1.7.0", `${POD}.containers`, undefined, `api-missing-field at ${POD}.containers`],
  ["v1 1.7.0", `${CONTAINER}.name`, undefined, `api-missing-field at ${CONTAINER}.name`],
  ["v1 1.2.2", `${POD}.hostAliases`, [{}], `api-missing-field at ${POD}.hostAliases[0].ip`],
  ["v1 1.1.1", `${POD}.hostAliases`, [{}], undefined],
  [
    "v1 1.6.2",
    "spec.gcsFaultToleranceOptions",
    {},
    "api-missing-field at spec.gcsFaultToleranceOptions.redisAddress",
  ],
  ["v1 1.7.0", "spec.gcsFaultToleranceOptions", {}, undefined],
  // Values
  [
    "v1 1.7.0",
    "spec.autoscalerOptions",
    { upscalingMode: "aggressive" },
    "api-value-not-allowed at spec.autoscalerOptions.upscalingMode",
  ],
  ["v1 1.7.0", "spec.autoscalerOptions", { upscalingMode: "Aggressive" }, undefined],
  [
    "v1 1.4.0",
    "spec.autoscalerOptions",
    { version: "v3" },
    "api-value-not-allowed at spec.autoscalerOptions.version",
  ],
  [
    "v1 1.3.2",
    "spec.autoscalerOptions",
    { version: "v3" },
    "api-field-not-in-release at spec.autoscalerOptions.version",
  ],
  ["v1 1.3.0", "spec.managedBy", "me", "api-rule-broken at spec.managedBy"],
  ["v1 1.3.0", "spec.managedBy", "kueue.x-k8s.io/multikueue", undefined],
  ["v1 1.2.2", "spec.managedBy", "me", "api-field-not-in-release at spec.managedBy"],
  // Amounts
  ["v1 1.7.0", `${CONTAINER}.resources.limits.cpu`, 2, undefined],
  ["v1 1.7.0", `${CONTAINER}.resources.limits.cpu`, "1e3", undefined],
  ["v1 1.7.0", `${CONTAINER}.resources.limits.cpu`, "+.5Gi", undefined],
  [
    "v1 1.7.0",
    `${CONTAINER}.resources.limits.cpu`,
    1.5,
    `api-wrong-type at ${CONTAINER}.resources.limits.cpu`,
  ],
  [
    "v1 1.7.0",
    `${CONTAINER}.resources.limits.cpu`,
    "2 CPUs",
    `api-invalid-quantity at ${CONTAINER}.resources.limits.cpu`,
  ],
  [
    "v1 1.7.0",
    `${CONTAINER}.resources.limits.cpu`,
    "1e1.5",
    `api-invalid-quantity at ${CONTAINER}.resources.limits.cpu`,
  ],
  [
    "v1 1.7.0",
    `${CONTAINER}.resources.limits.cpu`,
    "1e.5",
    `api-invalid-quantity at ${CONTAINER}.resources.limits.cpu`,
  ],
  // Duplicates
  [
    "v1 1.2.0",
    `${CONTAINER}.env`,
    [{ name: "A" }, { name: "A" }],
    `api-duplicate-item at ${CONTAINER}.env[1]`,
  ],
  ["v1 1.1.1", `${CONTAINER}.env`, [{ name: "A" }, { name: "A" }], undefined],
  [
    "v1alpha1 0.6.0",
    `${CONTAINER}.ports`,
    [{ containerPort: 1 }, { containerPort: 1, protocol: "TCP" }],
    `api-duplicate-item at ${CONTAINER}.ports[1]`,
  ],
  [
    "v1alpha1 0.6.0",
    `${CONTAINER}.ports`,
    [{ containerPort: 1 }, { containerPort: 1, protocol: "UDP" }],
    undefined,
  ],
  [
    "v1 1.7.0",
    `${CONTAINER}.env`,
    [{ value: "1" }, { value: "1" }, "a", "a"],
    [
      `api-missing-field at ${CONTAINER}.env[0].name`,
      `api-missing-field at ${CONTAINER}.env[1].name`,
      `api-wrong-type at ${CONTAINER}.env[2]`,
      `api-wrong-type at ${CONTAINER}.env[3]`,
    ].join(" "),
  ],
  ["v1 1.7.0", "metadata.finalizers", ["a", "a"], "api-duplicate-item at metadata.finalizers[1]"],
  // Fields of other releases
  ["v1 1.5.0", "spec.authOptions", {}, "api-field-not-in-release at spec.authOptions"],
  ["v1 1.5.1", "spec.authOptions", {}, undefined],
  ["v1alpha1 1.5.1", "spec.authOptions", {}, "api-field-not-in-release at spec.authOptions"],
  ["v1alpha1 0.5.0", `${HEAD}.headService`, {}, `api-field-not-in-release at ${HEAD}.headService`],
  ["v1alpha1 0.5.2", `${HEAD}.headService`, {}, undefined],
  [
    "v1alpha1 0.4.0",
    "spec.headServiceAnnotations",
    {},
    "api-missing-field at spec.headGroupSpec.serviceType api-field-not-in-release at spec.headServiceAnnotations",
  ],
  ["v1alpha1 0.5.0", "spec.headServiceAnnotations", {}, undefined],
  ["v1 1.0.0", `${HEAD}.replicas`, 1, undefined],
  ["v1 1.1.0", `${HEAD}.replicas`, 1, `api-field-not-in-release at ${HEAD}.replicas`],
  ["v1 1.6.2", `${POD}.workloadRef`, { name: "a", podGroup: "b" }, undefined],
  [
    "v1 1.7.0",
    `${POD}.workloadRef`,
    { name: "a", podGroup: "b" },
    `api-field-not-in-release at ${POD}.workloadRef`,
  ],
  // Keys that other languages know
  ["v1 1.7.0", `${POD}.constructor`, {}, `api-unknown-field at ${POD}.constructor`],
  ["v1 1.7.0", `${POD}["args [string]"]`, {}, `api-unknown-field at ${POD}["args [string]"]`],
  ["v1 1.7.0", `${POD}["*"]`, {}, `api-unknown-field at ${POD}["*"]`],
];

test.each(clusters)("RayCluster %s with %s %j", (release, place, value, found) => {
  const path = parsePath(place);
  const changed = replaceAt(cluster(), path ?? [], () => value);
  expect(findings(`RayCluster ${release}`, changed).join(" ")).toBe(found ?? "");
});

const jobs: readonly (readonly [release: string, spec: PlainObject, found: string | undefined])[] =
  [
    ["v1 1.2.1", {}, "api-missing-field at spec.entrypoint"],
    ["v1 1.2.2", {}, undefined],
    ["v1alpha1 1.7.0", {}, "api-missing-field at spec.entrypoint"],
    [
      "v1alpha1 0.5.0",
      { entrypoint: "a", suspend: true },
      "api-field-not-in-release at spec.suspend",
    ],
    ["v1alpha1 0.5.2", { entrypoint: "a", suspend: true }, undefined],
    ["v1 1.2.2", { deletionPolicy: "x" }, "api-field-not-in-release at spec.deletionPolicy"],
    ["v1 1.3.0", { deletionPolicy: "x" }, "api-rule-broken at spec.deletionPolicy"],
    ["v1 1.4.2", { deletionPolicy: "DeleteSelf" }, undefined],
    [
      "v1 1.5.0",
      { deletionPolicy: "DeleteSelf" },
      "api-field-not-in-release at spec.deletionPolicy",
    ],
    ["v1 1.5.0", { deletionStrategy: {} }, "api-rule-broken at spec.deletionStrategy"],
    ["v1 1.5.0", { deletionStrategy: "x" }, "api-wrong-type at spec.deletionStrategy"],
    ["v1 1.5.0", { deletionStrategy: { onSuccess: {}, onFailure: {} } }, undefined],
    [
      "v1 1.5.0",
      { deletionStrategy: { onSuccess: {} } },
      "api-rule-broken at spec.deletionStrategy",
    ],
    ["v1 1.5.0", strategy([]), "api-value-not-allowed at spec.deletionStrategy.deletionRules"],
    ["v1 1.5.0", strategy([rule({ jobStatus: "FAILED" })]), undefined],
    [
      "v1 1.5.0",
      { deletionStrategy: { deletionRules: [rule({ jobStatus: "FAILED" })], onSuccess: {} } },
      "api-rule-broken at spec.deletionStrategy",
    ],
    [
      "v1 1.5.0",
      { deletionStrategy: { deletionRules: [rule({ jobStatus: "FAILED" })], onFailure: {} } },
      "api-rule-broken at spec.deletionStrategy",
    ],
    [
      "v1 1.5.0",
      strategy([rule({})]),
      "api-missing-field at spec.deletionStrategy.deletionRules[0].condition.jobStatus",
    ],
    [
      "v1 1.6.0",
      strategy([rule({})]),
      "api-rule-broken at spec.deletionStrategy.deletionRules[0].condition",
    ],
    [
      "v1 1.6.0",
      strategy([rule({ jobStatus: "FAILED", jobDeploymentStatus: "Failed" })]),
      "api-rule-broken at spec.deletionStrategy.deletionRules[0].condition",
    ],
    ["v1 1.6.0", strategy([rule({ jobDeploymentStatus: "Failed" })]), undefined],
    [
      "v1 1.6.0",
      { preRunningDeadlineSeconds: 0 },
      "api-value-not-allowed at spec.preRunningDeadlineSeconds",
    ],
    ["v1 1.6.0", { preRunningDeadlineSeconds: 1 }, undefined],
  ];

test.each(jobs)("RayJob %s with %j", (release, spec, found) => {
  const manifest = { apiVersion: `ray.io/${release.split(" ")[0]}`, kind: "RayJob", spec };
  expect(findings(`RayJob ${release}`, manifest).join(" ")).toBe(found ?? "");
});

const QUOTES = "Put the value in quotes, so that YAML keeps it as a string.";

const misplaced: readonly (readonly [place: string, value: PlainData, hint: string])[] = [
  [`${HEAD}.template.schedulerName`, "a", `It belongs at ${POD}.schedulerName.`],
  [`${CONTAINER}.tolerations`, [], `It belongs at ${POD}.tolerations.`],
  [`${POD}.nodeselector`, {}, "Did you mean nodeSelector?"],
  [`${HEAD}.nodeSelector`, {}, `It belongs at ${POD}.nodeSelector.`],
  [`${HEAD}.containers`, [], `It belongs at ${POD}.containers.`],
  [`${POD}.image`, "a", `It belongs at ${POD}.containers[].image.`],
  [`${CONTAINER}.limits`, {}, `It belongs at ${CONTAINER}.resources.limits.`],
  [`${POD}.labels`, {}, `It belongs at ${HEAD}.template.metadata.labels or ${HEAD}.labels.`],
  ["spec.minReplicas", 1, "It belongs at spec.workerGroupSpecs[].minReplicas."],
  [
    "spec.rayStartParams",
    {},
    `It belongs at ${HEAD}.rayStartParams or spec.workerGroupSpecs[].rayStartParams.`,
  ],
  [`${HEAD}.rayVersion`, "2", "It belongs at spec.rayVersion."],
  ["rayVersion", "2", "It belongs at spec.rayVersion."],
  [`${CONTAINER}.stray`, 1, "Remove it."],
  // What a container has is not meant for those that the operator adds.
  [
    "spec.image",
    "a",
    `It belongs at ${POD}.containers[].image or spec.workerGroupSpecs[].template.spec.containers[].image.`,
  ],
  [`${HEAD}.image`, "a", `It belongs at ${POD}.containers[].image.`],
  ["spec.upscalingMode", "Default", "It belongs at spec.autoscalerOptions.upscalingMode."],
  ["spec.labels", {}, "It belongs at metadata.labels."],
  ["labels", {}, "It belongs at metadata.labels."],
  ["namespace", 1, "Remove it."],
  ["name", "a", "Remove it."],
  ["spec.version", "v2", "It belongs at spec.autoscalerOptions.version."],
  ["spec.version", "2.52.0", "Did you mean rayVersion?"],
  // Short names, of which there is one.
  ["spec.enable_autoscaling", true, "Did you mean enableInTreeAutoscaling?"],
  [`${CONTAINER}.pullPolicy`, "Always", "Did you mean imagePullPolicy?"],
  [`${CONTAINER}.probe`, {}, "Remove it."],
  [`${HEAD}.type`, "ClusterIP", "Did you mean serviceType?"],
  // Levels and names that their content gives away.
  ["spec.spec", { rayVersion: "2" }, "Remove this level: what is in it belongs in spec itself."],
  ["spec.spec", { rayVersion: "2", stray: 1 }, "Remove it."],
  ["spec.spec", {}, "Remove it."],
  [
    "spec.options",
    { idleTimeoutSeconds: 60, upscalingMode: "Default" },
    "Did you mean autoscalerOptions?",
  ],
  ["spec.apiVersion", "ray.io/v1", "Remove it."],
  ['spec["rayVersion:2"]', null, 'Put a space after the colon: "rayVersion: 2".'],
  ['spec["stray:2"]', null, "Remove it."],
  [`${CONTAINER}.imagePullPolicies`, "a", "Did you mean imagePullPolicy?"],
];

test.each([
  ["nvidia.com/gpu", 0.5, "Write a whole number."],
  ["google.com/tpu", 1.5, "Write a whole number."],
  ["cpu", 0.5, 'Put the amount in quotes: "0.5".'],
  ["memory", 1.5, 'Put the amount in quotes: "1.5".'],
])("a fraction of %s has a hint that leads to no other mistake", (key, amount, hint) => {
  const manifest = withContainers(container("ray", { resources: { limits: { [key]: amount } } }));
  const found = checkAgainstApi(manifest, apiOf("RayCluster v1 1.7.0"));
  expect(found.map((finding) => [finding.code, finding.hint])).toEqual([["api-wrong-type", hint]]);
});

test.each(misplaced)("%s %j has a better place or name", (place, value, hint) => {
  const changed = replaceAt(cluster(), parsePath(place) ?? [], () => value);
  const found = checkAgainstApi(asData(changed), apiOf("RayCluster v1 1.7.0"));
  expect(found.map((finding) => [formatPath(finding.path), finding.code, finding.hint])).toEqual([
    [place, "api-unknown-field", hint],
  ]);
});

const INDENTED = "Write an object, with its fields on separate lines, indented further.";

test.each<readonly [field: string, item: PlainData, hint: string]>([
  ["ports", 6379, 'Write "containerPort: 6379" behind the dash.'],
  ["ports", "6379:6379", INDENTED],
  ["env", "A=b c", 'Write name: A behind the dash, and value: "b c" below it.'],
  ["env", "A", 'Write "name: A" behind the dash.'],
  ["env", "A: b", INDENTED],
  ["volumeMounts", "data", INDENTED],
])("an item of %s that is %j has a hint of what to write", (field, item, hint) => {
  const manifest = withContainers(container("ray", { [field]: [item] }));
  const found = checkAgainstApi(manifest, apiOf("RayCluster v1 1.7.0"));
  expect(found.map((finding) => [finding.code, finding.hint])).toEqual([["api-wrong-type", hint]]);
});

test("the name of a pull secret alone has a hint", () => {
  const manifest = withHead({ imagePullSecrets: ["registry"] });
  const found = checkAgainstApi(manifest, apiOf("RayCluster v1 1.7.0"));
  expect(found.map(({ hint }) => hint)).toEqual(['Write "name: registry" behind the dash.']);
});

test("metadata of a cluster inside a job is not meant for the job in Ray", () => {
  const manifest = {
    apiVersion: "ray.io/v1",
    kind: "RayJob",
    metadata: { name: "a" },
    spec: { rayClusterSpec: { metadata: { name: "a" }, ...spec() } },
  };
  const found = checkAgainstApi(asData(manifest), apiOf("RayJob v1 1.7.0"));
  expect(found.map(({ path, hint }) => [formatPath(path), hint])).toEqual([
    ["spec.rayClusterSpec.metadata", "Remove it."],
  ]);
});

test.each<readonly [kind: string, spec: PlainObject, path: string, hint: string]>([
  [
    "RayService",
    { serveConfigV2: { applications: [] } },
    "spec.serveConfigV2",
    'Make it text: write "serveConfigV2: |", and keep the lines below it indented.',
  ],
  ["RayService", { serveConfigV2: 1 }, "spec.serveConfigV2", QUOTES],
  [
    "RayJob",
    { metadata: { labels: { team: "a" } } },
    "spec.metadata.labels",
    "This is the metadata of the job in Ray: the labels of the object belong at metadata.labels, those of a pod belong at template.metadata.labels.",
  ],
  [
    "RayCronJob",
    { schedule: "@daily", jobTemplate: { metadata: { annotations: {} } } },
    "spec.jobTemplate.metadata.annotations",
    "This is the metadata of the job in Ray: KubeRay gives no annotations to the jobs of a schedule, those of a pod belong at template.metadata.annotations.",
  ],
  [
    "RayJob",
    { clusterSelector: { matchLabels: { "ray.io/cluster": "a" } } },
    "spec.clusterSelector.matchLabels",
    "Write the label ray.io/cluster and the name of the RayCluster right below clusterSelector.",
  ],
  ["RayJob", { metadata: { labels: 1 } }, "spec.metadata.labels", QUOTES],
  ["RayJob", { metadata: { team: {} } }, "spec.metadata.team", "Write a string."],
  [
    "RayService",
    { rayClusterConfig: { headGroupSpec: { resources: { limits: { cpu: "1" } } } } },
    "spec.rayClusterConfig.headGroupSpec.resources.limits",
    "A group's resources are Ray's, such as CPU: \"4\"; those of a container belong at template.spec.containers[].resources.limits.",
  ],
  [
    "RayService",
    { rayClusterConfig: { headGroupSpec: { resources: { limits: 1 } } } },
    "spec.rayClusterConfig.headGroupSpec.resources.limits",
    QUOTES,
  ],
  [
    "RayService",
    { rayClusterConfig: "rayVersion:2.52.0" },
    "spec.rayClusterConfig",
    'Put a space after the colon: "rayVersion: 2.52.0".',
  ],
  [
    "RayService",
    { rayClusterConfig: "https://example.com" },
    "spec.rayClusterConfig",
    "Write an object, with its fields on separate lines, indented further.",
  ],
  [
    "RayService",
    { rayClusterConfig: { headGroupSpec: { rayStartParams: { "num-cpus:4": null } } } },
    'spec.rayClusterConfig.headGroupSpec.rayStartParams["num-cpus:4"]',
    'Put a space after the colon: "num-cpus: 4".',
  ],
])("%s %j is of the wrong type, and the hint says how to write it", (kind, spec, path, hint) => {
  const data = asData({ apiVersion: "ray.io/v1", kind, metadata: { name: "a" }, spec });
  const found = checkAgainstApi(data, apiOf(`${kind} v1 1.7.0`));
  const wrong = found.filter(({ code }) => code === "api-wrong-type");
  expect(wrong.map((each) => [formatPath(each.path), each.hint])).toEqual([[path, hint]]);
});

test.each(["", "spec."])("%sname belongs in metadata that has none", (at) => {
  const base = { ...cluster(), metadata: { namespace: "ml" } };
  const changed = replaceAt(base, parsePath(`${at}name`) ?? [], () => "train");
  const [found] = checkAgainstApi(asData(changed), apiOf("RayCluster v1 1.7.0"));
  expect([found?.hint, found?.meant]).toEqual([
    "It belongs at metadata.name.",
    [["metadata", "name"]],
  ]);
});

test("a field of another release says which", () => {
  const message = (release: string, place: string) => {
    const changed = replaceAt(cluster(), parsePath(place) ?? [], () => 1);
    const [found] = checkAgainstApi(asData(changed), apiOf(`RayCluster ${release}`));
    return [found?.message, found?.hint];
  };
  expect(message("v1 1.3.0", `${GROUP}.priority`)).toEqual([
    "KubeRay 1.3.0 has no field priority, which came with 1.7.0: the API server drops it.",
    "Remove it, or use KubeRay 1.7.0 or newer.",
  ]);
  expect(message("v1alpha1 1.7.0", `${GROUP}.priority`)).toEqual([
    "ray.io/v1alpha1 has no field priority: the API server drops it, and kubectl refuses the manifest.",
    "Write apiVersion: ray.io/v1, which has it in KubeRay 1.7.0.",
  ]);
  expect(message("v1alpha1 1.3.0", `${GROUP}.priority`)).toEqual([
    "KubeRay 1.3.0 has no field priority, which came with 1.7.0: the API server drops it.",
    "Remove it, or use KubeRay 1.7.0 or newer and apiVersion: ray.io/v1.",
  ]);
  expect(message("v1 1.1.0", `${HEAD}.replicas`)).toEqual([
    "KubeRay 1.1.0 has no field replicas any more: 1.1.0 removed it, so the API server drops it.",
    "Remove it.",
  ]);
});

test("findings come in the order of the document, and a key is meant where it is unknown", () => {
  const manifest = withHead({ b: 1, containers: [container("a", { command: "x" })], a: 1 });
  const found = checkAgainstApi(manifest, apiOf("RayCluster v1 1.7.0"));
  expect(found.map(({ path, target }) => [path.at(-1), target])).toEqual([
    ["command", undefined],
    ["b", "key"],
    ["a", "key"],
  ]);
  expect(found.every(({ document }) => document === "manifest")).toBe(true);
});

test("an item that another one repeats tells where the first one is", () => {
  const env = [{ name: "A" }, { name: "B" }, { name: "A" }, { name: "A" }];
  const [found, again, ...others] = checkAgainstApi(
    withContainers(container("ray-head", { env })),
    apiOf("RayCluster v1 1.7.0"),
  );
  expect(again?.message).toBe('env[3] has the name "A", which env[0] already has.');
  expect(others).toEqual([]);
  expect([found]).toEqual([
    {
      code: "api-duplicate-item",
      document: "manifest",
      path: [...(parsePath(CONTAINER) ?? []), "env", 2],
      target: "value",
      message: 'env[2] has the name "A", which env[0] already has.',
      hint: "Remove one of them, or give it another name.",
      related: [
        {
          document: "manifest",
          path: [...(parsePath(CONTAINER) ?? []), "env", 0],
          message: "The first one.",
        },
      ],
    },
  ]);
});

test("better names are looked for no more often than they can be shown", () => {
  const strays = Array.from({ length: 60 }, (_, index) => [`nodeSelector${index}`, {}]);
  const found = checkAgainstApi(withHead(Object.fromEntries(strays)), apiOf("RayCluster v1 1.7.0"));
  const hints = found.map(({ hint }) => hint);
  expect(hints.slice(0, 50)).toEqual(Array(50).fill("Did you mean nodeSelector?"));
  expect(hints.slice(50)).toEqual(Array(10).fill("Remove it."));
});

test("a manifest that is no object is of the wrong type, and nothing else is said", () => {
  for (const data of [null, [], "RayCluster", 1]) {
    expect(findings("RayCluster v1 1.7.0", data)).toEqual(["api-wrong-type at (document)"]);
  }
});

function findings(api: string, data: unknown): readonly string[] {
  const found = checkAgainstApi(asData(data), apiOf(api));
  return found.map(({ code, path }) => `${code} at ${formatPath(path)}`);
}

function strategy(deletionRules: readonly PlainObject[]): PlainObject {
  return { deletionStrategy: { deletionRules } };
}

function rule(condition: PlainObject): PlainObject {
  return { policy: "DeleteSelf", condition };
}

/** What comes out of JSON again is plain data. */
function asData(value: unknown): PlainData {
  return JSON.parse(JSON.stringify(value));
}
