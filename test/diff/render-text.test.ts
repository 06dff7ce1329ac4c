import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import type { ManifestDiff } from "../../src/diff/compare/manifest-diff.ts";
import { renderDiffText } from "../../src/diff/report/render-text.ts";
import { textWidth } from "../../src/diff/report/text-width.ts";
import { compared } from "./compared.ts";
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
  const plain = (text: string) => text.replaceAll(/[<>]/g, "");
  expect(plain(painted)).toBe(plain(renderDiffText(diff)));
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
  expect(painted).toMatch(/^<RayCluster ml\/train>: <\d changes: refused \(KubeRay 1\.7\.0\)>/);
});

test("long values are shown around the place where they differ", () => {
  const image = (end: string) => `registry.example.com/${"x".repeat(200)}@sha256:${end}`;
  const [old, current] = ["aaa", "bbb"].map((end) =>
    withContainers(container("ray-head", { image: image(end) })),
  );
  const text = renderDiffText(diffManifests(old, current));
  expect(text).toMatch(/:\n +…x+@sha256:aaa" ->\n +…x+@sha256:bbb"\n/);
});

test("a value of many lines is cut, and that is said", () => {
  const labels = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`l${index}`, "x"]));
  const current = cluster({
    spec: { workerGroupSpecs: [group("workers"), group("b", { labels })] },
  });
  const lines = renderDiffText(diffManifests(cluster(), current)).split("\n");
  const start = lines.findIndex((line) => line.includes("workerGroupSpecs[b]"));
  expect(lines[start + 30]).toMatch(/^ {8}\(\d+ more lines\)$/);
  expect(lines[start + 31]).toBe('      The operator creates the pods of group "b".');
});

test("two clusters that are not there are the same", () => {
  expect(renderDiffText(diffManifests(undefined, null))).toBe(
    "RayCluster (unnamed): does not exist (KubeRay 1.7.0)\n",
  );
});

test("no line begins with what a manifest says", () => {
  const title = "::error::x ##[error] ##vso[task]";
  expect(renderDiffText(diffManifests(1, 1, { title }))).toBe(
    [
      "RayCluster \\u003a\\u003aerror::x ##\\u005berror] ##vso\\u005btask]: cannot be compared",
      "  the old manifest: It is the number 1, not a manifest.",
      "  the new manifest: It is the number 1, not a manifest.",
      "",
    ].join("\n"),
  );
});

const bounds = { minReplicas: 5, replicas: 5, maxReplicas: 5 };
const resources = { limits: { cpu: "4", memory: "8Gi" }, requests: { cpu: "3", memory: "8Gi" } };
const larger = { limits: { cpu: "8", memory: "9Gi" }, requests: { cpu: "4", memory: "9Gi" } };
const groupsOf = (...groups: readonly PlainObject[]) =>
  cluster({ spec: { workerGroupSpecs: groups } });

test.each<readonly [string, PlainObject, PlainObject, readonly string[]]>([
  [
    "replica bounds",
    groupsOf(group("a")),
    groupsOf(group("a", bounds)),
    ["~ spec.workerGroupSpecs[a]: maxReplicas, minReplicas and replicas 2 -> 5"],
  ],
  [
    "replica bounds that move apart",
    groupsOf(group("a")),
    groupsOf(group("a", { minReplicas: 1, maxReplicas: 3 })),
    ["~ spec.workerGroupSpecs[a]: maxReplicas 2 -> 3, minReplicas 2 -> 1"],
  ],
  [
    "requests and limits",
    withContainers(container("ray-head", { resources })),
    withContainers(container("ray-head", { resources: larger })),
    [
      '~ spec.headGroupSpec.template.spec.containers[ray-head].resources: limits.cpu "4" -> "8", requests.cpu "3" -> "4"',
      '~ spec.headGroupSpec.template.spec.containers[ray-head].resources: limits.memory and requests.memory "8Gi" -> "9Gi"',
    ],
  ],
  [
    "a group under another name",
    groupsOf(group("a"), group("b", { maxReplicas: 9 })),
    groupsOf(group("a"), group("c", { maxReplicas: 9 })),
    ['~ spec.workerGroupSpecs[b]: groupName "b" -> "c"'],
  ],
])("%s are one thing", (_name, old, current, lines) => {
  const diff = diffManifests(old, current);
  const text = renderDiffText(diff);
  const shown = text.replaceAll(/\n {8,}/g, " ").split("\n");
  expect(shown.filter((line) => /^ {4}[-+~] /.test(line)).map((line) => line.trim())).toEqual(
    lines,
  );
  expect(text.replaceAll(/\s+/g, " ")).toContain(
    `: ${lines.length} change${lines.length === 1 ? "" : "s"}`,
  );
});

test("groups that could be each other's are told apart", () => {
  const text = renderDiffText(
    diffManifests(groupsOf(group("a"), group("b")), groupsOf(group("c"), group("d"))),
  );
  expect(text).toContain("4 changes");
});

