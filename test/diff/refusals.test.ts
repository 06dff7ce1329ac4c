import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import type { RefusalCode } from "../../src/diff/compare/refusals/registry.ts";
import { refusalRules } from "../../src/diff/compare/refusals/registry.ts";
import type { KuberayRelease } from "../../src/kuberay/releases.ts";
import { kuberayReleases } from "../../src/kuberay/releases.ts";
import { formatVersion, isAtLeast } from "../../src/kuberay/version.ts";
import { compared } from "./compared.ts";
import { cluster, container, group, merge, withContainers, withHead } from "./manifests.ts";

const scaling = { spec: { enableInTreeAutoscaling: true, autoscalerOptions: { version: "v2" } } };

function head(env: readonly PlainObject[], changes: PlainObject = {}): PlainObject {
  return merge(withContainers(container("ray-head", { env })), changes);
}

function workers(changes: PlainObject, others: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: { workerGroupSpecs: [group("workers", changes)] } }), others);
}

const V2 = "RAY_enable_autoscaler_v2";
const options = { spec: { gcsFaultToleranceOptions: { redisAddress: "redis:6379" } } };
const HEAD = "spec.headGroupSpec";
const ENV = `${HEAD}.template.spec.containers[ray-head].env`;
const GROUP = "spec.workerGroupSpecs[workers]";

