import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { ArgumentsOf, FlagTable } from "../commands/flags.ts";
import type { CommandLineIo } from "../io/io.ts";
import { colourChoice, colourFlags } from "./colour-flags.ts";
import { diagnosticFormats } from "./diagnostic-formats.ts";
import { formatText } from "./format-text.ts";
import { terminalPaint } from "./terminal-paint.ts";
import { wayFromWorkspace } from "./way-from-workspace.ts";

/** The flags of every command that reports diagnostics. */
export const diagnosticFlags = Object.freeze({
  strict: { kind: "switch", summary: "Treat warnings as errors." },
  quiet: { kind: "switch", short: "q", summary: "Report errors only." },
  format: {
    kind: "value",
    placeholder: "FORMAT",
    choices: [...diagnosticFormats.keys()],
    summary: `Report: ${[...diagnosticFormats.keys()].join(", ").replace(",", " (default),")}.`,
  },
  ...colourFlags,
} satisfies FlagTable);

/** Writes diagnostics to standard error: one report for the whole run, as its flags say. */
export type DiagnosticReporter = (
  diagnostics: readonly Diagnostic[],
  texts: readonly TextDocument[],
) => Promise<void>;

/** Reads the flags for reports. Throws a UsageError where they contradict each other. */
export function diagnosticReporter(
  given: ArgumentsOf<typeof diagnosticFlags>,
  io: CommandLineIo,
): DiagnosticReporter {
  const choice = colourChoice(given);
  const format = diagnosticFormats.get(given.value("format") ?? "") ?? formatText;
  return async (diagnostics, texts) => {
    const wanted = wantedDiagnostics(diagnostics, given.isSet("quiet"));
    // Whether there is a terminal is asked only when there is something to colour.
    const paint = wanted.length === 0 ? undefined : terminalPaint(choice, io);
    const byFile = new Map(texts.map(({ file, text }) => [file, text]));
    const way = await wayFromWorkspace(io);
    const report = format(
      wanted,
      paint === undefined ? { texts: byFile, way } : { texts: byFile, way, paint },
    );
    await io.stderr.write(report);
  };
}

/** Each once, since requests that share their settings share what is wrong with them; errors alone where a run is quiet. */
export function wantedDiagnostics(
  diagnostics: readonly Diagnostic[],
  quiet: boolean,
): readonly Diagnostic[] {
  const byContent = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const content = JSON.stringify(diagnostic);
    if (!byContent.has(content)) byContent.set(content, diagnostic);
  }
  return [...byContent.values()].filter(({ severity }) => !quiet || severity === "error");
}
