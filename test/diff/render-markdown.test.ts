import { expect, test } from "vitest";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import type { ManifestDiff } from "../../src/diff/compare/manifest-diff.ts";
import { codeBlock, codeCell, codeSpan, prose } from "../../src/diff/report/markdown-text.ts";
import { renderDiffMarkdown } from "../../src/diff/report/render-markdown.ts";
import { compared } from "./compared.ts";
import { cluster, container, group, merge, withContainers } from "./manifests.ts";

const LIMIT = 65_536;
const image = withContainers(container("ray-head", { image: "b" }));
const suspended = cluster({ spec: { suspend: true } });

function environment(size: number, value: string) {
  const env = Array.from({ length: size }, (_, index) => ({ name: `V${index}`, value }));
  return withContainers(container("ray-head", { env }));
}

function many(number: number, of: (index: number) => ManifestDiff): readonly ManifestDiff[] {
  return Array.from({ length: number }, (_, index) => of(index));
}

test("nothing to compare", () => {
  expect(renderDiffMarkdown([])).toBe("### Ray clusters: none to compare\n");
});

test("the most severe effect stands first, and what changes nothing is counted", () => {
  const text = renderDiffMarkdown([
    diffManifests(cluster(), cluster()),
    diffManifests(cluster(), suspended, { title: "scaled" }),
    diffManifests(cluster(), image, { title: "outdated" }),
    diffManifests(cluster(), { kind: "Pod" }, { title: "broken" }),
    diffManifests(cluster(), cluster({ spec: { suspend: false } })),
  ]);
  expect(text).toContain("3 of 5 to review");
  expect(text).toContain(
    "3 clusters change: 1 cannot be compared, 1 changes when its pods are recreated, 1 scales; 2 are the same, 1 of them written differently.",
  );
  const rows = text.match(/^\| `(\w+)`/gm);
  expect(rows).toEqual(["| `broken`", "| `outdated`", "| `scaled`"]);
  expect(text.match(/<summary><code>\w+/g)).toHaveLength(3);
});

test("one large difference is cut to GitHub's limit, and that is said", () => {
  const text = renderDiffMarkdown([diffManifests(environment(900, "a"), environment(900, "b"))]);
  expect(text.length).toBeLessThanOrEqual(LIMIT);
  expect(text.length).toBeGreaterThan(LIMIT * 0.9);
  const [, left] = /(\d+) more changes left out\./.exec(text) ?? [];
  expect(text).toContain(`Left out to stay within 65,536 characters: ${left} changes.`);
  expect(text.match(/env\[V\d+\]/g)).toHaveLength(900 - Number(left));
  expect(text.match(/<details>/g)).toHaveLength(1);
  expect(text.match(/<\/details>/g)).toHaveLength(1);
});

test("many differences are cut to GitHub's limit, and that is said", () => {
  const diff = compared(cluster(), image);
  const text = renderDiffMarkdown(
    many(1000, (index) => ({
      ...diff,
      title: `outputs/cluster-${index}.yaml`,
      changes: diff.changes.map((change) => ({ ...change, after: `i${index}` })),
    })),
  );
  expect(text.length).toBeLessThanOrEqual(LIMIT);
  expect(text).toMatch(
    /^Left out to stay within 65,536 characters: \d+ clusters of the table, the details of \d+ clusters\.$/m,
  );
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
});

test.each([1000, 2000, 5000, 20_000])(
  "no more than %d characters, if asked",
  (maximumCharacters) => {
    const title = "x".repeat(500);
    const diff = diffManifests(environment(50, "a"), environment(50, "`".repeat(100)), { title });
    const text = renderDiffMarkdown(
      many(50, () => diff),
      { maximumCharacters },
    );
    expect(text.length).toBeLessThanOrEqual(maximumCharacters);
    expect(text).toContain("Left out to stay within");
  },
);

test("one row is for what is the same and one for the sums, and targets stand below the names", () => {
  const text = renderDiffMarkdown([
    { ...diffManifests(cluster(), cluster()), target: "a" },
    { ...diffManifests(cluster(), suspended, { title: "x" }), target: "b|`c" },
    { ...diffManifests(cluster(), cluster()), target: "b" },
  ]);
  expect(text).toContain(
    [
      "| Cluster and target | What happens | Pods | CPU | Memory | GPUs |",
      "| --- | --- | --: | --: | --: | --: |",
      '| `x`<br>``"b\\|`c"`` | pods added or removed | 3 →\u00a00 | 6 →\u00a00 | 24Gi →\u00a00 | 0 |',
      "| **2 others** | the same | 6 | 12 | 48Gi | 0 |",
      "| **All 3 clusters** |  | 9 →\u00a06 | 18 →\u00a012 | 72Gi →\u00a048Gi | 0 |",
    ].join("\n"),
  );
});

