import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { ArgumentsOf } from "../commands/flags.ts";
import { printData } from "../formats/print-data.ts";
import type { DiagnosticReporter, diagnosticFlags } from "../formats/report-diagnostics.ts";
import { diagnosticReporter, wantedDiagnostics } from "../formats/report-diagnostics.ts";
import { wayFromWorkspace } from "../formats/way-from-workspace.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { DriftReport } from "./drift-report.ts";
import { failedRun } from "./drift-report.ts";

/** The two steps in which a run over output files reports. */
export interface RunReporter {
  /** What is wrong with the inputs. */
  readonly inputs: DiagnosticReporter;
  /** The end of a run whose inputs are invalid. */
  readonly failed: () => Promise<void>;
  /** The end of a run: its drift, and `asText` for where that is text. */
  readonly ended: (
    outcome: Omit<DriftReport, "diagnostics" | "texts">,
    asText: (report: DriftReport) => Promise<void>,
  ) => Promise<void>;
}

/**
 * As text, diagnostics go to standard error and drift where the command says. For programs all of it is one document on
 * standard output, whatever happens. Throws a UsageError where flags contradict each other.
 */
export function runReporter(
  given: ArgumentsOf<typeof diagnosticFlags>,
  io: CommandLineIo,
): RunReporter {
  const atOnce = diagnosticReporter(given, io);
  const name = given.value("format") ?? "text";
  const diagnostics: Diagnostic[] = [];
  const texts: TextDocument[] = [];
  const print = async (report: DriftReport) => {
    // Loaded only now: as text there is mostly nothing to tell.
    const { driftFormats } = await import("./drift-formats.ts");
    const format = driftFormats.get(name);
    if (format !== undefined) await printData(format(report, await wayFromWorkspace(io)), io);
  };
  return {
    inputs: async (some, sources) => {
      if (name === "text") await atOnce(some, sources);
      diagnostics.push(...wantedDiagnostics(some, given.isSet("quiet")));
      texts.push(...sources);
    },
    failed: async () => {
      if (name !== "text") await print(failedRun(diagnostics, texts));
    },
    ended: async (outcome, asText) => {
      const report = { ...outcome, diagnostics, texts };
      await (name === "text" ? asText(report) : print(report));
    },
  };
}
