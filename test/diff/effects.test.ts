import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import { renderDiffText } from "../../src/diff/report/render-text.ts";
import { effectSummaries, effects, mostSevere } from "../../src/kuberay/effects/effects.ts";
import { fieldRule } from "../../src/kuberay/effects/field-rule.ts";
import { clusterEffectRows, recreate, workers } from "./cluster-effect-rows.ts";
import { briefly, compared, comparedRow } from "./compared.ts";
import { expectBoundary } from "./expect-boundary.ts";
import { filledInBoundaries } from "./filled-in-rows.ts";
import { cluster, container, group, merge, withContainers } from "./manifests.ts";
import { job } from "./owners.ts";
import { sameMeaningRows } from "./same-meaning-rows.ts";

/** The cluster with other fields in its only worker group. */
test.each(clusterEffectRows)("%s", (_name, old, current, changes) => {
  expect(briefly(comparedRow(old, current))).toEqual(changes);
});

test("the effect of all is that of the most severe change", () => {
  expect(effects.map((effect) => mostSevere(["none", effect, "none"]))).toEqual([...effects]);
  expect(mostSevere(["scale", "address", "recreate"])).toBe("address");
});

test.each(sameMeaningRows)("%s, in writing", (_name, old, current, effect) => {
  expect(comparedRow(old, current).effect).toBe(effect);
});

test.each(filledInBoundaries)("%s, by release", (...row) => {
  expectBoundary(row);
});

test("a diff has the title that is given, and says where the release is from", () => {
  const options = { title: "T", kuberayVersionFrom: "a cluster" };
  expect(compared(cluster(), cluster(), options)).toMatchObject({
    title: "T",
    kuberay_version_from: "a cluster",
  });
  const diff = compared(cluster(), cluster({ metadata: { namespace: null } }));
  expect(diff.title).toBe("ml/train");
  expect(diff).not.toHaveProperty("kuberay_version_from");
  expect(compared(undefined, undefined)).toMatchObject({ kind: "RayCluster", title: "(unnamed)" });
});

test.each(["title", "kuberayVersion", "kuberayVersionFrom", "featureGates"])(
  "the option %s must be a text",
  (option) => {
    expect(diffManifests(cluster(), cluster(), Object({ [option]: 5 }))).toMatchObject({
      ok: false,
      diagnostics: [{ code: "invalid-option", path: [option] }],
    });
  },
);

test("what is not compared has the kind of the new manifest, or of the old one", () => {
  const kindOf = (old: unknown, current: unknown, options: object) => {
    const { ok, kind } = diffManifests(old, current, Object(options));
    return { ok, kind };
  };
  const wrong = { title: 5 };
  expect(kindOf(cluster(), job(), wrong)).toEqual({ ok: false, kind: "RayJob" });
  expect(kindOf(cluster(), undefined, wrong)).toEqual({ ok: false, kind: "RayCluster" });
  expect(kindOf(cluster(), [], {})).toEqual({ ok: false, kind: "RayCluster" });
  expect(kindOf([], job(), {})).toEqual({ ok: false, kind: "RayJob" });
  expect(kindOf([], undefined, {})).toEqual({ ok: false, kind: undefined });
});

test("a change has the sides that are there", () => {
  const labelled = cluster({ metadata: { labels: { a: "b" } } });
  const keys = (old: unknown, current: unknown) =>
    compared(old, current).changes.map((change) => Object.keys(change).join(" "));
  expect(keys(cluster(), labelled)).toEqual(["path kind after effect reason"]);
  expect(keys(labelled, cluster())).toEqual(["path kind before effect reason"]);
});

test.each<readonly [unknown, string]>([
  [[], "It is a list, not one manifest."],
  ["a", "not a manifest."],
  [{}, "It has no kind, such as RayCluster"],
  [{ kind: "RayCluster" }, "It has no apiVersion."],
  [{ kind: "RayCluster", apiVersion: "v1" }, "which is not in the group ray.io."],
  [{ kind: "RayCluster", apiVersion: "ray.io/v1" }, "It has no metadata."],
  [cluster({ spec: null }), "It has no spec."],
  [cluster({ spec: [] }), "Its spec is a list, not an object."],
])("%j is no manifest", (manifest, problem) => {
  for (const diff of [diffManifests(manifest, cluster()), diffManifests(cluster(), manifest)]) {
    expect(diff.ok).toBe(false);
    expect(diff.diagnostics.map(({ message }) => message).join(" ")).toContain(problem);
  }
});

