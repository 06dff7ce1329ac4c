import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { briefly, compared } from "./compared.ts";
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

/** A law, the place that a report names, the manifest, and the first release that refuses it. */
const broken: readonly (readonly [string, string, PlainObject, string, string])[] = [
  ["containers", `${HEAD}.template.spec.containers`, withContainers(), "0.4.0", ""],
  [
    "fault-tolerance",
    'metadata.annotations["ray.io/ft-enabled"]',
    cluster(merge(options, { metadata: { annotations: { "ray.io/ft-enabled": "true" } } })),
    "1.3.0",
    "1.2.0",
  ],
  [
    "fault-tolerance",
    `${ENV}[REDIS_PASSWORD]`,
    head([{ name: "A" }, { name: "REDIS_PASSWORD" }], options),
    "1.3.0",
    "1.2.0",
  ],
  [
    "autoscaler-pin",
    "spec.autoscalerOptions.version",
    head([{ name: V2, value: "0" }], scaling),
    "1.4.0",
    "1.3.0",
  ],
  ["node-labels", `${GROUP}.labels["a b"]`, workers({ labels: { "a b": "c" } }), "1.5.0", "1.4.0"],
  ["replica-bounds", `${GROUP}.minReplicas`, workers({ minReplicas: 3 }), "1.6.0", "1.5.0"],
  [
    "autoscaler-command",
    "spec.autoscalerOptions.env[KUBERAY_GEN_AUTOSCALER_START_CMD]",
    cluster({
      spec: { autoscalerOptions: { env: [{ name: "KUBERAY_GEN_AUTOSCALER_START_CMD" }] } },
    }),
    "1.7.0",
    "1.6.0",
  ],
  [
    "network-policy-groups",
    "spec.workerGroupSpecs[A_b].groupName",
    cluster({ spec: { networkPolicy: {}, workerGroupSpecs: [null, group("A_b")] } }),
    "1.7.0",
    "1.6.0",
  ],
];

test.each(broken)("%s is refused at %s", (code, path, manifest, kuberayVersion, before) => {
  const diff = compared(undefined, manifest, { kuberayVersion });
  expect(diff.refusals.map((refusal) => [refusal.code, refusal.path])).toContainEqual([code, path]);
  expect(diff.effect).toBe("rejected");
  const reason = diff.refusals.map(({ message }) => message).join(" ");
  expect(diff.changes).toMatchObject([{ effect: "rejected", reason }]);
  if (before === "") return;
  const earlier = compared(undefined, manifest, { kuberayVersion: before });
  expect(earlier.refusals.map((refusal) => refusal.code)).not.toContain(code);
});

test("a refusal names an item as a change of it does", () => {
  const twice = head([{ name: "A" }, { name: "A" }]);
  expect(compared(undefined, twice).refusals).toMatchObject([{ path: `${ENV}["A#2"]` }]);
  // Of a set, where two items of one name are told apart by all that they are.
  const toleration = { key: "b b", operator: "Exists", effect: "NoExecute" };
  const tolerations = [toleration, { ...toleration, tolerationSeconds: 5 }];
  const paths = compared(undefined, withHead({ tolerations })).pod_refusals.map(({ path }) => path);
  expect(new Set(paths)).toEqual(
    new Set([`${HEAD}.template.spec.tolerations["b b:NoExecute"].key`]),
  );
  expect(paths).toHaveLength(2);
});

test("an item that goes has no part in what another is refused for", () => {
  const before = cluster({ spec: { workerGroupSpecs: [group("workers"), group("other")] } });
  expect(briefly(compared(before, workers({ minReplicas: 3 })))).toEqual([
    "- spec.workerGroupSpecs[other] none",
    `~ ${GROUP}.minReplicas rejected`,
  ]);
});

test("what is only surely not meant is no refusal", () => {
  expect(compared(undefined, cluster({ spec: { autoscalerOptions: {} } })).refusals).toEqual([]);
});

test("feature gates decide", () => {
  const manifest = cluster({ spec: { tlsOptions: { enabled: true } } });
  const refusals = (featureGates: string) =>
    compared(undefined, manifest, { featureGates }).refusals.map(({ code }) => code);
  expect(refusals("")).toEqual(["tls-options"]);
  expect(refusals("RayClusterMTLS=true")).toEqual([]);
  expect(refusals("RayClusterMTLS=false")).toEqual(["tls-options"]);
});

test.each(["0.6.0", "1.2.0", "1.7.0", "1.8.0"])(
  "what is refused at %s is what validating finds",
  (kuberayVersion) => {
    const manifests = [
      ...broken.map(([, , manifest]) => manifest),
      cluster({
        spec: { rayVersion: 2, workerGroupSpecs: [group("workers", { minReplicas: "a" })] },
      }),
      withHead({ gatesOfMind: true, volumes: [{ name: "a b" }] }),
      cluster({ apiVersion: "ray.io/v2", metadata: { name: "" } }),
    ];
    for (const manifest of manifests) {
      const { refusals, pod_refusals, dropped } = compared(cluster(), manifest, {
        kuberayVersion,
      });
      const told = [...refusals, ...pod_refusals, ...dropped].map(({ message }) => message);
      const found = validateManifests(manifest, { kuberayVersion, featureGates: "" }).diagnostics;
      const errors = found.filter(({ severity }) => severity === "error");
      expect(told.toSorted()).toEqual(errors.map(({ message }) => message).toSorted());
    }
  },
);

test("a feature gate that the release does not have is a diagnostic", () => {
  const diff = diffManifests(undefined, cluster(), { featureGates: "RayClusterMTSL=true" });
  expect(diff).toMatchObject({ ok: false, diagnostics: [{ path: ["featureGates"] }] });
});

test("KubeRay before 1.0 serves ray.io/v1alpha1 alone", () => {
  const old = cluster({ apiVersion: "ray.io/v1alpha1" });
  const diff = compared(old, cluster(), { kuberayVersion: "0.6.0" });
  expect(diff.changes).toMatchObject([{ path: "apiVersion", effect: "rejected" }]);
  expect(compared(undefined, old, { kuberayVersion: "0.6.0" }).refusals).toEqual([]);
  const unknown = cluster({ apiVersion: "ray.io/v2" });
  expect(compared(undefined, unknown).refusals).toMatchObject([{ code: "api-kind-not-served" }]);
  expect(compared(undefined, unknown, { kuberayVersion: "9.0.0" }).refusals).toEqual([]);
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
  expect(same).toMatchObject({
    same: true,
    effect: "none",
    refusals: [{ code: "replica-bounds" }],
  });
  const other = compared(manifest, merge(manifest, { spec: { rayVersion: "2.53.0" } }));
  expect(other).toMatchObject({ effect: "rejected", changes: [{ effect: "new-pods-only" }] });
});
