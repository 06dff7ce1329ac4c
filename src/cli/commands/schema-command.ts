import { defuse } from "../../diagnostics/defuse.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readPackageText } from "../io/read-package-text.ts";
import { defineCommand } from "./command.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

/** The published schemas by the names that the command knows them by. */
const schemas: ReadonlyMap<string, string> = new Map([
  ["request", "raycluster-request"],
  ["settings", "deployment-settings"],
  ["manifest", "raycluster-manifest"],
  ["plan", "raycluster-plan"],
  ["config", "raycluster-config"],
]);

const flags = Object.freeze({ help: helpFlag } satisfies FlagTable);

/** `raycluster schema`: the JSON Schema of a document. */
export const schemaCommand = defineCommand({
  name: "schema",
  summary: "Print a JSON Schema: request, settings, manifest, plan or config.",
  operands: "DOCUMENT",
  details: [
    "Save it where your editor looks for schemas, or name it in a modeline:",
    "# yaml-language-server: $schema=FILE",
  ],
  flags,
  run: printSchema,
});

async function printSchema(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const [name, ...more] = given.operands;
  const known = [...schemas.keys()];
  if (name === undefined || more.length > 0) {
    throw new UsageError(`schema takes one document: ${known.join(", ")}.`);
  }
  const file = schemas.get(name);
  if (file === undefined) {
    const hint = didYouMean(name, known) ?? `The documents are ${known.join(", ")}.`;
    throw new UsageError(`there is no schema of ${defuse(name)}. ${hint}`);
  }
  await printData(await readPackageText(`schemas/${file}.schema.json`, io), io);
  return exitCodes.fine;
}
