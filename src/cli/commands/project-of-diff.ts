import type { DiagnosticReporter } from "../formats/report-diagnostics.ts";
import { diagnosticReporter } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { NoProjectError } from "../project/no-project-error.ts";
import type { projectFlags } from "../project/run-project.ts";
import type { ArgumentsOf } from "./flags.ts";
import { UsageError } from "./usage-error.ts";

/** The flags of a comparison that say which project it is about. */
export interface ProjectChoice {
  readonly value: (name: "config" | "target") => string | undefined;
  readonly isSet: (name: "color" | "no-color") => boolean;
}

/** The same as the flags of the commands that work on a project: mistakes are told as text, warnings are left to check. */
export function projectArguments({
  value,
  isSet,
}: ProjectChoice): ArgumentsOf<typeof projectFlags> {
  const chosenValue = (name: string) =>
    name === "config" || name === "target" ? value(name) : undefined;
  return {
    argv: [],
    operands: [],
    value: chosenValue,
    values: (name) => {
      const one = chosenValue(name);
      return one === undefined ? [] : [one];
    },
    isSet: (name) => (name === "color" || name === "no-color" ? isSet(name) : name === "quiet"),
  };
}

/** Tells on standard error what is wrong with the project. */
export function projectReporter(choice: ProjectChoice, io: CommandLineIo): DiagnosticReporter {
  return diagnosticReporter(projectArguments(choice), io);
}

/** What comes of a project. Without one a command line that names nothing else is wrong: throws a UsageError. */
export async function inProject<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NoProjectError)) throw error;
    throw new UsageError(
      `there is nothing to compare, and ${error.message} Or pass OLD and NEW, or --git REV and files or folders.`,
    );
  }
}