const broken: readonly (readonly [RefusalCode, string, PlainObject])[] = [
  ["containers", `${HEAD}.template.spec.containers`, withContainers()],
  [
    "containers",
    `${GROUP}.template.spec.containers`,
    workers({ template: { spec: { containers: [] } } }),
  ],
  [
    "fault-tolerance",
    'metadata.annotations["ray.io/ft-enabled"]',
    cluster(merge(options, { metadata: { annotations: { "ray.io/ft-enabled": "true" } } })),
  ],
  [
    "fault-tolerance",
    'metadata.annotations["ray.io/external-storage-namespace"]',
    cluster(
      merge(options, { metadata: { annotations: { "ray.io/external-storage-namespace": "a" } } }),
    ),
  ],
  [
    "fault-tolerance",
    `${ENV}[RAY_REDIS_ADDRESS]`,
    head([{ name: "RAY_REDIS_ADDRESS", value: "a" }]),
  ],
  [
    "fault-tolerance",
    `${ENV}[RAY_REDIS_ADDRESS]`,
    head([{ name: "RAY_REDIS_ADDRESS", value: "a" }], options),
  ],
  ["fault-tolerance", `${ENV}[REDIS_PASSWORD]`, head([{ name: "REDIS_PASSWORD" }], options)],
  ["fault-tolerance", `${ENV}[REDIS_USERNAME]`, head([{ name: "REDIS_USERNAME", value: "a" }])],
  [
    "fault-tolerance",
    `${HEAD}.rayStartParams["redis-password"]`,
    cluster(
      merge(options, { spec: { headGroupSpec: { rayStartParams: { "redis-password": "a" } } } }),
    ),
  ],
  [
    "fault-tolerance",
    `${HEAD}.rayStartParams["redis-username"]`,
    cluster({ spec: { headGroupSpec: { rayStartParams: { "redis-username": "a" } } } }),
  ],
  ["suspended-group", `${GROUP}.suspend`, workers({ suspend: true }, scaling)],
  ["cluster-name", "metadata.name", cluster({ metadata: { name: "a".repeat(54) } })],
  ["cluster-name", "metadata.name", cluster({ metadata: { name: "1a" } })],
  ["autoscaler-pin", "spec.autoscalerOptions.version", head([{ name: V2, value: "0" }], scaling)],
  [
    "restart-policy",
    `${HEAD}.template.spec.restartPolicy`,
    withHead({ restartPolicy: "Always" }, scaling),
  ],
  [
    "restart-policy",
    `${GROUP}.template.spec.restartPolicy`,
    workers({ template: { spec: { restartPolicy: "OnFailure" } } }, scaling),
  ],
  [
    "resources-twice",
    `${GROUP}.rayStartParams["num-cpus"]`,
    workers({ rayStartParams: { "num-cpus": "1" }, resources: { CPU: "1" } }),
  ],
  [
    "node-labels",
    `${HEAD}.rayStartParams.labels`,
    cluster({ spec: { headGroupSpec: { rayStartParams: { labels: "" } } } }),
  ],
  ["node-labels", `${GROUP}.labels["a b"]`, workers({ labels: { "a b": "c" } })],
  ["node-labels", `${GROUP}.labels.a`, workers({ labels: { a: "b c" } })],
  ["autoscaler-switch", `${ENV}[${V2}]`, head([{ name: V2, value: "1" }])],
  ["autoscaler-switch", `${ENV}[${V2}]`, head([{ name: V2, value: "true" }])],
  [
    "token-authentication",
    "spec.authOptions.mode",
    cluster({ spec: { authOptions: { mode: "token" }, rayVersion: "2.51.0" } }),
  ],
  [
    "token-authentication",
    "spec.authOptions.mode",
    cluster({ spec: { authOptions: { mode: "token" }, rayVersion: "nightly" } }),
  ],
  ["worker-bounds", `${GROUP}.minReplicas`, workers({ minReplicas: 3 })],
  ["worker-bounds", `${GROUP}.minReplicas`, workers({ maxReplicas: -1 })],
  [
    "idle-timeout",
    "spec.autoscalerOptions.idleTimeoutSeconds",
    cluster({ spec: { autoscalerOptions: { idleTimeoutSeconds: -1 } } }),
  ],
  ["idle-timeout", `${GROUP}.idleTimeoutSeconds`, workers({ idleTimeoutSeconds: 0 })],
  ["idle-timeout", `${GROUP}.idleTimeoutSeconds`, workers({ idleTimeoutSeconds: -5 }, scaling)],
  [
    "kubernetes-tokens",
    "spec.authOptions.enableK8sTokenAuth",
    cluster({
      spec: { authOptions: { enableK8sTokenAuth: true, mode: "disabled" }, rayVersion: "2.55.0" },
    }),
  ],
  [
    "kubernetes-tokens",
    "spec.authOptions.enableK8sTokenAuth",
    cluster({
      spec: {
        authOptions: { enableK8sTokenAuth: true, mode: "token", secretName: "a" },
        rayVersion: "2.55.0",
      },
    }),
  ],
  [
    "kubernetes-tokens",
    "spec.authOptions.enableK8sTokenAuth",
    cluster({
      spec: { authOptions: { enableK8sTokenAuth: true, mode: "token" }, rayVersion: "2.54.0" },
    }),
  ],
  [
    "upgrade-strategy",
    "spec.upgradeStrategy.type",
    cluster({ spec: { upgradeStrategy: { type: "Rolling" } } }),
  ],
  ["group-priority", `${GROUP}.priority`, workers({ priority: 1 }, scaling)],
  [
    "autoscaler-command",
    "spec.autoscalerOptions.env[KUBERAY_GEN_AUTOSCALER_START_CMD]",
    cluster({
      spec: { autoscalerOptions: { env: [{ name: "KUBERAY_GEN_AUTOSCALER_START_CMD" }] } },
    }),
  ],
  [
    "network-policy-groups",
    "spec.workerGroupSpecs[A_b]",
    cluster({ spec: { networkPolicy: {}, workerGroupSpecs: [group("A_b")] } }),
  ],
];

test.each(broken)("%s is refused at %s", (code, path, manifest) => {
  const rule = refusalRules.find((candidate) => candidate.code === code);
  if (rule === undefined) expect.fail(`There is no rule ${code}.`);
  const { since } = rule;
  const diff = compared(undefined, manifest, { kuberayVersion: formatVersion(since) });
  expect(diff.refusals.map((refusal) => [refusal.code, refusal.path])).toContainEqual([code, path]);
  expect(diff.effect).toBe("rejected");
  const minor = since.patch > 0 ? since.minor : since.minor - 1;
  const before = compared(undefined, manifest, { kuberayVersion: `${since.major}.${minor}.0` });
  expect(before.refusals.map((refusal) => refusal.code)).not.toContain(code);
});

