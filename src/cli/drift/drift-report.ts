import { defuse } from "../../diagnostics/defuse.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { unifiedDiff } from "../../diff/report/unified-diff.ts";
import { commandLine } from "./command-line.ts";
import type { Drift, KeptFile } from "./drift.ts";

/** How a run over output files ended. */
export interface DriftReport {
  /** What is wrong with the inputs, and their texts. */
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: readonly TextDocument[];
  /** Files that are not what would be compiled, still. */
  readonly drifts: readonly Drift[];
  readonly kept: readonly KeptFile[];
  /** Files that the run changed. */
  readonly changed: { readonly written: readonly string[]; readonly removed: readonly string[] };
  /** How many files of each kind there are; the first is always told. */
  readonly counts: readonly (readonly [what: string, count: number])[];
  /** Whether the lines that differ are shown. */
  readonly diff: boolean;
  /** Whether drift is what the run failed for. */
  readonly severity: "error" | "warning";
  readonly cures: Cures;
}

/** Command lines, as arguments, after which there is no drift. */
export interface Cures {
  /** For files that are missing or different. */
  readonly outputs: readonly string[];
  readonly orphans: (files: readonly string[]) => readonly string[];
}

/** A run that came to nothing: its inputs are invalid. */
export function failedRun(
  diagnostics: readonly Diagnostic[],
  texts: readonly TextDocument[],
): DriftReport {
  return {
    diagnostics,
    texts,
    drifts: [],
    kept: [],
    changed: { written: [], removed: [] },
    counts: [],
    diff: false,
    severity: "error",
    cures: { outputs: [], orphans: () => [] },
  };
}

/** The command line that puts one file right. */
export function cureOf({ file, kind }: Drift, { outputs, orphans }: Cures): string {
  return commandLine(kind === "orphan" ? orphans([file]) : outputs);
}

/** The command lines that put all files right. */
export function allCures(drifts: readonly Drift[], { outputs, orphans }: Cures): readonly string[] {
  const orphaned = drifts.filter(({ kind }) => kind === "orphan").map(({ file }) => file);
  const cures = [
    ...(orphaned.length === drifts.length ? [] : [commandLine(outputs)]),
    ...(orphaned.length === 0 ? [] : [commandLine(orphans(orphaned))]),
  ];
  return [...new Set(cures)];
}

/**
 * The lines of a file that differ, for `patch -p0`. Text of the file that a terminal or a build system would act on is escaped,
 * so that `patch` finds all other files as they are.
 */
export function diffLines(drift: Drift): string {
  return exactDiff(drift)
    .split("\n")
    .map((line) => {
      const isCrlf = line.endsWith("\r");
      const parts = (isCrlf ? line.slice(0, -1) : line).split("\t").map(defuse);
      return `${parts.join("\t")}${isCrlf ? "\r" : ""}`;
    })
    .join("\n");
}

/** The same as they are. */
export function exactDiff({ file, kind, present, expected }: Drift): string {
  const oldName = kind === "missing" ? "/dev/null" : file;
  const newName = kind === "orphan" ? "/dev/null" : file;
  return unifiedDiff(present, expected, { oldName, newName });
}
