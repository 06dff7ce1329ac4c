import { expect, test } from "vitest";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import { renderDiffText } from "../../src/diff/report/render-text.ts";
import { cluster, container, group, merge, withContainers } from "./manifests.ts";

const scaling = { spec: { enableInTreeAutoscaling: true } };

test("a painter colours every piece and changes nothing else", () => {
  const old = merge(cluster({ spec: { workerGroupSpecs: [group("a")] } }), scaling);
  const current = merge(
    cluster({ spec: { rayVersion: "2", workerGroupSpecs: [group("b", { minReplicas: 3 })] } }),
    scaling,
  );
  const diff = diffManifests(old, current);
  const styles = new Set<string>();
  const painted = renderDiffText(diff, {
    paint: (style, text) => {
      styles.add(style);
      return `<${text}>`;
    },
  });
  expect(painted.replaceAll(/[<>]/g, "")).toBe(renderDiffText(diff).replaceAll(/[<>]/g, ""));
  expect([...styles].sort()).toEqual([
    "added",
    "changed",
    "effect",
    "heading",
    "reason",
    "rejected",
    "removed",
    "title",
  ]);
  expect(painted).toMatch(/^<RayCluster ml\/train>: <\d changes, rejected>/);
});

test("long values are shown around the place where they differ", () => {
  const image = (end: string) => `registry.example.com/${"x".repeat(200)}@sha256:${end}`;
  const [old, current] = ["aaa", "bbb"].map((end) =>
    withContainers(container("ray-head", { image: image(end) })),
  );
  const text = renderDiffText(diffManifests(old, current));
  expect(text).toMatch(/: …x+@sha256:aaa" -> …x+@sha256:bbb"\n/);
});

test("a value of many lines is cut, and that is said", () => {
  const labels = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`l${index}`, "x"]));
  const current = cluster({
    spec: { workerGroupSpecs: [group("workers"), group("b", { labels })] },
  });
  const lines = renderDiffText(diffManifests(cluster(), current)).split("\n");
  const start = lines.findIndex((line) => line.includes("workerGroupSpecs[b]"));
  expect(lines[start + 30]).toMatch(/^ {8}\(\d+ more lines\)$/);
  expect(lines[start + 31]).toBe('      The operator makes the pods of group "b".');
});

test("two clusters that are not there are the same", () => {
  expect(renderDiffText(diffManifests(undefined, null))).toBe(
    "RayCluster (unnamed): not there (KubeRay 1.7.0)\n",
  );
});

test("no line begins with what a manifest says", () => {
  const title = "::error::x ##[error] ##vso[task]";
  expect(renderDiffText(diffManifests(1, 1, { title }))).toBe(
    [
      "RayCluster ::error::x ##\\u005berror] ##vso\\u005btask]: cannot be compared",
      "  the old manifest: It is the number 1, not a RayCluster.",
      "  the new manifest: It is the number 1, not a RayCluster.",
      "",
    ].join("\n"),
  );
});
