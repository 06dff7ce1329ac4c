import { defuse, defuseLines } from "../../diagnostics/defuse.ts";
import { count } from "../../diagnostics/show.ts";
import type { ImportOptions } from "../../import/import-manifest.ts";
import type { Imported } from "../../import/import-result.ts";
import { printCompactYaml } from "../../yaml/print.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import { printHarmlessJson } from "../formats/print-harmless-json.ts";
import { AccessError, accessError } from "../io/access-error.ts";
import { chooseDestination } from "../io/destination.ts";
import type { CommandLineIo } from "../io/io.ts";
import { isJsonFile } from "../io/is-json-file.ts";
import { readText, STANDARD_INPUT } from "../io/read-text.ts";
import { defineCommand } from "./command.ts";
import { inputFlags } from "./compile-inputs.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { refuseFormatName } from "./refuse-format-name.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({
  settings: {
    kind: "value",
    short: "s",
    placeholder: "FILE",
    summary: "Helm values; requests omit what they set.",
  },
  "settings-at": inputFlags["settings-at"],
  "settings-out": {
    kind: "value",
    placeholder: "FILE",
    summary: "Write the settings that one request needs.",
  },
  "kuberay-version": inputFlags["kuberay-version"],
  output: {
    kind: "value",
    short: "o",
    placeholder: "FILE",
    summary: "Write the requests to a file.",
  },
  json: { kind: "switch", summary: "Print requests, settings and notes as JSON." },
  quiet: { kind: "switch", short: "q", summary: "Print no notes." },
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster import`: a manifest that anybody wrote in, the request and settings that make it out. */
export const importCommand = defineCommand({
  name: "import",
  summary: "Make a request and settings from a manifest.",
  operands: "FILE...",
  details: [
    "A FILE has RayClusters, RayJobs, RayServices or RayCronJobs in YAML or JSON,",
    "including kubectl dumps, or is a folder of such files, or - for standard input.",
    "Requests go to standard output, notes on what was left out to standard error.",
    "Whatever a request cannot express in its own fields goes into a template. Each",
    "request is compiled and compared with its manifest; if the meaning differs, the",
    "differences are reported and the exit code is 3.",
  ],
  flags,
  run: importFiles,
});

async function importFiles(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const { operands } = given;
  const [settingsFile, settingsOut] = [given.value("settings"), given.value("settings-out")];
  refuseFormatName(given.value("output"));
  refuseJsonFile(given);
  checkOperands(operands, settingsFile, settingsOut, given.value("settings-at"));
  const otherInputs = settingsFile === undefined ? [] : [settingsFile];
  const choose = (output: string | undefined) =>
    chooseDestination(
      operands,
      { output, outputFolder: undefined, extension: ".yaml", otherInputs },
      io,
    );
  const [destination, settingsPlace] = [
    await choose(given.value("output")),
    await choose(settingsOut),
  ];
  const { readManifests } = await import("../io/read-manifests.ts");
  const { found } = await readManifests(operands, io);
  if (found.length === 0)
    throw new AccessError("there is no manifest of KubeRay in what was named.");
  if (settingsOut !== undefined && found.length > 1) {
    throw new UsageError(
      `--settings-out is for one manifest, but there are ${found.length}; import them one by one.`,
    );
  }
  const { importManifest } = await import("../../import/import-manifest.ts");
  const options: ImportOptions = {
    settings: settingsFile === undefined ? undefined : await readText(settingsFile, io),
    settingsAt: given.value("settings-at"),
    kuberayVersion: given.value("kuberay-version"),
  };
  const imported: Imported[] = [];
  let isFine = true;
  for (const { data, path } of found) {
    const result = importManifest(data, options);
    if (result.ok) {
      imported.push(result);
      isFine &&= result.same;
      const told = reportOn(result, path, given.isSet("quiet"), settingsOut !== undefined);
      if (!given.isSet("json")) await io.stderr.write(told);
    } else {
      isFine = false;
      for (const { document, pointer, message, hint } of result.diagnostics) {
        const place = document === "settings" ? `settings ${pointer}: ` : "";
        const advice = hint === undefined ? "" : ` ${hint}`;
        await io.stderr.write(
          `${defuseLines(`raycluster: ${path}: ${place}${message}${advice}`)}\n`,
        );
      }
    }
  }
  const text = given.isSet("json")
    ? printHarmlessJson(
        imported.length === 1 && found.length === 1 ? (imported[0] ?? null) : imported,
      )
    : imported.map(({ request }) => printCompactYaml(request)).join("---\n");
  if (destination.kind === "file") await write(destination.file, text, io);
  else if (imported.length > 0) await printData(text, io);
  const [first] = imported;
  if (settingsPlace.kind === "file" && first !== undefined) {
    await write(settingsPlace.file, printCompactYaml(first.settings), io);
  }
  return isFine ? exitCodes.fine : exitCodes.invalidInput;
}

/** Requests and settings are written as YAML alone. */
function refuseJsonFile(given: ArgumentsOf<typeof flags>): void {
  const settings = given.value("settings-out");
  if (isJsonFile(settings)) {
    throw new UsageError(
      `settings are written as YAML, so ${settings} needs a name that ends in .yaml.`,
    );
  }
  const output = given.value("output");
  if (given.isSet("json") || !isJsonFile(output)) return;
  throw new UsageError(
    `requests are written as YAML, so ${output} needs a name that ends in .yaml; --json writes requests, settings and notes as JSON.`,
  );
}

async function write(file: string, text: string, io: CommandLineIo): Promise<void> {
  try {
    await io.writeFile(file, text);
  } catch (error) {
    throw accessError("write", file, error);
  }
}

function checkOperands(
  operands: readonly string[],
  settings: string | undefined,
  settingsOut: string | undefined,
  settingsAt: string | undefined,
): void {
  if (operands.length === 0) throw new UsageError("a manifest is missing: a file, a folder, or -.");
  const files = settings === undefined ? operands : [...operands, settings];
  if (files.includes("")) throw new UsageError("the name of a file is empty.");
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    throw new UsageError("standard input can be read only once, but - is given twice.");
  }
  if (settings !== undefined && settingsOut !== undefined) {
    throw new UsageError(
      "--settings-out cannot be combined with --settings, which gives the settings.",
    );
  }
  if (settingsAt !== undefined && settings === undefined) {
    throw new UsageError("--settings-at is the path of the settings in --settings; use both.");
  }
}

/** What people should know of an import, line by line; empty where there is nothing to tell. */
function reportOn(result: Imported, path: string, quiet: boolean, writesSettings: boolean): string {
  const { same, changes, notes, settings, diagnostics, request } = result;
  const lines: string[] = [];
  if (!quiet) {
    for (const note of notes) lines.push(`${note.path}: ${note.kind}: ${note.message}`);
    for (const { severity, message, document, pointer } of diagnostics) {
      if (severity === "warning") lines.push(`${document} ${pointer}: warning: ${message}`);
    }
  }
  for (const { severity, message, document, pointer } of diagnostics) {
    if (severity === "error") lines.push(`${document} ${pointer}: error: ${message}`);
  }
  for (const { path: place, kind, before, after } of changes) {
    const values = [before, after].map((value) =>
      value === undefined ? "nothing" : JSON.stringify(value),
    );
    lines.push(`${place}: ${kind}: ${values[0]} in the manifest, ${values[1]} from the request`);
  }
  if (!same) {
    const what =
      changes.length === 0
        ? "does not compile"
        : `differs in meaning in ${count(changes.length, "place")}`;
    lines.push(`${path}: the request of ${request.name} ${what}`);
  }
  const told = lines.map((line) => `raycluster: ${defuse(line)}\n`).join("");
  if (writesSettings || quiet || Object.keys(settings).length === 0) return told;
  return `${told}raycluster: the request needs these settings; --settings-out FILE writes them:\n${printCompactYaml(settings)}`;
}
