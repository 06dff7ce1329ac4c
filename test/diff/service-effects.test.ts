import { expect, test } from "vitest";
import { briefly, compared, comparedRow } from "./compared.ts";
import { expectBoundary } from "./expect-boundary.ts";
import { container, group, merge } from "./manifests.ts";
import { service } from "./owners.ts";
import {
  config,
  groups,
  head,
  image,
  incremental,
  serviceEffectBoundaries,
  serviceEffectRows,
  suspended,
  workers,
} from "./service-effect-rows.ts";

test.each(serviceEffectRows)(
  "%s, in the newest release",
  (_name, before, after, effect, reason) => {
    const diff = comparedRow(before, after);
    expect(diff.effect).toBe(effect);
    const told = [...diff.changes, ...diff.spelling].map((change) => change.reason).join(" ");
    expect(told).toContain(reason ?? "");
  },
);

test("what goes with a new cluster says so", () => {
  const diff = compared(
    service({ serveService: { spec: { type: "ClusterIP" } } }),
    service(
      merge(merge(image, workers({ replicas: 5, maxReplicas: 5 })), {
        serveConfigV2: config,
        serveService: { spec: { type: "NodePort" } },
      }),
      { metadata: { labels: { a: "b" } } },
    ),
  );
  expect(briefly(diff)).toEqual([
    "+ metadata.labels.a new-cluster",
    "~ spec.rayClusterConfig.headGroupSpec.template.spec.containers[ray-head].image new-cluster",
    "~ spec.rayClusterConfig.workerGroupSpecs[workers].maxReplicas new-cluster",
    "~ spec.rayClusterConfig.workerGroupSpecs[workers].replicas new-cluster",
    "~ spec.serveConfigV2 new-cluster",
    "~ spec.serveService.spec.type address",
  ]);
});

test("what is written anew with a group that is added takes effect on the cluster that serves", () => {
  const after = service(groups(group("workers", { replicas: 4, maxReplicas: 4 }), group("b")), {
    metadata: { annotations: { "ray.io/ft-enabled": "true" } },
  });
  expect(briefly(compared(service(), after))).toEqual([
    '+ metadata.annotations["ray.io/ft-enabled"] new-pods-only',
    "+ spec.rayClusterConfig.workerGroupSpecs[b] scale",
    "~ spec.rayClusterConfig.workerGroupSpecs[workers].maxReplicas scale",
    "~ spec.rayClusterConfig.workerGroupSpecs[workers].replicas scale",
  ]);
});

test("what changes while a service is suspended, or as it is suspended, comes with no new cluster", () => {
  const changed = merge(image, { serveConfigV2: config, suspend: true });
  const after = service(changed, { metadata: { labels: { a: "b" } } });
  const labelled = (before: ReturnType<typeof service>) =>
    briefly(compared(before, after)).filter((line) => line.includes("labels"));
  expect(labelled(service({ suspend: true }))).toEqual(["+ metadata.labels.a none"]);
  expect(labelled(service())).toEqual(["+ metadata.labels.a none"]);
});

test("a field that the API server drops makes no new cluster", () => {
  const after = service({ rayClusterConfig: { nonsense: 1 } });
  expect(compared(service(), after)).toMatchObject({ same: false, effect: "none" });
});

test("keys in another order and other spellings of amounts are the same text", () => {
  const spelt = (cpu: string) =>
    service(
      head({
        containers: [container("ray-head", { resources: { limits: { cpu }, requests: { cpu } } })],
      }),
    );
  expect(compared(spelt("2"), spelt("2000m"))).toMatchObject({ same: true, effect: "none" });
});

test.each(serviceEffectBoundaries)("%s", (...boundary) => expectBoundary(boundary));

test.each([
  ["1.5.1", "new-cluster"],
  ["1.5.2", "in-place"],
  ["1.6.0", "new-cluster"],
  ["1.6.1", "in-place"],
  ["1.7.0", "in-place"],
])("KubeRay %s: with a stop of the cluster the serving configuration is %s", (release, effect) => {
  const after = service(merge(suspended, { serveConfigV2: config }));
  const { changes } = compared(service(), after, { kuberayVersion: release });
  expect(changes.find(({ path }) => path === "spec.serveConfigV2")?.effect).toBe(effect);
});

test.each([
  ["RayServiceIncrementalUpgrade=true", "new-cluster"],
  ["RayServiceIncrementalUpgrade=false", "none"],
])("an image, in steps, under %s", (featureGates, effect) => {
  const options = { featureGates, kuberayVersion: "1.6.2" };
  const { changes } = compared(service(incremental), service(merge(incremental, image)), options);
  expect(changes.map((change) => change.effect)).toEqual([effect]);
});