test("of many clusters the same are one line, the same changes are told once, and the end sums up", () => {
  const image = withContainers(container("ray-head", { image: "b" }));
  const respelled = cluster({ spec: { suspend: false } });
  const suspended = cluster({ spec: { suspend: true } });
  const text = renderDiffText([
    ...Array.from({ length: 80 }, () => diffManifests(cluster(), cluster())),
    diffManifests(cluster(), image, { title: "a" }),
    diffManifests(cluster(), respelled),
    diffManifests(cluster(), image, { title: "b" }),
    diffManifests(cluster(), suspended, {
      title: "c",
      kuberayVersion: "1.4.2",
      kuberayVersionFrom: "x",
    }),
    diffManifests(cluster(), undefined, { title: "d" }),
    diffManifests(cluster(), {}, { title: "e" }),
  ]);
  const [table = "", ...rest] = text.split("\n\n");
  expect(table.split("\n").map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
    "Cluster",
    "What happens",
    ...["e", "cannot be compared"],
    ...["d", "deleted"],
    ...["a", "running pods keep the old template"],
    ...["b", "running pods keep the old template"],
    ...["c", "pods added or removed"],
    ...["81 others", "the same, 1 of them written differently"],
    ...["All 86 clusters", "without the 1 that cannot be compared"],
  ]);
  expect(
    rest
      .join("\n\n")
      .split("\n")
      .filter((line) => /^\S|\*/.test(line)),
  ).toEqual([
    "RayCluster e: cannot be compared",
    "RayCluster d: deleted (KubeRay 1.7.0)",
    "2 RayClusters, each: 1 change: running pods keep the old template (KubeRay 1.7.0)",
    "    * a",
    "    * b",
    "RayCluster c: 1 change: pods added or removed (KubeRay 1.4.2)",
    "5 clusters change: 1 cannot be compared, 1 is deleted, 2 change when their pods",
    "Effects are for KubeRay 1.4.2 (x).",
    "Effects are for KubeRay 1.7.0.",
  ]);
  expect(text).not.toContain("Totals");
});

test("clusters that are all the same are one line, and none are none", () => {
  const same = () => diffManifests(cluster(), cluster());
  expect(renderDiffText([same(), same()])).toBe(
    "2 clusters are the same.\nEffects are for KubeRay 1.7.0.\n",
  );
  expect(renderDiffText([])).toBe("");
});

const amounts = (pods: number, resources = {}) => ({
  pods,
  cpu_millis: pods * 1500,
  memory_bytes: pods * 2 ** 30,
  gpus: pods * 8,
  resources,
});

function counted(title: string, least: number, most: number | null, target: string): ManifestDiff {
  const diff = compared(cluster(), cluster({ spec: { suspend: true } }), { title });
  const tpus = { "google.com/tpu": 4, none: 0 };
  const after = {
    minimum: amounts(least),
    maximum: most === null ? null : amounts(most, tpus),
  };
  const before = { minimum: amounts(1), maximum: amounts(1) };
  return { ...diff, target, totals: { before, after } };
}

test("the table adds up, with targets and other resources", () => {
  const diffs = [
    counted("ml/train", 2, 4, "production"),
    counted("ml/train", 1, 1, "staging"),
    counted("x".repeat(70), 1, 10, "staging"),
  ];
  expect(renderDiffText(diffs).split("\n\n")[0]?.split("\n")).toEqual([
    "  Cluster                                  Pods        CPU     Memory       GPUs",
    "    Target: what happens",
    "  ml/train                                    1        1.5        1Gi          8",
    "    production: pods added or removed    -> 2-4     -> 3-6   -> 2-4Gi   -> 16-32",
    "    google.com/tpu: 0 -> 0-4",
    "  ml/train                                    1        1.5        1Gi          8",
    "    staging: pods added or removed",
    "    google.com/tpu: 0 -> 0-4",
    `  ${"x".repeat(70)}`,
    "    staging: pods added or removed            1        1.5        1Gi          8",
    "    google.com/tpu: 0 -> 0-4            -> 1-10  -> 1.5-15  -> 1-10Gi    -> 8-80",
    "  All 3 clusters                              3        4.5        3Gi         24",
    "    google.com/tpu: 0 -> 0-12           -> 4-15  -> 6-22.5  -> 4-15Gi  -> 32-120",
  ]);
});

test.each([40, 50, 79])("a table of %d columns has no wider line", (columns) => {
  const diffs = ["a", "b/c (d/e.yaml)", "漢字".repeat(30), "x".repeat(300)].flatMap((title) => [
    counted(title, 2, 4, "production"),
    counted(title, 1, null, title),
    counted(title, 123_456_789, 1_234_567_890, "staging"),
  ]);
  const [table = ""] = renderDiffText(diffs, { columns }).split("\n\n");
  for (const line of table.split("\n")) expect(textWidth(line), line).toBeLessThanOrEqual(columns);
});