test("every effect has words", () => {
  expect(Object.keys(effectSummaries)).toEqual([...effects]);
});

test("a rule is of a field of the API", () => {
  expect(() => fieldRule("RayClusterSpec.workerGroupSpecs[0]", () => undefined)).toThrow(
    "RayClusterSpec.workerGroupSpecs[0] is not a field of the API.",
  );
});

test("before KubeRay 1.6 nothing is recreated", () => {
  const images = [
    cluster(recreate),
    withContainers(container("ray-head", { image: "b" })),
  ] as const;
  const current = merge(images[1], recreate);
  expect(compared(images[0], current, { kuberayVersion: "1.5.2" }).effect).toBe("new-pods-only");
  expect(compared(images[0], current, { kuberayVersion: "1.6.0" }).effect).toBe("recreate");
});

test.each([
  [{ spec: { upgradeStrategy: { type: "Recreate" } } }, "1.5.9", "1.6.0"],
  [{ spec: { autoscalerOptions: { version: "v2" } } }, "1.3.2", "1.4.0"],
  [{ spec: { headServiceAnnotations: { a: "b" } } }, "0.4.0", "0.5.0"],
  [{ spec: { authOptions: { mode: "token" } } }, "1.5.0", "1.5.1"],
])("%j is dropped by KubeRay %s and kept by %s", (changes, older, newer) => {
  const reasons = [older, newer].map((kuberayVersion) =>
    compared(v1alpha1(), merge(v1alpha1(), merge(changes, { apiVersion: "ray.io/v1" })), {
      kuberayVersion,
    }).changes.filter(({ path }) => path !== "apiVersion"),
  );
  expect(reasons[0]?.every(({ reason }) => reason.includes("drops it"))).toBe(true);
  expect(reasons[1]?.some(({ reason }) => reason.includes("drops it"))).toBe(false);
});

const misspelt = { containers: [{ name: "ray", image: "ray:1", livenesProbe: {} }] };

test.each([
  ["a new group", cluster({ spec: { workerGroupSpecs: [group("workers")] } })],
  ["a whole cluster", undefined],
  ["what stays the same", workers({ template: { spec: misspelt } })],
])("what is dropped in the depth of %s says so", (_name, old) => {
  const current = workers({ template: { spec: misspelt } });
  const diff = compared(old, current);
  const path = "spec.workerGroupSpecs[workers].template.spec.containers[ray].livenesProbe";
  expect(diff.dropped).toMatchObject([{ code: "api-unknown-field", path }]);
  expect(diff.effect).not.toBe("rejected");
  const text = renderDiffText(diff);
  expect(text.match(/livenesProbe\s+\(api-unknown-field\)/g)).toHaveLength(1);
  expect(text).toContain("Dropped by the API server");
});

test("what ray.io/v1alpha1 lacks is dropped from it", () => {
  const old = v1alpha1();
  const { changes } = compared(old, merge(old, recreate));
  expect(changes[0]).toMatchObject({ effect: "none", path: "spec.upgradeStrategy.type" });
  expect(changes[0]?.reason).toContain("ray.io/v1alpha1 has no field upgradeStrategy");
});

test("another API version matters where one of them drops something", () => {
  const current = merge(cluster(), { spec: { suspend: true } });
  expect(compared(merge(current, { apiVersion: "ray.io/v1alpha1" }), current).same).toBe(true);
  const hosts = workers({ numOfHosts: 2 });
  const diff = compared(merge(hosts, { apiVersion: "ray.io/v1alpha1" }), hosts);
  expect(briefly(diff)).toEqual(["~ apiVersion scale"]);
});

function v1alpha1(): PlainObject {
  return cluster({ apiVersion: "ray.io/v1alpha1" });
}
