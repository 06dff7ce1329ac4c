import { optionsOrThrow, readingArgument } from "../../diagnostics/read-options.ts";
import { count, formatCount } from "../../diagnostics/show.ts";
import type { ManifestDiff } from "../compare/manifest-diff.ts";
import { groupDiffs } from "./group-diffs.ts";
import { changeCount, markdownSection } from "./markdown-section.ts";
import { markdownTable } from "./markdown-table.ts";
import { prose } from "./markdown-text.ts";
import { objectNoun } from "./object-noun.ts";
import { overviewOf } from "./overview.ts";
import { changeSummary, releaseSentences } from "./summary-sentences.ts";

/** GitHub refuses longer comments. */
const MAXIMUM_CHARACTERS = 65_536;

/** Room for the sentences that say what was left out. */
const REMARK_CHARACTERS = 400;

/** With fewer not even the head fits. */
const LEAST_CHARACTERS = 1_000;

/** How differences are written in Markdown. */
export interface RenderDiffMarkdownOptions {
  /** UTF-16 units in all; what does not fit is left out, and that is said. At least 1,000. Default 65,536, GitHub's limit. */
  readonly maximumCharacters?: number;
}

/**
 * Differences as GitHub's Markdown, for a comment on a pull request and for a job summary: a table of the clusters that
 * change, the most severe ones first, with sums, then the details of each, folded away. Text of a manifest stands in code alone, where
 * it can be no markup, no mention and no link. Throws a TypeError that names the argument or the option which is wrong.
 */
export function renderDiffMarkdown(
  diffs: readonly ManifestDiff[],
  options?: RenderDiffMarkdownOptions | null,
): string {
  const call = "renderDiffMarkdown";
  const { maximumCharacters: maximum = MAXIMUM_CHARACTERS } =
    optionsOrThrow<RenderDiffMarkdownOptions>(call, options, { maximumCharacters: "number" });
  if (!Number.isInteger(maximum) || maximum < LEAST_CHARACTERS) {
    throw new TypeError(
      `${call}: The option maximumCharacters must be a whole number of at least ${LEAST_CHARACTERS}, but it is ${maximum}.`,
    );
  }
  return readingArgument(call, "diffs", "a list of results of diffManifests", () =>
    markdown(diffs, maximum),
  );
}

function markdown(diffs: readonly ManifestDiff[], maximum: number): string {
  const said = remark(diffs, maximum / 4);
  const room = maximum - REMARK_CHARACTERS - said.length;
  const overview = overviewOf(diffs);
  const changed = overview.clusters.map(({ diff }) => diff);
  const table = markdownTable(overview, room / 2);
  const noun = objectNoun(diffs);
  const details = fitSections(changed, room - table.text.length);
  const leftOut = [
    ...(table.omitted > 0 ? [`${count(table.omitted, noun)} of the table`] : []),
    ...(details.changes > 0 ? [count(details.changes, "change")] : []),
    ...(details.clusters > 0 ? [`the details of ${count(details.clusters, noun)}`] : []),
  ];
  return [
    `### Ray clusters: ${headline(diffs, changed)}\n`,
    table.text,
    `${said}\n`,
    details.text,
    ...(leftOut.length === 0
      ? []
      : [`Left out to stay within ${formatCount(maximum)} characters: ${leftOut.join(", ")}.\n`]),
  ]
    .filter((part) => part !== "" && part !== "\n")
    .join("\n");
}

function headline(diffs: readonly ManifestDiff[], changed: readonly ManifestDiff[]): string {
  if (diffs.length === 0) return "none to compare";
  if (changed.length === 0) return "no change";
  return `${formatCount(changed.length)} of ${formatCount(diffs.length)} to review`;
}

/** What becomes of the clusters, and for which releases as far as there is room. */
function remark(diffs: readonly ManifestDiff[], room: number): string {
  const summary = diffs.length === 0 ? "" : changeSummary(diffs);
  const releases = releaseSentences(diffs).map(prose);
  const whole = [summary, ...releases].join(" ").trim();
  if (whole.length <= room) return whole;
  return `${summary} Effects are for ${count(releases.length, "release")}, depending on the target.`;
}

interface FittingSections {
  readonly text: string;
  /** Changes that are left out of the details that are there. */
  readonly changes: number;
  /** Clusters whose details are left out. */
  readonly clusters: number;
}

/** The details of as many clusters as fit; of the first one that does not, as many changes as fit. */
function fitSections(diffs: readonly ManifestDiff[], room: number): FittingSections {
  let text = "";
  let changes = 0;
  let clusters = 0;
  for (const group of groupDiffs(diffs)) {
    const all = changeCount(group.diff);
    const fits = (shown: number) => text.length + markdownSection(group, shown).length + 1 <= room;
    const shown = fits(all) ? all : mostThatFit(all, fits);
    if (shown === undefined) {
      clusters += group.all.length;
      continue;
    }
    text += `${text === "" ? "" : "\n"}${markdownSection(group, shown)}`;
    changes += all - shown;
  }
  return { text, changes, clusters };
}

/** The largest number from 1 to below `all` that fits, or undefined; what fits, fits with fewer too. */
function mostThatFit(all: number, fits: (shown: number) => boolean): number | undefined {
  let [fitting, tooMany] = [0, all];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(middle)) fitting = middle;
    else tooMany = middle;
  }
  return fitting === 0 ? undefined : fitting;
}
