import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { count } from "../../diagnostics/show.ts";
import { effectSummaries } from "../../kuberay/effects/effects.ts";
import type {
  Change,
  ComparedManifests,
  ManifestDiff,
  SpellingDifference,
} from "../compare/manifest-diff.ts";
import { blamedInput } from "./blamed-input.ts";
import { changeCells, isBlock } from "./change-cells.ts";
import type { DiffGroup } from "./group-diffs.ts";
import { htmlCode, htmlProse, htmlText } from "./html-text.ts";
import type { ReportedChange } from "./merge-changes.ts";
import { effectClass, outcomeClass } from "./outcome-class.ts";
import { dataLines, showData } from "./show-data.ts";
import { groupChanges, showPlace, summarize, untoldParts } from "./summarize.ts";

const SHOWN_LINES = 30;
const SHOWN_TITLES = 3;

/** The details of clusters with the same changes, folded away or open. */
export function htmlSection({ diff, all }: DiffGroup, anchor: string, isOpen: boolean): string {
  const summary = diff.ok
    ? `${summarize(diff)} (KubeRay ${diff.kuberay_version})`
    : "cannot be compared";
  const blocks = diff.ok ? comparedBlocks(diff) : diff.diagnostics.map(problem);
  return [
    `<details id="${anchor}"${isOpen ? " open" : ""}>`,
    `<summary>${titles(all)} <span class="outcome ${outcomeClass(diff)}">${htmlText(summary)}</span></summary>`,
    '<div class="details">',
    ...(all.length > SHOWN_TITLES ? [titleList(all)] : []),
    ...blocks,
    "</div>",
    "</details>",
  ].join("\n");
}

function titles(all: readonly ManifestDiff[]): string {
  const shown = all.slice(0, SHOWN_TITLES).map((diff) => htmlCode(showPlace(diff)));
  const left = all.length - shown.length;
  const others = left > 0 ? ` and ${count(left, "other")}` : "";
  return `<span class="titles">${shown.join(", ")}${others}${all.length > 1 ? ", each" : ""}</span>`;
}

function titleList(all: readonly ManifestDiff[]): string {
  const items = all.map((diff) => `<li>${htmlCode(showPlace(diff))}</li>`);
  return `<ul class="clusters">${items.join("")}</ul>`;
}

function problem(diagnostic: Diagnostic): string {
  const input = blamedInput(diagnostic);
  return `<p><strong>${htmlText(input)}</strong>: ${htmlProse(diagnostic.message)}</p>`;
}

function comparedBlocks(diff: ComparedManifests): readonly string[] {
  return [
    ...(diff.presence === "both" ? changeBlocks(diff.changes) : wholeBlocks(diff)),
    ...untoldBlocks(diff),
    ...spellingBlocks(diff.spelling),
  ];
}

/** A cluster that comes or goes as a whole, with its manifest. */
function wholeBlocks({ changes }: ComparedManifests): readonly string[] {
  return changes.flatMap(({ reason, before, after }) => [
    `<p>${htmlProse(reason)}</p>`,
    codeBlock(dataLines(before ?? after ?? null, SHOWN_LINES), "whole"),
  ]);
}

function changeBlocks(changes: readonly Change[]): readonly string[] {
  const blocks: string[] = [];
  let shown: Change["effect"] | undefined;
  for (const { effect, reason, changes: group } of groupChanges(changes)) {
    if (effect !== shown) blocks.push(effectHeading(effect));
    shown = effect;
    const small = group.filter((change) => !isBlock(change));
    if (small.length > 0) blocks.push(changeTable(small));
    blocks.push(...group.filter(isBlock).map(largeChange));
    blocks.push(`<p class="reason">${htmlProse(reason)}</p>`);
  }
  return blocks;
}

function effectHeading(effect: Change["effect"]): string {
  const summary = effectSummaries[effect];
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}`;
  return `<h3 class="${effectClass(effect)}">${htmlText(sentence)} <small>(${effect})</small></h3>`;
}

function changeTable(changes: readonly ReportedChange[]): string {
  const rows = changes.map((change) => {
    const { before, after } = changeCells(change);
    return `<tr><th scope="row">${htmlCode(change.path)}</th>${valueCell("Before", before, "old")}${valueCell("After", after, "new")}</tr>`;
  });
  const head = ["Field", "Before", "After"].map((name) => `<th scope="col">${name}</th>`).join("");
  return [
    '<table class="changes">',
    `<thead><tr>${head}</tr></thead>`,
    "<tbody>",
    ...rows,
    "</tbody>",
    "</table>",
  ].join("\n");
}

function valueCell(column: string, text: string | undefined, side: "old" | "new"): string {
  if (text === undefined) return `<td class="empty" data-column="${column}"></td>`;
  return `<td class="${side}" data-column="${column}">${htmlCode(text)}</td>`;
}

function largeChange({ path, kind, before, after }: ReportedChange): string {
  const verb = kind === "added" ? "Added" : "Removed";
  const lines = dataLines(before ?? after ?? null, SHOWN_LINES);
  return `<p>${verb} ${htmlCode(path)}:</p>\n${codeBlock(lines, kind)}`;
}

/** Reachable by keyboard, since it can scroll. */
function codeBlock(lines: readonly string[], kind: string): string {
  return `<pre class="${kind}" tabindex="0"><code>${lines.map(htmlText).join("\n")}</code></pre>`;
}

function untoldBlocks(diff: ComparedManifests): readonly string[] {
  return untoldParts(diff).flatMap(({ heading, refusals }) => [
    `<h3 class="refused">${heading}</h3>`,
    "<ul>",
    ...refusals.map(
      ({ code, path, message }) =>
        `<li>${htmlCode(path)} <small>(${code})</small><br>${htmlProse(message)}</li>`,
    ),
    "</ul>",
  ]);
}

function spellingBlocks(spelling: readonly SpellingDifference[]): readonly string[] {
  if (spelling.length === 0) return [];
  return [
    '<h3 class="quiet">Written differently, with the same meaning</h3>',
    "<ul>",
    ...spelling.map(({ path, before, after, cause, reason }) => {
      const [left, right] = [before, after].map((value) =>
        value === undefined ? "nothing" : htmlCode(showData(value)),
      );
      return `<li>${htmlCode(path)}: ${left} → ${right}. ${htmlProse(reason)} <small>(${cause})</small></li>`;
    }),
    "</ul>",
  ];
}
