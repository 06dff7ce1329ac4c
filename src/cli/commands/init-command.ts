import { join } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import type { ExitCode } from "../exit-codes.ts";
import { AccessError, accessError } from "../io/access-error.ts";
import { exists } from "../io/exists.ts";
import type { CommandLineIo } from "../io/io.ts";
import { PROJECT_FILES } from "../project/find-project-file.ts";
import { buildCommand } from "./build-command.ts";
import { defineCommand } from "./command.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({ help: helpFlag } satisfies FlagTable);

/** `raycluster init`: a project that works at once. */
export const initCommand = defineCommand({
  name: "init",
  summary: "Write a project file, settings, a request and its manifest.",
  operands: "[FOLDER]",
  details: [
    "Writes into FOLDER or the working folder. If one of the files already exists,",
    "nothing is written. Afterwards raycluster check passes.",
  ],
  flags,
  run: init,
});

async function init({ operands }: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const [folder = ".", ...more] = operands;
  if (more.length > 0) throw new UsageError("init takes one folder.");
  if (folder === "") throw new UsageError("the name of the folder is empty.");
  const { starterFiles } = await import("../project/starter-files.ts");
  const files = starterFiles(io.program.length > 1);
  const paths = files.map(({ path, text }) => ({ path: join(folder, path), text }));
  const others = PROJECT_FILES.map((name) => join(folder, name));
  for (const path of [...others, ...paths.map((file) => file.path)]) {
    if (await exists(path, io)) {
      throw new AccessError(`${defuse(path)} already exists; nothing is written.`);
    }
  }
  for (const { path, text } of paths) await write(path, text, io);
  await io.stderr.write(paths.map(({ path }) => `wrote ${defuse(path)}\n`).join(""));
  const config = paths[0]?.path ?? "";
  return buildCommand.run(["--config", config], io);
}

async function write(path: string, text: string, io: CommandLineIo): Promise<void> {
  try {
    await io.createFolder(join(path, ".."));
    await io.writeFile(path, text);
  } catch (error) {
    throw accessError("write", path, error);
  }
}
