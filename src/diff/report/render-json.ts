import { defuseLines } from "../../diagnostics/defuse.ts";
import { readingArgument } from "../../diagnostics/read-options.ts";
import type { ManifestDiff } from "../compare/manifest-diff.ts";

/**
 * Differences as a JSON list, indented by two, with a line break at the end. What is not printable is escaped, which JSON
 * readers take for the same; NaN and infinities, which JSON lacks, are null. Throws a TypeError for what is no such list.
 */
export function renderDiffJson(diffs: readonly ManifestDiff[]): string {
  return readingArgument("renderDiffJson", "diffs", "a list of results of diffManifests", () => {
    return `${defuseLines(JSON.stringify(diffs.map(titled), null, 2))}\n`;
  });
}

/** Only differences have titles. */
function titled(diff: ManifestDiff): ManifestDiff {
  if (typeof diff.title !== "string") throw new TypeError("It has no title.");
  return diff;
}
