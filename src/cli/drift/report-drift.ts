import { defuse } from "../../diagnostics/defuse.ts";
import { unifiedDiff } from "../../diff/report/unified-diff.ts";
import { printData } from "../formats/print-data.ts";
import type { CommandLineIo } from "../io/io.ts";
import { commandLine } from "./command-line.ts";
import type { Drift } from "./drift.ts";

export interface DriftReportOptions {
  /** Whether the lines that differ are shown. */
  readonly diff: boolean;
  /** Command lines, as arguments, that put everything right. */
  readonly mending: readonly (readonly string[])[];
}

/** Writes what differs to standard output: a sentence for each file, perhaps its lines, and what puts it right. */
export async function reportDrift(
  drifts: readonly Drift[],
  { diff, mending }: DriftReportOptions,
  io: CommandLineIo,
): Promise<void> {
  if (drifts.length === 0) return;
  for (const drift of drifts) {
    await printData(`${defuse(describe(drift))}\n${diff ? lines(drift, io) : ""}`, io);
  }
  const cures = mending.map((argv) => `  ${defuse(commandLine(argv))}\n`).join("");
  await printData(`\nThis puts it right:\n${cures}`, io);
}

function describe({ file, kind, problem }: Drift): string {
  switch (kind) {
    case "missing":
      return `${file} is missing.`;
    case "meaning":
      return `${file} differs in meaning.`;
    case "spelling":
      return `${file} differs in spelling only.`;
    case "no-manifest":
      return `${file} differs and cannot be compared. ${problem}`;
    case "orphan":
      return `${file} is an orphan: no request produces it.`;
  }
}

/** For `patch -p0`. Exact, unless somebody would read it whom the text of a file could harm. */
function lines({ file, kind, present, expected }: Drift, io: CommandLineIo): string {
  const oldName = kind === "missing" ? "/dev/null" : file;
  const newName = kind === "orphan" ? "/dev/null" : file;
  const text = unifiedDiff(present, expected, { oldName, newName });
  const isRead = io.stdout.isTerminal() || io.environment.GITHUB_ACTIONS === "true";
  return isRead ? text.split("\n").map(harmless).join("\n") : text;
}

/** Neither an escape code of a terminal nor a command of the GitHub runner. */
function harmless(line: string): string {
  return defuse(line)
    .replace(/^(\s*)::/, "$1\\u003a\\u003a")
    .replaceAll("##[", "##\\u005b");
}
