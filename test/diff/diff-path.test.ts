import { expect, test } from "vitest";
import type { Path } from "../../src/diagnostics/path.ts";
import type { DiffPath } from "../../src/diff/compare/diff-path.ts";
import { formatDiffPath } from "../../src/diff/compare/diff-path.ts";
import { areRelated } from "../../src/diff/compare/judge-side.ts";

test.each<readonly [DiffPath, string]>([
  [[], "(manifest)"],
  [
    ["spec", "workerGroupSpecs", { item: "worker-group-0" }, "minReplicas"],
    "spec.workerGroupSpecs[worker-group-0].minReplicas",
  ],
  [["metadata", "labels", "ray.io/x"], 'metadata.labels["ray.io/x"]'],
  [["a", { item: "/tmp/ray" }], "a[/tmp/ray]"],
  [["a", { item: "6379/TCP" }], "a[6379/TCP]"],
  [["a", { item: "0" }], 'a["0"]'],
  [["a", 0], "a[0]"],
  [["a", { item: "" }], 'a[""]'],
  [["a", { item: "b c" }], 'a["b c"]'],
  [["a", { item: "##[error]\n" }], 'a["##\\u005berror]\\n"]'],
  [["a", { item: "$x" }], 'a["$x"]'],
  [["a", { item: "x".repeat(101) }], `a["${"x".repeat(99)}…"]`],
])("%j", (path, text) => {
  expect(formatDiffPath(path)).toBe(text);
});

test.each<readonly [Path, Path, boolean]>([
  [[], ["a"], true],
  [["a", 0], ["a", 0, "c"], true],
  [["a", 0], ["a", 1], false],
  [["a", "0"], ["a", 0], false],
])("%j and %j are related: %s", (left, right, related) => {
  expect(areRelated(left, right)).toBe(related);
  expect(areRelated(right, left)).toBe(related);
});