test("other resources than GPUs stand beside them", () => {
  const diff = compared(cluster(), suspended, { title: "x" });
  const amounts = (number: number) => {
    const all = {
      pods: 1,
      cpu_millis: 0,
      memory_bytes: 0,
      gpus: 2,
      resources: { "a.com/tpu": number },
    };
    return { minimum: all, maximum: all };
  };
  const text = renderDiffMarkdown([
    { ...diff, totals: { before: amounts(0), after: amounts(4) } },
    { ...diff, title: "y", totals: { before: amounts(4), after: null } },
  ]);
  expect(text).toContain(" | 2 GPUs<br>0 →\u00a04 `a.com/tpu` |");
  expect(text).toContain(" | 2 GPUs →\u00a0none<br>4 `a.com/tpu` →\u00a0none |");
  expect(text).toContain("| Memory | Accelerators |");
});

test("however many targets say which release it is, the limit holds", () => {
  const ofReleases = many(8, (minor) =>
    diffManifests(cluster(), image, { title: "x".repeat(200), kuberayVersion: `1.${minor}.0` }),
  );
  const diffs = Array.from({ length: 304 / 8 }, (_, round) =>
    ofReleases.map((diff, minor) => ({
      ...diff,
      kuberay_version_from: `target ${"y".repeat(200)}${round * 8 + minor}`,
    })),
  ).flat();
  for (const maximumCharacters of [1000, 65_536]) {
    const text = renderDiffMarkdown(diffs, { maximumCharacters });
    expect(text.length).toBeLessThanOrEqual(maximumCharacters);
    expect(text).toContain("Effects are for");
  }
});

test("the same changes of many clusters are told once", () => {
  const diff = diffManifests(cluster(), image);
  const text = renderDiffMarkdown(many(200, (index) => ({ ...diff, title: `c${index}` })));
  expect(text).toContain("200 clusters change when their pods are recreated.");
  expect(text.match(/^\| `c\d+` \|/gm)).toHaveLength(200);
  expect(text.match(/<details>/g)).toHaveLength(1);
  expect(text).toContain(
    "<summary><code>c0</code>, <code>c1</code>, <code>c2</code> and 197 others, each: 1 change: running pods keep the old template</summary>\n\nThe others: `c3`, `c4`,",
  );
  expect(text).toContain("`c102` and 97 more.");
});

test("a code span holds any text", () => {
  expect(codeSpan("a")).toBe("`a`");
  expect(codeSpan("`a`")).toBe("`` `a` ``");
  expect(codeSpan("a ``` b")).toBe("```` a ``` b ````".replaceAll(" a", "a").replaceAll("b ", "b"));
  expect(codeSpan(" a ")).toBe("`  a  `");
  expect(codeCell("a|b")).toBe("`a\\|b`");
  expect(codeBlock(["```"], "yaml")).toEqual(["````yaml", "```", "````"]);
});

test("sentences of ours are no markup, and what they quote is code", () => {
  expect(prose('A_b "c|`d" <e> @f #1 [g](h) *i*')).toBe(
    'A\\_b ``"c|`d"`` \\<e\\> \\@f \\#1 \\[g\\](h) \\*i\\*',
  );
  expect(prose(String.raw`say "a \" b" or`)).toBe(String.raw`say ${"`"}"a \" b"${"`"} or`);
});

test("a group that comes is shown as a block", () => {
  const current = cluster({
    spec: { workerGroupSpecs: [group("workers"), group("```\n</details>")] },
  });
  const text = renderDiffMarkdown([diffManifests(cluster(), current)]);
  expect(text).toContain('\n````yaml\ngroupName: "```\\n</details>"\n');
  expect(text.match(/^<\/details>$/gm)).toHaveLength(1);
});

test("a title cannot end its cell or its tag", () => {
  const title = "a\\|b</summary>&`";
  const text = renderDiffMarkdown([
    diffManifests(cluster(), merge(cluster(), suspended), { title }),
  ]);
  expect(text).toContain('| ``"a\\\\\\|b</summary>&`"`` |');
  expect(text).toContain("<code>a\\|b&#60;/summary&#62;&#38;&#96;</code>");
});
