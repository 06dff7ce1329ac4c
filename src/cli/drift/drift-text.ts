import { defuse } from "../../diagnostics/defuse.ts";
import { describeDrift, describeKept } from "./drift.ts";
import type { DriftReport } from "./drift-report.ts";
import { allCures, diffLines } from "./drift-report.ts";

/** What differs: a sentence for each file, perhaps its lines, and what puts it right. Empty where nothing does. */
export function driftText({ drifts, diff, cures }: DriftReport): string {
  if (drifts.length === 0) return "";
  const files = drifts.map(
    (drift) => `${defuse(describeDrift(drift))}\n${diff ? diffLines(drift) : ""}`,
  );
  const lines = allCures(drifts, cures).map((cure) => `  ${defuse(cure)}\n`);
  return `${files.join("")}\nTo update:\n${lines.join("")}`;
}

/** The files that are left alone, a line each. */
export function keptText({ kept }: Pick<DriftReport, "kept">): string {
  return kept.map((file) => `${defuse(describeKept(file))}\n`).join("");
}
