import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import { diagnosticFlags } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readText, STANDARD_INPUT } from "../io/read-text.ts";
import { defineCommand } from "./command.ts";
import { inputFlags } from "./compile-inputs.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({
  settings: {
    kind: "value",
    short: "s",
    placeholder: "FILE",
    summary: "Helm values of the deployment.",
  },
  "kuberay-version": inputFlags["kuberay-version"],
  strict: diagnosticFlags.strict,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster krm`: a function for kustomize and kpt, a ResourceList in and a ResourceList out. */
export const krmCommand = defineCommand({
  name: "krm",
  summary: "Run as a KRM function: a ResourceList in, a ResourceList out.",
  operands: "",
  details: [
    "Compiles every RayClusterRequest (raycluster.dev/v1alpha1) of the ResourceList",
    "on standard input, both items and the functionConfig. The settings are those of",
    "the request (spec.settings), else those of a functionConfig that is a",
    "RayClusterSettings, else those of --settings.",
  ],
  flags,
  run: runFunction,
});

async function runFunction(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  if (given.operands.length > 0) throw new UsageError("krm takes no operands.");
  const settingsFile = given.value("settings");
  if (settingsFile === "") throw new UsageError("the name of a file is empty.");
  if (settingsFile === STANDARD_INPUT) {
    throw new UsageError("standard input is the ResourceList, so --settings must be a file.");
  }
  const settings = settingsFile === undefined ? undefined : await readText(settingsFile, io);
  const list = await readText(STANDARD_INPUT, io);
  // Loaded only now, so that help and usage errors come at once.
  const { formatResults } = await import("../../krm/krm-result.ts");
  const { transformResourceList } = await import("../../krm/transform-resource-list.ts");
  const { ok, text, results } = transformResourceList(
    list,
    settings === undefined
      ? undefined
      : { input: settings, origin: { file: settings.file, place: (path) => path } },
    { strict: given.isSet("strict"), kuberayVersion: given.value("kuberay-version") },
  );
  await printData(text, io);
  await io.stderr.write(formatResults(results));
  return ok ? exitCodes.fine : exitCodes.invalidInput;
}