test("KubeRay before 1.0 serves ray.io/v1alpha1 alone", () => {
  const old = cluster({ apiVersion: "ray.io/v1alpha1" });
  const diff = compared(old, cluster(), { kuberayVersion: "0.6.0" });
  expect(diff.changes).toMatchObject([{ path: "apiVersion", effect: "rejected" }]);
  expect(compared(undefined, old, { kuberayVersion: "0.6.0" }).refusals).toEqual([]);
  const unknown = cluster({ apiVersion: "ray.io/v2" });
  expect(compared(undefined, unknown).refusals).toMatchObject([{ code: "api-version" }]);
  expect(compared(undefined, unknown, { kuberayVersion: "9.0.0" }).refusals).toEqual([]);
});

test("every rule is broken by a manifest of these tests", () => {
  const tried = new Set([...broken.map(([code]) => code), "api-version"]);
  expect(refusalRules.map(({ code }) => code).filter((code) => !tried.has(code))).toEqual([]);
});

test.each<readonly [string, PlainObject]>([
  ["the plain cluster", cluster()],
  ["autoscaler v2 by the field", cluster(scaling)],
  [
    "autoscaler v2 by the environment",
    head([{ name: V2, value: "1" }], { spec: { enableInTreeAutoscaling: true } }),
  ],
  ["autoscaler v1 by the environment", head([{ name: V2, value: "0" }])],
  ["a restart policy without autoscaling", withHead({ restartPolicy: "Always" })],
  ["fault tolerance by options", cluster(options)],
  [
    "fault tolerance by annotation",
    head([{ name: "RAY_REDIS_ADDRESS", value: "a" }], {
      metadata: { annotations: { "ray.io/ft-enabled": "TRUE" } },
    }),
  ],
  ["a group without bounds", workers({ minReplicas: null, maxReplicas: null })],
  ["a name of 53 characters", cluster({ metadata: { name: "a".repeat(53) } })],
  [
    "Kubernetes tokens",
    cluster({
      spec: { authOptions: { enableK8sTokenAuth: true, mode: "token" }, rayVersion: "2.55.0" },
    }),
  ],
  [
    "a priority under v2",
    workers({ priority: 1 }, merge(scaling, { spec: { rayVersion: "2.56.0" } })),
  ],
  [
    "a field that is dropped",
    cluster({ apiVersion: "ray.io/v1alpha1", spec: { upgradeStrategy: { type: "Rolling" } } }),
  ],
])("%s is not refused", (_name, manifest) => {
  expect(compared(undefined, manifest).refusals).toEqual([]);
});

test("a manifest that is refused as before changes nothing", () => {
  const manifest = workers({ minReplicas: 3 });
  const same = compared(manifest, manifest);
  expect(same).toMatchObject({ same: true, effect: "none", refusals: [{ code: "worker-bounds" }] });
  const other = compared(manifest, merge(manifest, { spec: { rayVersion: "2.53.0" } }));
  expect(other).toMatchObject({ effect: "rejected", changes: [{ effect: "new-pods-only" }] });
});

test("the rules agree with the table of releases", () => {
  const refuses = (code: RefusalCode, { since }: KuberayRelease) => {
    const rule = refusalRules.find((candidate) => candidate.code === code);
    return rule !== undefined && isAtLeast(since, rule.since.major, rule.since.minor);
  };
  for (const release of kuberayReleases) {
    expect(refuses("cluster-name", release)).toBe(release.refusesWrongNames);
    expect(refuses("worker-bounds", release)).toBe(release.refusesWrongBounds);
    expect(refuses("autoscaler-pin", release)).toBe(release.autoscalerV2 === "field");
  }
});
