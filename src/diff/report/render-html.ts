import { defuse } from "../../diagnostics/defuse.ts";
import { optionsOrThrow, readingArgument } from "../../diagnostics/read-options.ts";
import type { ManifestDiff } from "../compare/manifest-diff.ts";
import { groupDiffs } from "./group-diffs.ts";
import { htmlOverview } from "./html-overview.ts";
import { htmlPage } from "./html-page.ts";
import { htmlSection } from "./html-section.ts";
import { htmlProse, htmlText } from "./html-text.ts";
import { overviewOf } from "./overview.ts";
import { changeSummary, releaseSentences } from "./summary-sentences.ts";

/** How differences are written as a page. */
export interface RenderDiffHtmlOptions {
  /** The heading of the page, any text, such as the name of a pull request. Default `Ray clusters`. */
  readonly title?: string | undefined;
}

/** With so many different changes or fewer the details are open. */
const OPEN_SECTIONS = 3;

/**
 * Differences as one HTML page that needs nothing else, for an artifact of a build: a table of the clusters that change, the
 * most severe outcome first, with bars and sums, then the details of each. It has no script, loads nothing, forbids both by a
 * Content Security Policy of its own, and is light or dark as the reader's system is. Text of a manifest is text alone.
 * Throws a TypeError that names the argument or the option which is wrong.
 */
export function renderDiffHtml(
  diffs: readonly ManifestDiff[],
  options?: RenderDiffHtmlOptions | null,
): string {
  const call = "renderDiffHtml";
  const { title = "Ray clusters" } = optionsOrThrow<RenderDiffHtmlOptions>(call, options, {
    title: "text",
  });
  return readingArgument(call, "diffs", "a list of results of diffManifests", () =>
    page(diffs, defuse(title)),
  );
}

function page(diffs: readonly ManifestDiff[], title: string): string {
  const overview = overviewOf(diffs);
  const groups = groupDiffs(overview.clusters.map(({ diff }) => diff));
  const anchors = new Map<ManifestDiff, string>();
  for (const [index, { all }] of groups.entries()) {
    for (const diff of all) anchors.set(diff, anchor(index));
  }
  const isOpen = groups.length <= OPEN_SECTIONS;
  const summary = diffs.length === 0 ? "There is nothing to compare." : changeSummary(diffs);
  return htmlPage(title, [
    "<header>",
    `<h1>${htmlText(title)}</h1>`,
    `<p class="lead">${htmlText(summary)}</p>`,
    ...releaseSentences(diffs).map((sentence) => `<p class="release">${htmlProse(sentence)}</p>`),
    "</header>",
    ...(overview.clusters.length === 0
      ? []
      : [
          htmlOverview(overview, ({ diff }) => anchors.get(diff) ?? ""),
          '<p class="legend">Bars: top is before, bottom is after; solid is the minimum, pale is the maximum.</p>',
        ]),
    ...groups.map((group, index) => htmlSection(group, anchor(index), isOpen)),
  ]);
}

function anchor(index: number): string {
  return `changes-${index + 1}`;
}
