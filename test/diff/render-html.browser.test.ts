import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect } from "vitest";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import type { ManifestDiff } from "../../src/diff/compare/manifest-diff.ts";
import { renderDiffHtml } from "../../src/diff/report/render-html.ts";
import { needsThat } from "../needs.ts";
import { isThorough } from "../property-runs.ts";
import type { BrowserPage } from "./chromium.ts";
import { chromium, openPage } from "./chromium.ts";
import { cluster, container, group, withContainers } from "./manifests.ts";

const { test: looking, skipped } = needsThat(chromium !== undefined, "there is no Chromium");

let page: BrowserPage;
beforeAll(async () => {
  if (chromium !== undefined) page = await openPage(chromium);
});
afterAll(async () => {
  if (chromium !== undefined) await page.close();
});

const long = "a-name-without-a-place-to-break-it".repeat(8);

function severalTargets(): readonly ManifestDiff[] {
  const more = cluster({ spec: { workerGroupSpecs: [group("workers"), group(long)] } });
  const env = [{ name: long, value: `${long} ${long}` }];
  return ["production", "staging"].flatMap((target) =>
    [
      diffManifests(cluster(), withContainers(container("ray-head", { image: long, env }))),
      diffManifests(cluster(), more, { title: long }),
      diffManifests(undefined, cluster(), { title: "created" }),
      diffManifests(cluster(), undefined, { title: "deleted" }),
      diffManifests(cluster(), { kind: long }, { title: "broken" }),
      diffManifests(cluster(), cluster()),
      diffManifests(cluster(), cluster({ spec: { suspend: false } })),
    ].map((diff) => ({ ...diff, target })),
  );
}

const pages: readonly (readonly [string, string])[] = [
  ["several targets", renderDiffHtml(severalTargets())],
  ["nothing at all", renderDiffHtml([])],
  ...["group-added", "hostile-text", "image-changed"].map(
    (name) => [`golden/diff/${name}`, readFileSync(`golden/diff/${name}.html`, "utf8")] as const,
  ),
];

const VIEWS = [
  ["light", 400],
  ["dark", 1280],
  ["light", 1280],
  ["dark", 400],
] as const;

for (const [index, [name, html]] of pages.entries()) {
  looking(`${name}: light and dark, narrow and wide, without a complaint${skipped}`, async () => {
    const pictures = new Set<string>();
    // By day narrow and wide, once each, and pictures of the first page alone.
    const isPictured = isThorough || index === 0;
    const views = isThorough ? VIEWS : VIEWS.slice(0, 2);
    for (const [scheme, width] of views) {
      await page.show(html.replaceAll("<details ", "<details open "), width, scheme);
      expect(page.complaints()).toEqual([]);
      const size = "[document.documentElement.scrollWidth, document.body.scrollWidth]";
      expect(await page.evaluate(size), `${width} pixels`).toEqual([width, width]);
      if (!isPictured) continue;
      const picture = await page.screenshot();
      expect(picture.length).toBeGreaterThan(2_000);
      pictures.add(picture.toString("latin1"));
    }
    expect(pictures.size).toBe(isPictured ? views.length : 0);
  });
}

looking(
  `colours are those of the reader's scheme, and text stands out from them${skipped}`,
  async () => {
    const [, html = ""] = pages[0] ?? [];
    for (const scheme of ["light", "dark"] as const) {
      await page.show(html, 1280, scheme);
      const contrasts = await page.evaluate(CONTRASTS);
      expect(Object.keys(Object(contrasts)).length).toBeGreaterThan(8);
      for (const [place, contrast] of Object.entries(Object(contrasts))) {
        expect(contrast, `${scheme}: ${place}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  },
);

/** The contrast of each kind of text to what lies behind it. See https://www.w3.org/TR/WCAG22/#contrast-minimum */
const CONTRASTS = `(() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = parts(colour).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return parts(colour)[3] === 0 ? behind(element.parentElement) : colour;
  };
  const found = {};
  for (const element of document.querySelectorAll("main *")) {
    if (element.closest("svg")) continue;
    const [one, other] = [getComputedStyle(element).color, behind(element)].map(luminance);
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const key = element.tagName + "." + element.className;
    found[key] = Math.min(contrast, found[key] ?? 99);
  }
  return found;
})()`;

looking(`a link leads to the details, which fold without a script${skipped}`, async () => {
  const [, html = ""] = pages[0] ?? [];
  await page.show(html, 1280, "light");
  const folded = "document.querySelectorAll('details:not([open])').length";
  const before = Number(await page.evaluate(folded));
  expect(before).toBeGreaterThan(3);
  await page.evaluate("document.querySelector('summary').click()");
  expect(await page.evaluate(folded)).toBe(before - 1);
  const missing =
    "[...document.querySelectorAll('a')].filter((a) => !document.querySelector(a.hash)).length";
  expect(await page.evaluate(missing)).toBe(0);
});

looking(
  `a script, a style or a picture that got in would do nothing and be told${skipped}`,
  async () => {
    const [, html = ""] = pages[0] ?? [];
    for (const intruder of [
      "<script>document.title = 'pwned'</script>",
      "<p style='color: red'>x</p>",
      "<style>p { color: red }</style>",
      "<img src='https://registry.example.com/x.png'>",
      "<p onclick='document.title = 1'>x</p>",
    ]) {
      await page.show(html.replace("</main>", `${intruder}</main>`), 1280, "light");
      expect(page.complaints().length, intruder).toBeGreaterThan(0);
      expect(await page.evaluate("document.title")).toBe("Ray clusters");
    }
  },
);
