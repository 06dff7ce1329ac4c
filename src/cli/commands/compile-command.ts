import type { Compiled } from "../../compile.ts";
import type { RayClusterManifest } from "../../manifest/ray-cluster.ts";
import { printYamlDocuments } from "../../yaml/print.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import { diagnosticFlags, diagnosticReporter } from "../formats/report-diagnostics.ts";
import type { Destination } from "../io/destination.ts";
import { chooseDestination } from "../io/destination.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { OutputFile } from "../io/output-file.ts";
import { writeOutputs } from "../io/write-outputs.ts";
import { defineCommand } from "./command.ts";
import { checkInputs, compileInputs, inputFlags } from "./compile-inputs.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
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
  check: { kind: "switch", summary: "Write nothing: compare with what is there." },
  diff: { kind: "switch", summary: "With --check: show the lines that differ." },
  json: { kind: "switch", summary: "Write JSON instead of YAML." },
  ...diagnosticFlags,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster compile`: requests and settings in, manifests or every mistake out. */
export const compileCommand = defineCommand({
  name: "compile",
  summary: "Compile requests into RayCluster manifests.",
  operands: "REQUEST...",
  details: [
    "A REQUEST is a file in YAML or JSON, or - for standard input. Manifests go to",
    "standard output, joined with ---, unless a flag says otherwise. With",
    "--output-dir, the manifest of train.yaml is named train.yaml, and so is that of",
    "train/request.yaml. If any request is invalid, nothing is written.",
    "",
    "With --check, the exit code is 1 if a file differs from what would be written,",
    "is missing, or holds a RayCluster in the output folder that no request produces.",
  ],
  flags,
  run: compileRequests,
});

async function compileRequests(given: ArgumentsOf<typeof flags>, io: CommandLineIo) {
  checkInputs(given);
  const report = diagnosticReporter(given, io);
  const json = given.isSet("json");
  const settingsFile = given.value("settings");
  const extension = json ? ".json" : ".yaml";
  const destination = await chooseDestination(
    given.operands,
    {
      output: given.value("output"),
      outputFolder: given.value("output-dir"),
      extension,
      otherInputs: settingsFile === undefined ? [] : [settingsFile],
    },
    io,
  );
  if (given.isSet("diff") && !given.isSet("check")) {
    throw new UsageError("--diff shows what --check finds; give both.");
  }
  if (given.isSet("check") && destination.kind === "standard-output") {
    throw new UsageError("--check needs files to compare with: --output or --output-dir.");
  }
  const compiled = await compileInputs(given, report, io);
  if (compiled === undefined) return exitCodes.invalidInput;
  const render = json ? printJson : printYamlDocuments;
  if (destination.kind === "standard-output") {
    await printData(render(compiled.map(({ manifest }) => manifest)), io);
    return exitCodes.fine;
  }
  const outputs = outputFiles(compiled, destination, render);
  const folders = destination.kind === "folder" ? [destination.folder] : [];
  if (given.isSet("check")) {
    const { checkOutputs } = await import("../drift/check-outputs.ts");
    return checkOutputs(outputs, { folders, extension, given }, io);
  }
  await writeOutputs(outputs, folders, io);
  return exitCodes.fine;
}

function outputFiles(
  compiled: readonly Compiled[],
  destination: Exclude<Destination, { readonly kind: "standard-output" }>,
  render: (manifests: readonly RayClusterManifest[]) => string,
): readonly OutputFile[] {
  const outputFile = (file: string, some: readonly Compiled[]): OutputFile => {
    const manifests = some.map(({ manifest }) => manifest);
    const kuberayVersion = some[0]?.plan.kuberay_version ?? "";
    return { file, text: render(manifests), manifests, kuberayVersion };
  };
  if (destination.kind === "file") return [outputFile(destination.file, compiled)];
  return compiled.map((one, index) => outputFile(destination.files[index] ?? "", [one]));
}

/** One manifest as an object, several as a list. */
function printJson(manifests: readonly RayClusterManifest[]): string {
  return `${JSON.stringify(manifests.length === 1 ? manifests[0] : manifests, null, 2)}\n`;
}
