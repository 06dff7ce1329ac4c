import { defuse } from "../../diagnostics/defuse.ts";
import { optionsOrThrow, readingArgument } from "../../diagnostics/read-options.ts";
import { count } from "../../diagnostics/show.ts";
import type {
  ComparedManifests,
  ManifestDiff,
  NotCompared,
  SpellingDifference,
} from "../compare/manifest-diff.ts";
import { changeLines, reasonLines } from "./change-lines.ts";
import type { Paint } from "./diff-paint.ts";
import { effectStyle } from "./diff-paint.ts";
import type { DiffGroup } from "./group-diffs.ts";
import { groupDiffs, isQuiet } from "./group-diffs.ts";
import { showData } from "./show-data.ts";
import { resourceRows, totalsRows } from "./show-totals.ts";
import { showTitle, summarize, untoldPodRefusals, untoldRefusals } from "./summarize.ts";
import { changeSummary, releaseSentences, sameSentence } from "./summary-sentences.ts";
import { wrapText } from "./wrap-text.ts";

export interface RenderDiffOptions {
  /** Colours a piece of text. Default: leaves it as it is. */
  readonly paint?: Paint;
}

/**
 * Differences as text for a terminal or a log, in lines of at most 80 columns where they can be broken. Of one cluster:
 * what happens, change by change, then what is only written differently, then the totals. Of several: how many are the same,
 * then those that are not, the same changes once, then a summary. Ends with a line break; empty where there is nothing to
 * compare. Text of a manifest can neither break lines nor reach the terminal as escapes, nor give commands to GitHub's
 * runner. Throws a TypeError that names the argument or the option which is wrong.
 */
export function renderDiffText(
  diffs: ManifestDiff | readonly ManifestDiff[],
  options?: RenderDiffOptions | null,
): string {
  const call = "renderDiffText";
  const { paint = (_style, text) => text } = optionsOrThrow<RenderDiffOptions>(call, options, {
    paint: "function",
  });
  return readingArgument(call, "diffs", "what diffManifests gives, or a list of it", () =>
    textOf(diffs, paint),
  );
}

function textOf(diffs: ManifestDiff | readonly ManifestDiff[], paint: Paint): string {
  const all = "ok" in diffs ? [diffs] : diffs;
  const [first, ...others] = all;
  if (first === undefined) return "";
  const releases = releaseSentences(all).filter((text) => others.length > 0 || text.includes("("));
  const blocks =
    others.length === 0
      ? [groupLines({ diff: first, all }, paint), releases]
      : severalBlocks(all, releases, paint);
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(""))
    .join("\n")}`;
}

type Lines = readonly string[];

function severalBlocks(
  diffs: readonly ManifestDiff[],
  releases: Lines,
  paint: Paint,
): readonly Lines[] {
  const changed = diffs.filter((diff) => !isQuiet(diff));
  const same = changed.length === 0 ? "" : sameSentence(diffs, "other");
  return [
    same === "" ? [] : [same],
    ...groupDiffs(changed).map((group) => groupLines(group, paint)),
    [
      ...wrapText(changeSummary(diffs), "  ").map((line) => paint("heading", line)),
      ...releases.flatMap((line) => wrapText(line, "  ")),
    ],
  ];
}

function groupLines({ diff, all }: DiffGroup, paint: Paint): Lines {
  if (!diff.ok) return problemLines(diff, paint);
  const what = `${summarize(diff)} (KubeRay ${diff.kuberay_version})`;
  const style = effectStyle(diff.effect);
  return [
    ...(all.length === 1
      ? titleLines(diff, what, style, paint)
      : titlesLines(all, what, style, paint)),
    ...consequenceLines(diff, paint),
    ...refusalLines(diff, paint),
    ...podRefusalLines(diff, paint),
    ...spellingLines(diff.spelling, paint),
    ...(diff.same ? [] : totalsLines(diff, all.length, paint)),
  ];
}

/** No line begins with text of a manifest: it could be a workflow command. */
function titleLines(
  diff: ManifestDiff,
  what: string,
  style: Parameters<Paint>[0],
  paint: Paint,
): Lines {
  const heading = `RayCluster ${showTitle(diff)}`;
  const [whole = "", ...more] = wrapText(`${heading}: ${what}`, "    ");
  if (more.length === 0) return [`${paint("title", heading)}: ${paint(style, what)}`];
  if (whole.length < heading.length) {
    return [
      ...wrapText(`${heading}:`, "    ").map((line) => paint("title", line)),
      `    ${paint(style, what)}`,
    ];
  }
  return [`${paint("title", heading)}:`, `    ${paint(style, what)}`];
}

function titlesLines(
  all: readonly ManifestDiff[],
  what: string,
  style: Parameters<Paint>[0],
  paint: Paint,
): Lines {
  return [
    `${paint("title", count(all.length, "RayCluster"))}, each: ${paint(style, what)}`,
    ...all.flatMap((diff) => wrapText(`    * ${showTitle(diff)}`, "      ")),
  ];
}

function problemLines(diff: NotCompared, paint: Paint): Lines {
  return [
    `${paint("title", `RayCluster ${showTitle(diff)}`)}: ${paint("rejected", "cannot be compared")}`,
    ...diff.problems.flatMap(({ input, message }) =>
      wrapText(`  ${problemInputs[input]}: ${defuse(message)}`, "    "),
    ),
  ];
}

const problemInputs = Object.freeze({
  options: "the options",
  old: "the old manifest",
  new: "the new manifest",
  kuberay_version: "the KubeRay version",
  feature_gates: "the feature gates",
});

/** Of a cluster that comes or goes as a whole there is only why; its manifest is not a change of it. */
function consequenceLines({ presence, changes }: ComparedManifests, paint: Paint): Lines {
  if (presence === "both") return changeLines(changes, paint);
  return changes.flatMap(({ reason }) => reasonLines(reason, paint));
}

function refusalLines(diff: ComparedManifests, paint: Paint): Lines {
  const untold = untoldRefusals(diff);
  if (untold.length === 0) return [];
  return [
    "",
    `  ${paint("rejected", "Refused in the new manifest, whatever changes:")}`,
    ...untold.flatMap(({ code, path, message }) => [
      ...wrapText(`    ! ${path} (${code})`, "        "),
      ...reasonLines(message, paint),
    ]),
  ];
}

function podRefusalLines(diff: ComparedManifests, paint: Paint): Lines {
  const untold = untoldPodRefusals(diff);
  if (untold.length === 0) return [];
  return [
    "",
    `  ${paint("rejected", "Refused by Kubernetes, so that no new pod can be made:")}`,
    ...untold.flatMap(({ code, path, message }) => [
      ...wrapText(`    ! ${path} (${code})`, "        "),
      ...reasonLines(message, paint),
    ]),
  ];
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

function totalsLines({ totals }: ComparedManifests, clusters: number, paint: Paint): Lines {
  const rows = [
    { name: "", before: "before", after: "after" },
    ...totalsRows(totals.before, totals.after),
    ...resourceRows(totals.before, totals.after),
  ];
  const width = (column: "name" | "before") => Math.max(...rows.map((row) => row[column].length));
  const [names, befores] = [width("name"), width("before")];
  const heading = clusters === 1 ? "Totals:" : `Totals of all ${clusters}:`;
  return [
    "",
    `  ${paint("heading", heading)}`,
    ...rows.map(({ name, before, after }) =>
      `    ${name.padEnd(names)}  ${before.padEnd(befores)}  ${after}`.trimEnd(),
    ),
  ];
}
