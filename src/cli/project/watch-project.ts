import { dirname } from "node:path";
import { defuseLines } from "../../diagnostics/defuse.ts";
import { UsageError } from "../commands/usage-error.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import type { CommandLineIo } from "../io/io.ts";
import { isBelow } from "../io/is-below.ts";
import { runAndTell } from "../run-and-tell.ts";
import { createProjectFinder } from "./find-project-file.ts";
import type { FileStates } from "./watched-files.ts";
import { statesOf, watchedIo } from "./watched-files.ts";

const PAUSE_MILLISECONDS = 500;

/**
 * Runs a command, and again whenever a file of the project changes: any YAML or JSON below the folder of the project file,
 * apart from hidden ones and node_modules, and whatever the last run has read elsewhere. What changes while the command runs
 * counts, what it writes itself does not. Ends by a signal; the last run decides the exit code. Wrong usage ends only the first
 * run: later it is a project file that is being changed.
 */
export async function watchProject(
  config: string | undefined,
  run: (io: CommandLineIo) => Promise<ExitCode>,
  io: CommandLineIo,
): Promise<ExitCode> {
  const found = config ?? (await createProjectFinder(io)("."));
  const root = await io.realPath(found === undefined ? "." : dirname(found));
  let seen = await statesOf(root, [], io);
  for (let isFirst = true; ; isFirst = false) {
    const watched = watchedIo(root, io);
    const exitCode = await runAndTell(() => orTell(() => run(watched.io), isFirst, io), io);
    // What was read elsewhere counts as it was then, and what was written as it is now.
    const known = new Map([...watched.read, ...seen]);
    const now = await statesOf(root, watched.places, io);
    for (const file of watched.written) {
      known.delete(file);
      const state = now.get(file);
      if (state !== undefined) known.set(file, state);
    }
    for (const path of known.keys()) {
      // An earlier run has read it, and this one does not.
      if (!now.has(path) && !isBelow(path, root)) known.delete(path);
    }
    await io.stderr.write("watching for changes; Ctrl-C ends it\n");
    do {
      if (!(await io.pause(PAUSE_MILLISECONDS))) return exitCode;
      seen = await statesOf(root, watched.places, io);
    } while (areSame(known, seen));
  }
}

async function orTell(
  run: () => Promise<ExitCode>,
  isFirst: boolean,
  io: CommandLineIo,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (isFirst || !(error instanceof UsageError)) throw error;
    await io.stderr.write(`${defuseLines(`raycluster: ${error.message}`)}\n`);
    return exitCodes.trouble;
  }
}

function areSame(before: FileStates, after: FileStates): boolean {
  return (
    before.size === after.size && [...before].every(([path, state]) => after.get(path) === state)
  );
}
