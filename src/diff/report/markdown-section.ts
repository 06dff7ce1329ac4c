import { count } from "../../diagnostics/show.ts";
import { effectSummaries } from "../compare/effects.ts";
import type { Change, ComparedManifests, ManifestDiff } from "../compare/manifest-diff.ts";
import { codeBlock, codeCell, codeSpan, htmlText, prose } from "./markdown-text.ts";
import { dataLines, isLarge, showData, showPair } from "./show-data.ts";
import type { ChangeGroup } from "./summarize.ts";
import { groupChanges, showTitle, summarize, untoldRefusals } from "./summarize.ts";

const SHOWN_LINES = 30;
const SHOWN_SPELLINGS = 10;

/** The details of one pair, folded away, with so many of its changes at most, the most severe ones first. */
export function markdownSection(diff: ManifestDiff, maximumChanges: number): string {
  const summary = diff.ok ? summarize(diff) : "cannot be compared";
  const blocks = diff.ok
    ? comparedBlocks(diff, maximumChanges)
    : diff.problems.map(({ message }) => [prose(message)]);
  return [
    "<details>",
    `<summary><code>${htmlText(showTitle(diff))}</code>: ${summary}</summary>`,
    ...blocks.flatMap((block) => ["", ...block]),
    "",
    "</details>",
    "",
  ].join("\n");
}

/** Paragraphs, tables and code blocks, each as its lines. */
type Blocks = readonly (readonly string[])[];

function comparedBlocks(diff: ComparedManifests, maximumChanges: number): Blocks {
  const left = diff.changes.length - maximumChanges;
  return [
    ...changeBlocks(limited(groupChanges(diff.changes), maximumChanges)),
    ...(left > 0 ? [[`${count(left, "more change")} left out.`]] : []),
    ...untoldRefusals(diff).map(({ path, message }) => [
      `**refused**: ${codeSpan(path)}. ${prose(message)}`,
    ]),
    ...spellingBlocks(diff),
  ];
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
    if (effect !== shown) blocks.push([`**${effect}**: ${effectSummaries[effect]}.`]);
    shown = effect;
    const small = changes.filter((change) => !isBlock(change));
    if (small.length > 0) blocks.push(changeTable(small));
    for (const change of changes.filter(isBlock)) blocks.push(...largeChange(change));
    blocks.push([prose(reason)]);
  }
  return blocks;
}

/** Whether a change needs more room than a cell of a table. */
function isBlock({ before, after }: Change): boolean {
  return (before === undefined || after === undefined) && isLarge(before ?? after ?? null);
}

function changeTable(changes: readonly Change[]): readonly string[] {
  return [
    "| Field | Before | After |",
    "| --- | --- | --- |",
    ...changes.map((change) => {
      const [before, after] = cells(change);
      return `| ${codeCell(change.path)} | ${before} | ${after} |`;
    }),
  ];
}

function cells({ before, after }: Change): readonly [string, string] {
  if (before === undefined) return ["", after === undefined ? "" : codeCell(showData(after))];
  if (after === undefined) return [codeCell(showData(before)), ""];
  const [left, right] = showPair(before, after);
  return [codeCell(left), codeCell(right)];
}

function largeChange({ path, kind, before, after }: Change): Blocks {
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
