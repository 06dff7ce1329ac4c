import { defuse } from "../../diagnostics/defuse.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { Command } from "./command.ts";
import { defineCommand } from "./command.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({ help: helpFlag } satisfies FlagTable);

/** `raycluster completion`: what a shell needs to complete commands and flags. Takes the table of commands late: it is in it. */
export function completionCommand(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: "completion",
    summary: "Print completions for a shell: bash, zsh or fish.",
    operands: "SHELL",
    details: [
      "bash: source <(raycluster completion bash), in ~/.bashrc",
      "zsh:  raycluster completion zsh > FOLDER/_raycluster, a folder of $fpath",
      "fish: raycluster completion fish > ~/.config/fish/completions/raycluster.fish",
    ],
    flags,
    run: (given, io) => printScript(given, commands(), io),
  });
}

async function printScript(
  { operands }: ArgumentsOf<typeof flags>,
  commands: readonly Command[],
  io: CommandLineIo,
): Promise<ExitCode> {
  const [shell, ...more] = operands;
  const { completionScripts } = await import("./completion-scripts.ts");
  const known = [...completionScripts.keys()].join(", ");
  if (shell === undefined || more.length > 0) {
    throw new UsageError(`completion takes one shell: ${known}.`);
  }
  const script = completionScripts.get(shell);
  if (script === undefined) {
    throw new UsageError(
      `there are no completions for ${defuse(shell.slice(0, 60))}, only for ${known}.`,
    );
  }
  await printData(script(commands), io);
  return exitCodes.fine;
}
