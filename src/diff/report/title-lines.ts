import { count } from "../../diagnostics/show.ts";
import type { ManifestDiff } from "../compare/manifest-diff.ts";
import type { DiffStyle, Paint } from "./diff-paint.ts";
import { showHeading, showPlace } from "./summarize.ts";
import { wrapText } from "./wrap-text.ts";

/** The title of a cluster and what happens. No line begins with text of a manifest: it could be a workflow command. */
export function titleLines(
  diff: ManifestDiff,
  what: string,
  style: DiffStyle,
  paint: Paint,
): readonly string[] {
  const heading = showHeading(diff);
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

/** The titles of several clusters with the same changes. */
export function titlesLines(
  all: readonly ManifestDiff[],
  what: string,
  style: DiffStyle,
  paint: Paint,
): readonly string[] {
  return [
    `${paint("title", count(all.length, all[0]?.kind ?? "RayCluster"))}, each: ${paint(style, what)}`,
    ...all.flatMap((diff) => wrapText(`    * ${showPlace(diff)}`, "      ")),
  ];
}
