import { defuseLines } from "../../diagnostics/defuse.ts";
import type { ManifestDiff } from "../compare/manifest-diff.ts";

/**
 * Differences as a JSON list, indented by two, with a line break at the end. What is not printable is escaped, which JSON
 * readers take for the same; NaN and infinities, which JSON lacks, are null.
 */
export function renderDiffJson(diffs: readonly ManifestDiff[]): string {
  return `${defuseLines(JSON.stringify(diffs, null, 2))}\n`;
}
