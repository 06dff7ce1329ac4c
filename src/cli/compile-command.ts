import type { RayClusterManifest } from "../manifest/ray-cluster.ts";
import { printYamlDocuments } from "../yaml/print.ts";
import { defineCommand } from "./command.ts";
import { checkInputs, compileInputs, inputFlags } from "./compile-inputs.ts";
import { chooseDestination } from "./destination.ts";
import { exitCodes } from "./exit-codes.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import type { CommandLineIo } from "./io.ts";
import { diagnosticFlags, diagnosticReporter } from "./report-diagnostics.ts";
import { writeOutputs } from "./write-outputs.ts";

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
  ],
  flags,
  run: compileRequests,
});

async function compileRequests(given: ArgumentsOf<typeof flags>, io: CommandLineIo) {
  checkInputs(given);
  const report = diagnosticReporter(given, io);
  const json = given.isSet("json");
  const settingsFile = given.value("settings");
  const destination = await chooseDestination(
    given.operands,
    {
      output: given.value("output"),
      outputFolder: given.value("output-dir"),
      extension: json ? ".json" : ".yaml",
      otherInputs: settingsFile === undefined ? [] : [settingsFile],
    },
    io,
  );
  const compiled = await compileInputs(given, report, io);
  if (compiled === undefined) return exitCodes.invalidInput;
  const manifests = compiled.map(({ manifest }) => manifest);
  await writeOutputs(manifests, destination, json ? printJson : printYamlDocuments, io);
  return exitCodes.fine;
}

/** One manifest as an object, several as a list. */
function printJson(manifests: readonly RayClusterManifest[]): string {
  return `${JSON.stringify(manifests.length === 1 ? manifests[0] : manifests, null, 2)}\n`;
}
