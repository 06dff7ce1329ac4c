import type { RayManifest } from "../../manifest/manifest.ts";
import type { Compiled } from "../../plan/compiled.ts";
import { printYamlDocuments } from "../../yaml/print.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import { printHarmlessJson } from "../formats/print-harmless-json.ts";
import { diagnosticFlags, diagnosticReporter } from "../formats/report-diagnostics.ts";
import { withMark } from "../io/compiled-mark.ts";
import type { Destination } from "../io/destination.ts";
import { chooseDestination } from "../io/destination.ts";
import type { CommandLineIo } from "../io/io.ts";
import { isJsonFile } from "../io/is-json-file.ts";
import type { OutputFile, OutputFolder } from "../io/output-file.ts";
import { writeOutputs } from "../io/write-outputs.ts";
import { defineCommand } from "./command.ts";
import { checkInputs, compileInputs, inputFlags } from "./compile-inputs.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { refuseFormatName } from "./refuse-format-name.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({
  ...inputFlags,
  output: {
    kind: "value",
    short: "o",
    placeholder: "FILE",
    summary: "Write all manifests to one file.",
  },
  "output-dir": {
    kind: "value",
    placeholder: "FOLDER",
    summary: "Write each manifest to a file of its own.",
  },
  check: { kind: "switch", summary: "Write nothing; compare with existing files." },
  diff: { kind: "switch", summary: "With --check: show the differing lines." },
  json: { kind: "switch", summary: "Write JSON, as into FILE.json, instead of YAML." },
  ...diagnosticFlags,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster compile`: requests and settings in, manifests or every mistake out. */
export const compileCommand = defineCommand({
  name: "compile",
  summary: "Compile requests into RayCluster manifests.",
  operands: "REQUEST...",
  details: [
    "A REQUEST is a YAML or JSON file, or - for standard input; it may contain",
    "several requests, separated by ---. Manifests go to standard output in the same",
    "form, unless a flag says otherwise. With --output-dir, the manifest of",
    "train.yaml is named train.yaml, and so is that of train/request.yaml. If any",
    "request is invalid, nothing is written.",
    "",
    "With --check, the exit code is 1 if a file differs from what would be written,",
    "is missing, or was compiled into the output folder from a request that is gone.",
  ],
  flags,
  run: compileRequests,
});

async function compileRequests(
  given: ArgumentsOf<typeof flags>,
  io: CommandLineIo,
): Promise<ExitCode> {
  checkInputs(given);
  const report = diagnosticReporter(given, io);
  refuseFormatName(given.value("output"));
  const json = writesJson(given);
  const destination = await chooseDestination(
    given.operands,
    {
      output: given.value("output"),
      outputFolder: given.value("output-dir"),
      extension: json ? ".json" : ".yaml",
      otherInputs: [...given.values("settings"), ...given.values("patch")],
    },
    io,
  );
  if (given.isSet("diff") && !given.isSet("check")) {
    throw new UsageError("--diff shows what --check finds; use both.");
  }
  if (given.isSet("check")) {
    if (destination.kind !== "standard-output") return checkFiles(given, destination, io);
    throw new UsageError("--check needs files to compare with: --output or --output-dir.");
  }
  const compiled = await compileInputs(given, report, io);
  if (compiled === undefined) return exitCodes.invalidInput;
  if (destination.kind === "standard-output") {
    const render = json ? printJson : printYamlDocuments;
    await printData(render(compiled.flat().map(({ manifest }) => manifest)), io);
  } else {
    await writeOutputs(outputFiles(compiled, destination, json), foldersOf(destination), io);
  }
  return exitCodes.fine;
}

/** A file that is named as JSON holds JSON. */
function writesJson(given: ArgumentsOf<typeof flags>): boolean {
  return given.isSet("json") || isJsonFile(given.value("output"));
}

type FileDestination = Exclude<Destination, { readonly kind: "standard-output" }>;

async function checkFiles(
  given: ArgumentsOf<typeof flags>,
  destination: FileDestination,
  io: CommandLineIo,
): Promise<ExitCode> {
  const { runReporter } = await import("../drift/report-run.ts");
  const reporter = runReporter(given, io);
  const compiled = await compileInputs(given, reporter.inputs, io);
  if (compiled === undefined) {
    await reporter.failed();
    return exitCodes.invalidInput;
  }
  const { compareOutputs } = await import("../drift/compare-outputs.ts");
  const { reportFlags, withoutFlags } = await import("../drift/command-line.ts");
  const json = writesJson(given);
  const outputs = outputFiles(compiled, destination, json);
  const argv = withoutFlags(given.argv, reportFlags);
  return compareOutputs(
    outputs,
    {
      search: {
        folders: foldersOf(destination),
        outputs: outputs.map(({ file }) => file),
        extensions: [json ? ".json" : ".yaml"],
        root: ".",
      },
      diff: given.isSet("diff"),
      quiet: given.isSet("quiet"),
      summary: false,
      cures: () => ({
        outputs: [...io.program, "compile", ...argv],
        orphans: (files) => ["rm", ...files.map(operand)],
      }),
    },
    reporter,
    io,
  );
}

function operand(file: string): string {
  return file.startsWith("-") ? `./${file}` : file;
}

function foldersOf(destination: FileDestination): readonly OutputFolder[] {
  return destination.kind === "folder" ? [{ folder: destination.folder }] : [];
}

/** A file for each request bears the compiler's mark; JSON has no comments, and one file for all is never an orphan. */
function outputFiles(
  compiled: readonly (readonly Compiled[])[],
  destination: FileDestination,
  json: boolean,
): readonly OutputFile[] {
  const render = json ? printJson : printYamlDocuments;
  const outputFile = (file: string, some: readonly Compiled[]): OutputFile => {
    const manifests = some.map(({ manifest }) => manifest);
    const kuberayVersion = some[0]?.plan.kuberay_version ?? "";
    return { file, text: render(manifests), kuberayVersion };
  };
  if (destination.kind === "file") return [outputFile(destination.file, compiled.flat())];
  return compiled.map((some, index) => {
    const output = outputFile(destination.files[index] ?? "", some);
    return json ? output : { ...output, text: withMark(output.text), unmarked: output.text };
  });
}

/** One manifest as an object, several as a list. */
function printJson(manifests: readonly RayManifest[]): string {
  return printHarmlessJson(manifests.length === 1 ? manifests[0] : manifests);
}
