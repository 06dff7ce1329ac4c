import { defuse, defuseLines } from "../diagnostics/defuse.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import { commands } from "./commands/commands.ts";
import { unknownFlag } from "./commands/flags.ts";
import { generalFlags, programHelp } from "./commands/help.ts";
import { UsageError } from "./commands/usage-error.ts";
import type { ExitCode } from "./exit-codes.ts";
import { exitCodes } from "./exit-codes.ts";
import { printData } from "./formats/print-data.ts";
import { AccessError } from "./io/access-error.ts";
import type { CommandLineIo } from "./io/io.ts";
import { version } from "./version.ts";

/**
 * Runs one command line: the arguments behind the program's name. Resolves to the exit code, whatever happens.
 * Data goes to standard output, everything else to standard error.
 */
export async function run(argv: readonly string[], io: CommandLineIo): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof UsageError) {
      await io.stderr.write(`${line(error)}Try ${helpCommand(argv)} for more.\n`);
      return exitCodes.trouble;
    }
    if (error instanceof AccessError) {
      await io.stderr.write(line(error));
      return exitCodes.trouble;
    }
    return reportBug(error, io);
  }
}

/** Says that the program itself failed, for an error that nothing expected. */
export async function reportBug(error: unknown, io: CommandLineIo): Promise<ExitCode> {
  const trace = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  await io.stderr.write(
    `raycluster: this is a bug in raycluster ${version}; please report it with these lines:\n` +
      `${defuseLines(trace)}\n`,
  );
  return exitCodes.internalError;
}

/** Errors name files and arguments; whoever makes one defuses them, and nothing that was forgotten gets through here. */
function line({ message }: Error): string {
  return `${defuseLines(`raycluster: ${message}`)}\n`;
}

async function dispatch(argv: readonly string[], io: CommandLineIo): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === undefined) throw new UsageError("a command is missing.");
  if (first === "--help" || first === "-h") return print(programHelp(commands), io);
  if (first === "--version" || first === "-V") return print(`raycluster ${version}\n`, io);
  if (first === "help") {
    const [name] = rest;
    return dispatch(name === undefined ? ["--help"] : [name, "--help"], io);
  }
  if (first.startsWith("-")) throw unknownFlag(first, Object.keys(generalFlags));
  const command = findCommand(first);
  if (command === undefined) throw unknownCommand(first);
  return command.run(rest, io);
}

async function print(text: string, io: CommandLineIo): Promise<ExitCode> {
  await printData(text, io);
  return exitCodes.fine;
}

function findCommand(name: string | undefined) {
  return commands.find((command) => command.name === name);
}

function unknownCommand(name: string): UsageError {
  const shown = name.length > 60 ? `${name.slice(0, 59)}…` : name;
  const names = commands.map((command) => command.name);
  const isFile = /\.(?:ya?ml|json)$/i.test(name);
  const suggestion = isFile
    ? "Files come after a command, such as compile."
    : didYouMean(name, names);
  return new UsageError(
    `there is no command ${defuse(shown)}.${suggestion === undefined ? "" : ` ${suggestion}`}`,
  );
}

function helpCommand([first]: readonly string[]): string {
  const command = findCommand(first);
  return command === undefined ? "raycluster --help" : `raycluster ${command.name} --help`;
}
