import { count, formatCount } from "../../diagnostics/show.ts";
import { effectSummaries } from "../../kuberay/effects/effects.ts";
import type { Change, ComparedManifests, ManifestDiff } from "../compare/manifest-diff.ts";
import { changeCells, isBlock } from "./change-cells.ts";
import type { DiffGroup } from "./group-diffs.ts";
import { htmlText } from "./html-text.ts";
import { codeBlock, codeCell, codeSpan, prose } from "./markdown-text.ts";
import type { ReportedChange } from "./merge-changes.ts";
import { mergeChanges } from "./merge-changes.ts";
import { dataLines } from "./show-data.ts";
import type { ChangeGroup } from "./summarize.ts";
import { groupChanges, showPlace, summarize, untoldParts } from "./summarize.ts";

const SHOWN_LINES = 30;
const SHOWN_SPELLINGS = 10;

/**
 * The details of clusters with the same changes, folded away, with so many of their changes at most, the most severe ones
 * first.
 */
export function markdownSection({ diff, all }: DiffGroup, maximumChanges: number): string {
  const summary = diff.ok ? summarize(diff) : "cannot be compared";
  const blocks = diff.ok
    ? comparedBlocks(diff, maximumChanges)
    : diff.diagnostics.map(({ message }) => [prose(message)]);
  return [
    "<details>",
    `<summary>${titles(all)}: ${summary}</summary>`,
    ...(all.length > SHOWN_TITLES ? ["", otherTitles(all)] : []),
    ...blocks.flatMap((block) => ["", ...block]),
    "",
    "</details>",
    "",
  ].join("\n");
}

/** How many changes a section tells of at most. */
export function changeCount(diff: ManifestDiff): number {
  return diff.ok ? mergeChanges(diff.changes).length : 0;
}

function titles(all: readonly ManifestDiff[]): string {
  const shown = all
    .slice(0, SHOWN_TITLES)
    .map((diff) => `<code>${htmlText(showPlace(diff))}</code>`);
  const left = all.length - shown.length;
  return `${shown.join(", ")}${left > 0 ? ` and ${count(left, "other")}` : ""}${all.length > 1 ? ", each" : ""}`;
}

function otherTitles(all: readonly ManifestDiff[]): string {
  const others = all.slice(SHOWN_TITLES);
  const shown = others.slice(0, LISTED_TITLES).map((diff) => codeSpan(showPlace(diff)));
  const left = others.length - shown.length;
  return `The others: ${shown.join(", ")}${left > 0 ? ` and ${formatCount(left)} more` : ""}.`;
}

const SHOWN_TITLES = 3;
const LISTED_TITLES = 100;

/** Paragraphs, tables and code blocks, each as its lines. */
type Blocks = readonly (readonly string[])[];

function comparedBlocks(diff: ComparedManifests, maximumChanges: number): Blocks {
  const left = changeCount(diff) - maximumChanges;
  const groups = limited(groupChanges(diff.changes), maximumChanges);
  return [
    ...(diff.presence === "both" ? changeBlocks(groups) : wholeBlocks(diff)),
    ...(left > 0 ? [[`${count(left, "more change")} left out.`]] : []),
    ...untoldParts(diff).flatMap(({ label, refusals }) =>
      refusals.map(({ code, path, message }) => [
        `**${label}** (${code}): ${codeSpan(path)}. ${prose(message)}`,
      ]),
    ),
    ...spellingBlocks(diff),
  ];
}

/** A cluster that comes or goes as a whole, with its manifest. */
function wholeBlocks({ presence, changes }: ComparedManifests): Blocks {
  return changes.flatMap(
    ({ reason, before, after }): Blocks => [
      [`**${presence === "created" ? "Created" : "Deleted"}**: ${prose(reason)}`],
      codeBlock(dataLines(before ?? after ?? null, SHOWN_LINES), "yaml"),
    ],
  );
}

function limited(groups: readonly ChangeGroup[], maximum: number): readonly ChangeGroup[] {
  let room = maximum;
  return groups.flatMap((group) => {
    const changes = group.changes.slice(0, room);
    room -= changes.length;
    return changes.length === 0 ? [] : [{ ...group, changes }];
  });
}

function changeBlocks(groups: readonly ChangeGroup[]): Blocks {
  const blocks: (readonly string[])[] = [];
  let shown: Change["effect"] | undefined;
  for (const { effect, reason, changes } of groups) {
    if (effect !== shown) {
      const summary = effectSummaries[effect];
      blocks.push([`**${summary.charAt(0).toUpperCase()}${summary.slice(1)}** (${effect}).`]);
    }
    shown = effect;
    const small = changes.filter((change) => !isBlock(change));
    if (small.length > 0) blocks.push(changeTable(small));
    for (const change of changes.filter(isBlock)) blocks.push(...largeChange(change));
    blocks.push([prose(reason)]);
  }
  return blocks;
}

function changeTable(changes: readonly ReportedChange[]): readonly string[] {
  return [
    "| Field | Before | After |",
    "| --- | --- | --- |",
    ...changes.map((change) => {
      const { before, after } = changeCells(change);
      return `| ${codeCell(change.path)} | ${valueCell(before)} | ${valueCell(after)} |`;
    }),
  ];
}

function valueCell(text: string | undefined): string {
  return text === undefined ? "" : codeCell(text);
}

function largeChange({ path, kind, before, after }: ReportedChange): Blocks {
  const verb = kind === "added" ? "Added" : "Removed";
  return [
    [`${verb} ${codeSpan(path)}:`],
    codeBlock(dataLines(before ?? after ?? null, SHOWN_LINES), "yaml"),
  ];
}

function spellingBlocks({ spelling }: ComparedManifests): Blocks {
  if (spelling.length === 0) return [];
  const shown = spelling.slice(0, SHOWN_SPELLINGS);
  const left = spelling.length - shown.length;
  return [
    [`Written differently, with the same meaning, in ${count(spelling.length, "place")}:`],
    [
      ...shown.map(({ path, reason }) => `- ${codeSpan(path)}. ${prose(reason)}`),
      ...(left > 0 ? [`- ${count(left, "more place")}.`] : []),
    ],
  ];
}
