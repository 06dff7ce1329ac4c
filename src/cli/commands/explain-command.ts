import { showText } from "../../diagnostics/show.ts";
import type { ReportWord } from "../../explain/words.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import { printHarmlessJson } from "../formats/print-harmless-json.ts";
import { diagnosticFlags, diagnosticReporter } from "../formats/report-diagnostics.ts";
import { exists } from "../io/exists.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readPackageText } from "../io/read-package-text.ts";
import { defineCommand } from "./command.ts";
import {
  checkInputs,
  compileOptions,
  givenValues,
  inputFlags,
  readInputs,
} from "./compile-inputs.ts";
import { withFlags } from "./flag-values.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({
  at: {
    kind: "value",
    placeholder: "PATH",
    summary: "A field path, such as spec.rayVersion.",
  },
  json: { kind: "switch", summary: "Print the origin of the value as JSON." },
  ...inputFlags,
  ...diagnosticFlags,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster explain`: what a word of a report means, or where a value of the manifest came from. */
export const explainCommand = defineCommand({
  name: "explain",
  summary: "Explain a word of a report, or where a value came from.",
  operands: "[WORD] | REQUEST --at PATH",
  details: [
    "A WORD is a diagnostic code, an effect, a refusal, a readiness reason or a cause",
    "of another spelling; without a WORD, all are listed. With a REQUEST and --at,",
    "shows which field, setting, default or KubeRay rule decided the value; PATH",
    "names list items by index, or as diff does, such as",
    "spec.workerGroupSpecs[worker-group-0].maxReplicas. A line names one of several",
    "requests of a file: requests.yaml:12.",
  ],
  flags,
  run: explain,
});

async function explain(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const at = given.value("at");
  return at === undefined ? explainWord(given.operands, io) : explainPlace(given, at, io);
}

async function explainWord(operands: readonly string[], io: CommandLineIo): Promise<ExitCode> {
  const [word, ...more] = operands;
  if (more.length > 0) throw new UsageError("explain takes one word, or a request with --at.");
  const { pageOf, renderWords } = await import("../../explain/render-words.ts");
  if (word === undefined) {
    await printData(renderWords(), io);
    return exitCodes.fine;
  }
  const { reportWords } = await import("../../explain/words.ts");
  const entries = reportWords.filter((entry) => entry.word === word);
  if (entries.length === 0) throw await unknownWord(word, reportWords);
  const pages: string[] = [];
  for (const entry of entries) {
    pages.push(pageOf(entry, await readPackageText(entry.page, io)).trimEnd());
  }
  await printData(`${pages.join("\n\n")}\n`, io);
  return exitCodes.fine;
}

async function unknownWord(word: string, words: readonly ReportWord[]): Promise<UsageError> {
  const { closestWords } = await import("../../explain/closest-words.ts");
  const known = words.map((entry) => entry.word);
  const hint =
    closestWords(word, known) ??
    "raycluster explain lists every word; for a field of a manifest, add --at PATH.";
  return new UsageError(`no report has the word ${showText(word)}. ${hint}`);
}

async function explainPlace(
  given: ArgumentsOf<typeof flags>,
  at: string,
  io: CommandLineIo,
): Promise<ExitCode> {
  checkInputs(given);
  const [operand = "", ...more] = given.operands;
  if (more.length > 0) throw new UsageError("explain takes one request with --at.");
  const report = diagnosticReporter(given, io);
  const place = await requestPlace(operand, io);
  const inputs = await readInputs({ ...given, operands: [place.file] }, io);
  const { requests, settings, patches } = inputs;
  const [request = { file: place.file, text: "" }] = requests;
  const { explainRequests } = await import("./explain-requests.ts");
  const { prepareDeployment } = await import("../../compile-documents.ts");
  const values = givenValues(given);
  const deployment = prepareDeployment(settings[0], compileOptions(given, inputs), values);
  const explanation = explainRequests(request, place.line, deployment, at);
  if (!explanation.ok) {
    const texts = [...requests, ...settings, ...patches, ...values.texts];
    await report(withFlags(explanation.diagnostics), texts);
    return exitCodes.invalidInput;
  }
  const { renderExplanation } = await import("../../explain/render-explanation.ts");
  const { ok: _ok, diagnostics: _diagnostics, ...data } = explanation;
  const text = given.isSet("json") ? printHarmlessJson(data) : renderExplanation(explanation);
  await printData(text, io);
  return exitCodes.fine;
}

/** Where a request stands in a file. */
interface RequestPlace {
  readonly file: string;
  readonly line: number | undefined;
}

/** `requests.yaml`, or with a line, `requests.yaml:12`, or with a column, too, as reports print places. */
async function requestPlace(operand: string, io: CommandLineIo): Promise<RequestPlace> {
  if (await exists(operand, io)) return { file: operand, line: undefined };
  const [, file, line] = PLACE.exec(operand) ?? [];
  if (file === undefined) return { file: operand, line: undefined };
  const [, shorter, first] = PLACE.exec(file) ?? [];
  if (shorter === undefined || (await exists(file, io))) return { file, line: Number(line) };
  return { file: shorter, line: Number(first) };
}

const PLACE = /^(.+):(\d{1,9})$/s;
