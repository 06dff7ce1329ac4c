import { defuse } from "../../diagnostics/defuse.ts";
import { optionsOrThrow, readingArgument } from "../../diagnostics/read-options.ts";
import type {
  ComparedManifests,
  ManifestDiff,
  NotCompared,
  SpellingDifference,
} from "../compare/manifest-diff.ts";
import { blamedInput } from "./blamed-input.ts";
import { changeLines, reasonLines } from "./change-lines.ts";
import type { Paint } from "./diff-paint.ts";
import { effectStyle } from "./diff-paint.ts";
import type { DiffGroup } from "./group-diffs.ts";
import { groupDiffs } from "./group-diffs.ts";
import { overviewOf } from "./overview.ts";
import { overviewLines } from "./overview-lines.ts";
import { showData } from "./show-data.ts";
import { showHeading, summarize, untoldParts } from "./summarize.ts";
import { changeSummary, releaseSentences } from "./summary-sentences.ts";
import { titleLines, titlesLines } from "./title-lines.ts";
import { totalsLines } from "./totals-lines.ts";
import { LINE_COLUMNS, wrapText } from "./wrap-text.ts";

/** How differences are written as text. */
export interface RenderDiffOptions {
  /** Colours a piece of text. Default: leaves it as it is. */
  readonly paint?: Paint | undefined;
  /** Columns of the table of clusters at most, as many as the terminal has; at least 40. Default 80. */
  readonly columns?: number | undefined;
}

/** With fewer the table of clusters could not be read. */
export const LEAST_COLUMNS = 40;

/**
 * Differences as text for a terminal or a log, in lines of at most 80 columns where they can be broken. Of one cluster:
 * the totals, what happens, change by change, then what is only written differently. Of several: a table of those to which
 * something happens, the most severe outcome first, of those that are the same and of all together; then the details, the
 * same changes once; then a summary. Ends with a line break; empty where there is nothing to
 * compare. Text of a manifest can neither break lines nor reach the terminal as escapes, nor give commands to GitHub's
 * runner. Throws a TypeError that names the argument or the option which is wrong.
 */
export function renderDiffText(
  diffs: ManifestDiff | readonly ManifestDiff[],
  options?: RenderDiffOptions | null,
): string {
  const call = "renderDiffText";
  const { paint = (_style, text) => text, columns = LINE_COLUMNS } =
    optionsOrThrow<RenderDiffOptions>(call, options, { paint: "function", columns: "number" });
  if (!Number.isInteger(columns) || columns < LEAST_COLUMNS) {
    throw new TypeError(
      `${call}: The option columns must be a whole number of at least ${LEAST_COLUMNS}, but it is ${columns}.`,
    );
  }
  return readingArgument(call, "diffs", "a result of diffManifests, or a list of them", () =>
    textOf(diffs, columns, paint),
  );
}

function textOf(
  diffs: ManifestDiff | readonly ManifestDiff[],
  columns: number,
  paint: Paint,
): string {
  const all = "ok" in diffs ? [diffs] : diffs;
  const [first, ...others] = all;
  if (first === undefined) return "";
  const releases = releaseSentences(all).filter((text) => others.length > 0 || text.includes("("));
  const blocks =
    others.length === 0
      ? [groupLines({ diff: first, all }, "with-totals", paint), releases]
      : severalBlocks(all, releases, columns, paint);
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(""))
    .join("\n")}`;
}

type Lines = readonly string[];

function severalBlocks(
  diffs: readonly ManifestDiff[],
  releases: Lines,
  columns: number,
  paint: Paint,
): readonly Lines[] {
  const overview = overviewOf(diffs);
  const changed = overview.clusters.map(({ diff }) => diff);
  return [
    changed.length === 0 ? [] : overviewLines(overview, columns, paint),
    ...groupDiffs(changed).map((group) => groupLines(group, "without-totals", paint)),
    [
      ...wrapText(changeSummary(diffs), "  ").map((line) => paint("heading", line)),
      ...releases.flatMap((line) => wrapText(line, "  ")),
    ],
  ];
}

function groupLines(
  { diff, all }: DiffGroup,
  amounts: "with-totals" | "without-totals",
  paint: Paint,
): Lines {
  if (!diff.ok) return problemLines(diff, paint);
  const what = `${summarize(diff)} (KubeRay ${diff.kuberay_version})`;
  const style = effectStyle(diff.effect);
  const hasTotals = !diff.same && amounts === "with-totals";
  return [
    ...(all.length === 1
      ? titleLines(diff, what, style, paint)
      : titlesLines(all, what, style, paint)),
    ...(hasTotals ? totalsLines(diff, paint) : []),
    ...(hasTotals && diff.presence !== "both" ? [""] : []),
    ...consequenceLines(diff, paint),
    ...untoldLines(diff, paint),
    ...spellingLines(diff.spelling, paint),
  ];
}

function problemLines(diff: NotCompared, paint: Paint): Lines {
  return [
    `${paint("title", showHeading(diff))}: ${paint("rejected", "cannot be compared")}`,
    ...diff.diagnostics.flatMap((diagnostic) =>
      wrapText(`  ${blamedInput(diagnostic)}: ${defuse(diagnostic.message)}`, "    "),
    ),
  ];
}

/** Of a cluster that comes or goes as a whole there is only why; its manifest is not a change of it. */
function consequenceLines({ presence, changes }: ComparedManifests, paint: Paint): Lines {
  if (presence === "both") return changeLines(changes, paint);
  return changes.flatMap(({ reason }) => reasonLines(reason, paint));
}

function untoldLines(diff: ComparedManifests, paint: Paint): Lines {
  return untoldParts(diff).flatMap(({ heading, refusals }) => [
    "",
    `  ${paint("rejected", `${heading}:`)}`,
    ...refusals.flatMap(({ code, path, message }) => [
      ...wrapText(`    ! ${path} (${code})`, "        "),
      ...reasonLines(message, paint),
    ]),
  ]);
}

function spellingLines(spelling: readonly SpellingDifference[], paint: Paint): Lines {
  if (spelling.length === 0) return [];
  return [
    "",
    `  ${paint("heading", "Written differently, with the same meaning:")}`,
    ...spelling.flatMap(({ path, before, after, cause, reason }) => {
      const [left, right] = [before, after].map((value) =>
        value === undefined ? "nothing" : showData(value),
      );
      return wrapText(`    = ${path}: ${left} -> ${right}. ${reason} (${cause})`, "        ");
    }),
  ];
}
