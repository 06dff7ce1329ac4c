import { disarm } from "../../diagnostics/disarm.ts";
import { escapeUnprintable } from "../../diagnostics/show.ts";
import type { ManifestDiff } from "../compare/manifest-diff.ts";

/**
 * Differences as a JSON list, indented by two, with a line break at the end. What is not printable is escaped, which JSON
 * readers take for the same; NaN and infinities, which JSON lacks, are null.
 */
export function renderDiffJson(diffs: readonly ManifestDiff[]): string {
  const lines = JSON.stringify(diffs, null, 2).split("\n");
  return `${lines.map((line) => disarm(escapeUnprintable(line))).join("\n")}\n`;
}
