import { expect, test } from "vitest";
import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { compared, comparedRow } from "../../diff/compared.ts";
import { cluster, container, merge, withContainers, withHead } from "../../diff/manifests.ts";
import {
  clusterEffectBoundaries,
  gatedEffectRows,
  newestEffectRows,
  queue,
  workers,
} from "./release-effect-rows.ts";

test.each(clusterEffectBoundaries)(
  "%s",
  (_name, before, after, [older, first], [newer, second]) => {
    expect(comparedRow(before, after, { kuberayVersion: older }).effect).toBe(first);
    expect(comparedRow(before, after, { kuberayVersion: newer }).effect).toBe(second);
  },
);

test.each(gatedEffectRows)("%s, with all gates on", (_name, before, after, effect) => {
  expect(comparedRow(before, after, { featureGates: "AllAlpha=true" }).effect).toBe(effect);
});

test.each(newestEffectRows)("%s, in the newest release", (_name, before, after, effect) => {
  expect(comparedRow(before, after).effect).toBe(effect);
});

test.each([
  ["RayMultiHostIndexing=true", "deletes every slice"],
  ["RayMultiHostIndexing=false", "creates pods"],
])("more hosts, with %s", (featureGates, words) => {
  const { changes } = compared(workers({ numOfHosts: 4 }), workers({ numOfHosts: 8 }), {
    featureGates,
  });
  expect(changes[0]).toMatchObject({ effect: "scale" });
  expect(changes[0]?.reason).toContain(words);
});

test("slices are made by hosts from 1.6 on by default", () => {
  const reasons = ["1.5.2", "1.6.0"].map(
    (kuberayVersion) =>
      compared(workers({ numOfHosts: 4 }), workers({ numOfHosts: 8 }), { kuberayVersion })
        .changes[0]?.reason,
  );
  expect(reasons.map((reason) => reason?.includes("slice"))).toEqual([false, true]);
});

test("the Ingress follows annotations and options from 1.7 on", () => {
  const host = (value: string): PlainObject => ({
    metadata: { annotations: { a: value } },
    spec: { headGroupSpec: { enableIngress: true } },
  });
  const reasons = ["1.6.2", "1.7.0"].map(
    (kuberayVersion) =>
      compared(cluster(host("x")), cluster(host("y")), { kuberayVersion }).changes[0]?.reason ?? "",
  );
  expect(reasons.map((reason) => reason.includes("Ingress"))).toEqual([false, true]);
});

test("a sidecar before the container of Ray says which one runs Ray", () => {
  const diff = compared(
    withContainers(container("ray-head")),
    withContainers(container("log-shipper"), container("ray-head")),
  );
  const change = diff.changes.find(({ path }) => path.endsWith(".containers"));
  expect(change?.reason).toContain('In new pods that is "log-shipper" instead of "ray-head"');
});

test("what Kueue writes into an object of a queue is its own", () => {
  const dump = { metadata: { uid: "u", resourceVersion: "5" } };
  const manifest = cluster(queue);
  const admitted = merge(
    withHead({
      nodeSelector: { flavor: "spot" },
      tolerations: [{ key: "spot", operator: "Exists" }],
    }),
    merge(queue, merge(dump, { spec: { suspend: false } })),
  );
  const queued = merge(manifest, merge(dump, { spec: { suspend: true } }));
  for (const live of [admitted, queued]) {
    const diff = compared(live, manifest);
    expect(diff).toMatchObject({ same: true, effect: "none" });
    expect(diff.totals.before).toEqual(diff.totals.after);
  }
  const withoutQueue = (data: PlainObject) => merge(data, { metadata: { labels: null } });
  expect(compared(withoutQueue(admitted), withoutQueue(manifest)).same).toBe(false);
});

test.each<readonly [string, PlainObject, PlainObject, boolean]>([
  [
    "in a queue",
    cluster(queue),
    merge(withContainers(container("ray-head", { image: "b" })), queue),
    true,
  ],
  ["in no queue", cluster(), withContainers(container("ray-head", { image: "b" })), false],
  [
    "suspended in a queue",
    cluster(merge(queue, { spec: { suspend: true } })),
    merge(
      withContainers(container("ray-head", { image: "b" })),
      merge(queue, { spec: { suspend: true } }),
    ),
    false,
  ],
])("an image of a cluster %s: Kueue stops it or not", (_name, before, after, stops) => {
  const [change] = compared(before, after).changes;
  expect(change?.reason.includes("Kueue stops")).toBe(stops);
});

test("what is dropped says so at any depth, with the place where it belongs", () => {
  const { changes, effect } = compared(
    cluster(),
    cluster({ spec: { headGroupSpec: { template: { schedulerName: "mine" } } } }),
  );
  expect(effect).toBe("none");
  expect(changes[0]?.reason).toContain("the API server drops it");
  expect(changes[0]?.reason).toContain("template.spec.schedulerName");
});
