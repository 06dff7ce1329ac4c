import { disarm } from "../../diagnostics/disarm.ts";
import { effectSummaries } from "../compare/effects.ts";
import type {
  Change,
  ComparedManifests,
  ManifestDiff,
  NotCompared,
  SpellingDifference,
} from "../compare/manifest-diff.ts";
import { dataLines, isLarge, showData, showPair } from "./show-data.ts";
import { totalsRows } from "./show-totals.ts";
import { groupChanges, showTitle, summarize, untoldRefusals } from "./summarize.ts";

/** What a piece of the report is, for a painter to colour. */
export type DiffStyle =
  | "title"
  | "effect"
  | "rejected"
  | "added"
  | "removed"
  | "changed"
  | "reason"
  | "heading";

export interface RenderDiffOptions {
  /** Colours a piece of text. Default: leaves it as it is. */
  readonly paint?: (style: DiffStyle, text: string) => string;
}

type Paint = NonNullable<RenderDiffOptions["paint"]>;

const SHOWN_LINES = 30;
const signs = Object.freeze({ added: "+", removed: "-", changed: "~" });

/**
 * The difference as text for a terminal or a log: what happens, change by change, then what is only written differently,
 * then the totals. Ends with a line break. Text of a manifest can neither break lines nor reach the terminal as escapes, nor
 * give commands to GitHub's runner.
 */
export function renderDiffText(diff: ManifestDiff, options: RenderDiffOptions = {}): string {
  const paint = options.paint ?? ((_style, text) => text);
  const lines = diff.ok ? comparedLines(diff, paint) : problemLines(diff, paint);
  return lines.map((line) => `${line}\n`).join("");
}

/** No line begins with text of a manifest: it could be a workflow command. */
function heading(diff: ManifestDiff): string {
  return `RayCluster ${showTitle(diff)}`;
}

function problemLines(diff: NotCompared, paint: Paint): readonly string[] {
  return [
    `${paint("title", heading(diff))}: ${paint("rejected", "cannot be compared")}`,
    ...diff.problems.map(({ input, message }) => `  ${problemInputs[input]}: ${disarm(message)}`),
  ];
}

const problemInputs = Object.freeze({
  old: "the old manifest",
  new: "the new manifest",
  kuberay_version: "the KubeRay version",
  feature_gates: "the feature gates",
});

function comparedLines(diff: ComparedManifests, paint: Paint): readonly string[] {
  const style = diff.effect === "rejected" ? "rejected" : "effect";
  const target = `KubeRay ${diff.kuberay_version}`;
  return [
    `${paint("title", heading(diff))}: ${paint(style, summarize(diff))} (${target})`,
    ...changeLines(diff.changes, paint),
    ...refusalLines(diff, paint),
    ...spellingLines(diff.spelling, paint),
    ...(diff.same ? [] : totalsLines(diff, paint)),
  ];
}

function changeLines(changes: readonly Change[], paint: Paint): readonly string[] {
  const lines: string[] = [];
  let shown: Change["effect"] | undefined;
  for (const { effect, reason, changes: group } of groupChanges(changes)) {
    if (effect !== shown) {
      const name = paint(effect === "rejected" ? "rejected" : "effect", effect);
      lines.push("", `  ${name}: ${effectSummaries[effect]}`);
      shown = effect;
    }
    for (const change of group) lines.push(...oneChange(change, paint));
    lines.push(`      ${paint("reason", disarm(reason))}`);
  }
  return lines;
}

function oneChange(change: Change, paint: Paint): readonly string[] {
  const { path, kind, before, after } = change;
  const head = `    ${paint(kind, `${signs[kind]} ${path}`)}`;
  if (before !== undefined && after !== undefined) {
    const [left, right] = showPair(before, after);
    return [`${head}: ${left} -> ${right}`];
  }
  const value = before ?? after ?? null;
  if (path === WHOLE) return [head];
  if (!isLarge(value)) return [`${head}: ${showData(value)}`];
  return [head, ...dataLines(value, SHOWN_LINES).map((line) => `        ${paint(kind, line)}`)];
}

const WHOLE = "(manifest)";

function refusalLines(diff: ComparedManifests, paint: Paint): readonly string[] {
  const untold = untoldRefusals(diff);
  if (untold.length === 0) return [];
  return [
    "",
    `  ${paint("rejected", "refused")} in the new manifest, whatever changes:`,
    ...untold.flatMap(({ path, message }) => [
      `    ! ${path}`,
      `      ${paint("reason", disarm(message))}`,
    ]),
  ];
}

function spellingLines(spelling: readonly SpellingDifference[], paint: Paint): readonly string[] {
  if (spelling.length === 0) return [];
  return [
    "",
    `  ${paint("heading", "written differently, with the same meaning")}:`,
    ...spelling.map(({ path, before, after, reason }) => {
      const sides = [before, after].map((value) =>
        value === undefined ? "nothing" : showData(value),
      );
      return `    = ${path}: ${sides.join(" -> ")}. ${reason}`;
    }),
  ];
}

function totalsLines({ totals }: ComparedManifests, paint: Paint): readonly string[] {
  const rows = [
    { name: "", before: "before", after: "after" },
    ...totalsRows(totals.before, totals.after),
  ];
  const width = (column: "name" | "before") => Math.max(...rows.map((row) => row[column].length));
  const [names, befores] = [width("name"), width("before")];
  return [
    "",
    `  ${paint("heading", "totals")}:`,
    ...rows.map(({ name, before, after }) =>
      `    ${name.padEnd(names)}  ${before.padEnd(befores)}  ${after}`.trimEnd(),
    ),
  ];
}
