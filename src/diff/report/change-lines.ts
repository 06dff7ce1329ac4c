import { defuse } from "../../diagnostics/defuse.ts";
import { effectSummaries } from "../../kuberay/effects/effects.ts";
import type { Change } from "../compare/manifest-diff.ts";
import type { Paint } from "./diff-paint.ts";
import { effectStyle } from "./diff-paint.ts";
import type { ChangePart, ReportedChange } from "./merge-changes.ts";
import { dataLines, isLarge, showData, showPair } from "./show-data.ts";
import { groupChanges } from "./summarize.ts";
import { wrapText } from "./wrap-text.ts";

const SHOWN_LINES = 30;
const signs = Object.freeze({ added: "+", removed: "-", changed: "~" });

/** The changes of a cluster that is on both sides: by effect, then by reason. */
export function changeLines(changes: readonly Change[], paint: Paint): readonly string[] {
  const lines: string[] = [];
  let shown: Change["effect"] | undefined;
  for (const { effect, reason, changes: group } of groupChanges(changes)) {
    if (effect !== shown) {
      const heading = `${effectSummaries[effect]} (${effect}):`;
      lines.push(
        "",
        ...painted(wrapText(`  ${capitalized(heading)}`, "    "), effectStyle(effect), paint),
      );
      shown = effect;
    }
    for (const change of group) lines.push(...oneChange(change, paint));
    lines.push(...reasonLines(reason, paint));
  }
  return lines;
}

/** Why, as lines below what it is about. */
export function reasonLines(reason: string, paint: Paint): readonly string[] {
  return painted(wrapText(`      ${defuse(reason)}`, "      "), "reason", paint);
}

function oneChange(change: ReportedChange, paint: Paint): readonly string[] {
  const { path, kind, before, after, parts } = change;
  const head = `    ${signs[kind]} ${path}`;
  const single = before ?? after ?? null;
  if (parts === undefined && (before === undefined || after === undefined) && isLarge(single)) {
    return [
      ...painted(wrapText(head, DEEPER), kind, paint),
      ...dataLines(single, SHOWN_LINES).map((line) => `        ${paint(kind, line)}`),
    ];
  }
  const values = parts === undefined ? showSides(change) : parts.map(showPart).join(", ");
  return painted(wrapText(`${head}: ${values}`, DEEPER), kind, paint);
}

const DEEPER = "        ";

function showPart(part: ChangePart): string {
  const sides = showSides(part);
  const lacking =
    part.before === undefined ? "none -> " : part.after === undefined ? "" : undefined;
  if (lacking === undefined) return `${part.fields} ${sides}`;
  return part.after === undefined
    ? `${part.fields} ${sides} -> none`
    : `${part.fields} ${lacking}${sides}`;
}

function showSides({ before, after }: Pick<Change, "before" | "after">): string {
  if (before === undefined || after === undefined) return showData(before ?? after ?? null);
  return showPair(before, after).join(" -> ");
}

/** Each line painted but for its indentation. */
function painted(
  lines: readonly string[],
  style: Parameters<Paint>[0],
  paint: Paint,
): readonly string[] {
  return lines.map((line) => {
    const text = line.trimStart();
    return `${line.slice(0, line.length - text.length)}${paint(style, text)}`;
  });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
