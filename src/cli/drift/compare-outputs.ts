import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import { summarise } from "../formats/summarise.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { OutputFile } from "../io/output-file.ts";
import type { DriftKind } from "./drift.ts";
import type { Cures } from "./drift-report.ts";
import { driftText, keptText } from "./drift-text.ts";
import { findDrift } from "./find-drift.ts";
import type { OrphanSearch } from "./find-orphans.ts";
import { findOrphans } from "./find-orphans.ts";
import type { RunReporter } from "./report-run.ts";

export interface CompareOptions {
  /** How many more files are what they should be. Default none. */
  readonly current?: number;
  readonly search: OrphanSearch;
  readonly diff: boolean;
  readonly quiet: boolean;
  /** Whether text ends with a line that counts. */
  readonly summary: boolean;
  readonly cures: (hasOrphans: boolean) => Cures;
}

/** Compares what would be written with what is there, and reports. Throws an AccessError. */
export async function compareOutputs(
  outputs: readonly OutputFile[],
  { current = 0, search, diff, quiet, summary, cures }: CompareOptions,
  reporter: RunReporter,
  io: CommandLineIo,
): Promise<ExitCode> {
  const { orphans, kept } = await findOrphans(search, io);
  const drifts = [...(await findDrift(outputs, io)), ...orphans];
  const number = (...kinds: readonly DriftKind[]) =>
    drifts.filter(({ kind }) => kinds.includes(kind)).length;
  const outcome = {
    drifts,
    kept,
    changed: { written: [], removed: [] },
    counts: [
      ["equal", current + outputs.length - (drifts.length - orphans.length)],
      ["different", number("meaning", "spelling", "no-manifest")],
      ["missing", number("missing")],
      ["orphaned", orphans.length],
    ] as const,
    diff,
    severity: "error" as const,
    cures: cures(orphans.length > 0),
  };
  await reporter.ended(outcome, async (report) => {
    await printData(driftText(report), io);
    if (quiet) return;
    await io.stderr.write(keptText(report));
    if (summary) await io.stderr.write(summarise(report.counts));
  });
  return drifts.length === 0 ? exitCodes.fine : exitCodes.drift;
}
