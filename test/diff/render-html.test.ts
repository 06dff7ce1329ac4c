import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import type { ManifestDiff, Totals } from "../../src/diff/compare/manifest-diff.ts";
import { stylesheet, stylesheetHash } from "../../src/diff/report/html-style.ts";
import { renderDiffHtml } from "../../src/diff/report/render-html.ts";
import { renderDiffText } from "../../src/diff/report/render-text.ts";
import { compared } from "./compared.ts";
import { cluster, container, withContainers } from "./manifests.ts";

const image = withContainers(container("ray-head", { image: "b" }));

test("the policy names the digest of the stylesheet", () => {
  const digest = createHash("sha256").update(stylesheet).digest("base64");
  expect(stylesheetHash).toBe(`sha256-${digest}`);
  const html = renderDiffHtml([]);
  expect(html).toContain(
    `content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(html).toContain(`<style>${stylesheet}</style>`);
});

test("nothing is loaded or run, and nothing but the table links", () => {
  const html = renderDiffHtml([diffManifests(cluster(), image)]);
  expect(html).not.toMatch(/<script|\bsrc=|\bstyle=|\bon\w+=|url\(|@import|https?:/i);
  expect(html.match(/<a [^>]*>/g)).toEqual(['<a href="#changes-1">']);
});

test("the table begins with the most severe outcome, and has one row for what is the same and one of sums", () => {
  const html = renderDiffHtml([
    diffManifests(cluster(), cluster()),
    diffManifests(cluster(), cluster({ spec: { suspend: true } }), { title: "scaled" }),
    diffManifests(cluster(), image, { title: "outdated" }),
    diffManifests(cluster(), { kind: "Pod" }, { title: "broken" }),
  ]);
  const titles = [...html.matchAll(/<th scope="row">(?:<a[^>]*>)?(?:<code>)?([^<]+)/g)];
  const [, , , same, sum] = titles.map(([, title]) => title);
  expect(titles.slice(0, 3).map(([, title]) => title)).toEqual(["broken", "outdated", "scaled"]);
  expect([same, sum]).toEqual(["1 other", "All 4 clusters"]);
  expect(html).not.toContain('<th scope="col">Target</th>');
});

test("a page has what the text has", () => {
  const diffs = [
    diffManifests(cluster(), image, { title: "one", kuberayVersionFrom: 'target "a"' }),
    diffManifests(cluster(), cluster({ spec: { suspend: false } }), { title: "two" }),
    diffManifests(undefined, cluster(), { title: "three" }),
  ];
  const words = (text: string) => new Set(text.match(/[\w.-]{4,}/g));
  const html = renderDiffHtml(diffs).replace(/^[\s\S]*<body>/, "");
  const plain = html
    .replace(/<[^>]*>/g, " ")
    .replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
  const joined = (text: string) => text.replaceAll(/\n {8,}(?=\.)/g, "");
  const missing = [...words(joined(renderDiffText(diffs)))].filter(
    (word) => !words(plain).has(word) && !/^(RayCluster|->)/.test(word),
  );
  expect(missing).toEqual([]);
});

test("bars go from nothing to the largest amount, and to the end where there is no bound", () => {
  const diff = compared(cluster(), cluster({ spec: { suspend: true } }), { title: "a" });
  const amounts = (pods: number) => ({
    pods,
    cpu_millis: 0,
    memory_bytes: 0,
    gpus: 0,
    resources: {},
  });
  const totals = (least: number, most: number | null): Totals => ({
    minimum: amounts(least),
    maximum: most === null ? null : amounts(most),
  });
  const html = renderDiffHtml([
    { ...diff, totals: { before: totals(1, 4), after: totals(2, null) } },
    { ...diff, title: "b", totals: { before: null, after: totals(8, 8) } },
  ]);
  expect(html.match(/<rect[^>]*>/g)).toEqual([
    '<rect class="before most" y="0" width="50" height="4"/>',
    '<rect class="before least" y="0" width="12.5" height="4"/>',
    '<rect class="after most" y="6" width="100" height="4"/>',
    '<rect class="after least" y="6" width="25" height="4"/>',
    '<rect class="after least" y="6" width="100" height="4"/>',
  ]);
});

test("the title is any text", () => {
  const html = renderDiffHtml([], { title: "</title><script>1</script>\u001b" });
  expect(html).toContain("<h1>&#60;/title&#62;&#60;script&#62;1&#60;/script&#62;\\u001b</h1>");
  expect(html).not.toContain("<script");
});

/** Text that would be markup anywhere: in an element, in an attribute, in a comment, as an entity. */
const markup = fc.oneof(
  fc.constantFrom(
    "<script>alert(1)</script>",
    "</code></td></table><img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}</style>",
    "<!-- ",
    "]]>",
    "&lt;b&gt;&#60;",
    "</title>",
    "`<",
    "::error::x",
    "##[error]",
    "https://example.com",
  ),
  fc.string({ unit: fc.constantFrom(..."<>&\"'`=/!-a \n:#[") }),
);

/** The tags of a page, in order, without what hangs on the number of things that are told. */
function tags(html: string): ReadonlySet<string> {
  return new Set(html.match(/<[^>]*>/g));
}

const harmless: readonly (readonly [RegExp, string])[] = [[/#changes-\d+|"changes-\d+"/g, "n"]];

test("whatever text a manifest has, the tags of the page are ours", () => {
  const build = (text: string): readonly ManifestDiff[] => [
    {
      ...diffManifests(
        cluster(),
        cluster({
          metadata: { labels: { [`l${text}`]: text }, annotations: { a: { b: { c: text } } } },
          spec: {
            headGroupSpec: {
              rayStartParams: { [`k${text}`]: text },
              template: { spec: { containers: [container(`c${text}`, { image: `i${text}` })] } },
            },
          },
        }),
        { title: `t${text}`, kuberayVersionFrom: `target ${JSON.stringify(text)}` },
      ),
      target: `x${text}`,
    },
    diffManifests(cluster(), cluster(), { title: "same" }),
    diffManifests(cluster(), { kind: `k${text}` }, { title: `u${text}` }),
    diffManifests(undefined, withContainers(container("ray-head", { image: `i${text}` })), {
      title: `v${text}`,
    }),
  ];
  const page = (text: string) => {
    let html = renderDiffHtml(build(text), { title: `t${text}` });
    for (const [pattern, with_] of harmless) html = html.replaceAll(pattern, with_);
    return html.replace(/<rect [^>]*>/g, "<rect>");
  };
  // Names that Kubernetes refuses are listed besides.
  const ours = new Set([...tags(page("plain")), ...tags(page(" & "))]);
  fc.assert(
    fc.property(markup, (text) => {
      const html = page(text);
      expect([...tags(html)].filter((tag) => !ours.has(tag))).toEqual([]);
      const outside = html.replace(/<style>[\s\S]*<\/style>/, "").replace(/<[^>]*>/g, "");
      expect(outside).not.toMatch(/[<>"']|&(?!#\d+;)/);
      expect(html).not.toMatch(/^\s*::|##\w*\[/m);
    }),
  );
});

test("other resources than GPUs have lines of their own, and any name", () => {
  const diff = compared(cluster(), image, { title: "a" });
  const name = "<b>/tpu\n";
  const withResources = (totals: Totals | null, number: number): Totals | null =>
    totals === null
      ? null
      : {
          minimum: { ...totals.minimum, resources: { [name]: 0, unused: 0 } },
          maximum:
            totals.maximum === null
              ? null
              : { ...totals.maximum, resources: { [name]: number, unused: 0 } },
        };
  const { before, after } = diff.totals;
  const html = renderDiffHtml([
    { ...diff, totals: { before: withResources(before, 0), after: withResources(after, 8) } },
  ]);
  expect(html).toContain("<code>&#34;&#60;b&#62;/tpu\\n&#34;</code>");
  expect(html).not.toContain("unused");
});
