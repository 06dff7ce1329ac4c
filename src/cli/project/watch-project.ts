import { dirname, join } from "node:path";
import type { ExitCode } from "../exit-codes.ts";
import type { CommandLineIo } from "../io/io.ts";
import { isManifestFile, isWalked } from "../io/manifest-files.ts";
import { createProjectFinder } from "./find-project-file.ts";

const PAUSE_MILLISECONDS = 500;

/**
 * Runs a command, and again whenever a file of the project changes: any YAML or JSON below the folder of the project file,
 * apart from hidden ones and node_modules. Ends with the run, or by a signal; the last run decides the exit code.
 */
export async function watchProject(
  config: string | undefined,
  run: () => Promise<ExitCode>,
  io: CommandLineIo,
): Promise<ExitCode> {
  const found = config ?? (await createProjectFinder(io)("."));
  const root = found === undefined ? "." : dirname(found);
  for (;;) {
    const exitCode = await run();
    // What the run itself wrote is no change.
    const seen = await versionsBelow(root, io);
    await io.stderr.write("watching for changes; press Ctrl-C to stop\n");
    do {
      if (!(await io.pause(PAUSE_MILLISECONDS))) return exitCode;
    } while ((await versionsBelow(root, io)) === seen);
  }
}

/** One text for the state of all files below a folder. A folder that cannot be read has none. */
async function versionsBelow(folder: string, io: CommandLineIo): Promise<string> {
  const lines: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = await io.listFolder(next).catch(() => []);
    for (const { name, kind } of entries) {
      const path = join(next, name);
      if (kind === "folder" && isWalked(name)) folders.push(path);
      if (kind !== "file" || !isManifestFile(name)) continue;
      lines.push(`${path} ${await io.fileVersion(path).catch(() => undefined)}`);
    }
  }
  return lines.join("\n");
}
