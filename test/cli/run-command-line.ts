import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { CommandLineIo } from "../../src/cli/io/io.ts";
import { nodeIo } from "../../src/cli/io/node-io.ts";
import { run } from "../../src/cli/run.ts";
import { collector } from "./collector.ts";

export interface Surroundings {
  /** By path, relative to the folder in which the command runs. Default none. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Default empty. */
  readonly stdin?: string | Uint8Array;
  /** Default empty, whatever the environment of the tests is. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The program's own path. */
  readonly script?: string;
  /** Whether standard error is a terminal. Default false. */
  readonly terminal?: boolean;
  /** Prepares what files alone cannot say: links, permissions. Gets the folder. */
  readonly prepare?: (folder: string) => void;
  /** Looks at the folder after the run. */
  readonly inspect?: (folder: string) => void;
  /** Puts other surroundings in place of parts of Node's. */
  readonly replace?: Partial<CommandLineIo>;
}

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Every file in the folder after the run, by its path with slashes, in order. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs one command line in this process, in a fresh folder that is gone afterwards and that no output names. */
export async function runCommandLine(
  argv: readonly string[],
  surroundings: Surroundings = {},
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "raycluster-"));
  try {
    for (const [path, content] of Object.entries(surroundings.files ?? {})) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    surroundings.prepare?.(folder);
    const [stdout, stderr] = [collector(false), collector(surroundings.terminal ?? false)];
    const io = nodeIo({
      argv: ["node", surroundings.script ?? "/opt/raycluster"],
      env: surroundings.environment ?? {},
      cwd: () => folder,
      stdin: Readable.from([Buffer.from(surroundings.stdin ?? "")]),
      stdout: stdout.stream,
      stderr: stderr.stream,
    });
    const exitCode = await run(argv, { ...io, ...surroundings.replace });
    surroundings.inspect?.(folder);
    return { exitCode, stdout: stdout.text(), stderr: stderr.text(), files: filesIn(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesIn(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
