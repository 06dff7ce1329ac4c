import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { ArgumentsOf, FlagTable, SwitchFlag } from "./flags.ts";
import { asksForHelp, parseFlags } from "./flags.ts";
import type { CommandSummary, CommandUsage } from "./help.ts";
import { commandHelp } from "./help.ts";

/** A command as its own file describes it. */
export interface CommandDefinition<Flags extends FlagTable> extends CommandUsage<Flags> {
  readonly run: (given: ArgumentsOf<Flags>, io: CommandLineIo) => Promise<ExitCode>;
}

/** A command as the table of commands holds it, whatever its flags are. */
export interface Command extends CommandSummary {
  /** The flags that it knows. */
  readonly flags: FlagTable;
  readonly help: () => string;
  /** Runs it on the arguments behind its name. Throws a UsageError or an AccessError. */
  readonly run: (argv: readonly string[], io: CommandLineIo) => Promise<ExitCode>;
}

/** Makes a command of its description. Its flags, which its help lists, are the ones that it parses. */
export function defineCommand<Flags extends FlagTable & { readonly help: SwitchFlag }>(
  definition: CommandDefinition<Flags>,
): Command {
  const { name, summary, flags } = definition;
  const help = () => commandHelp(definition);
  return Object.freeze({
    name,
    summary,
    flags,
    help,
    run: async (argv: readonly string[], io: CommandLineIo) => {
      if (!asksForHelp(argv, flags)) return definition.run(parseFlags(argv, flags), io);
      await printData(help(), io);
      return exitCodes.fine;
    },
  });
}
