import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Command {
  readonly argv: readonly string[];
  /** The whole environment. Default empty. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface SeveralOptions {
  /** The environment in which the process starts, which alone decides about its locale. Default empty. */
  readonly env?: Readonly<Record<string, string>>;
  /** Only one of the commands can read it. Default empty. */
  readonly input?: string;
}

/** What a command said, into files. */
export interface CommandOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the program several times in one process, which costs a fraction of as many processes: each time all of its files are
 * loaded anew, and the exit code is the one with which the process would end.
 */
export function runSeveral(
  program: string,
  cwd: string,
  commands: readonly Command[],
  options: SeveralOptions = {},
): readonly CommandOutcome[] {
  const folder = mkdtempSync(join(tmpdir(), "raycluster-several-"));
  const files = ["stdout", "stderr"].map((name) => join(folder, name));
  const descriptors = files.map((file) => openSync(file, "w"));
  try {
    const argv = [...OPTIONS, "--eval", SCRIPT, program, JSON.stringify(commands)];
    const { status } = spawnSync(process.execPath, argv, {
      cwd,
      env: options.env ?? {},
      input: options.input ?? "",
      stdio: ["pipe", ...descriptors],
      // A command that never says its exit code would be waited for without end.
      timeout: MOST_MILLISECONDS,
    });
    const [stdout = [], stderr = []] = files.map((file) => readFileSync(file, "utf8").split("\0"));
    if (status !== 0) throw new Error(`The process ended with ${status}: ${stderr.join("")}`);
    return commands.map((_command, index) => ({
      exitCode: Number(stdout[2 * index + 1]),
      stdout: stdout[2 * index] ?? "",
      stderr: stderr[2 * index] ?? "",
    }));
  } finally {
    for (const descriptor of descriptors) closeSync(descriptor);
    rmSync(folder, { recursive: true, force: true });
  }
}

const MOST_MILLISECONDS = 600_000;

/** As for the tests themselves: see test/vitest.config.ts. */
const OPTIONS = ["--interrupt-budget=800000", "--single-threaded"];

/** Writes the exit code behind what each command writes, between characters that no command does. */
const SCRIPT = `
const { writeSync } = require("node:fs");
const [program, commands] = process.argv.slice(1);
(async () => {
  for (const { argv, env } of JSON.parse(commands)) {
    for (const file of Object.keys(require.cache)) delete require.cache[file];
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, env);
    process.argv = [process.execPath, program, ...argv];
    process.exitCode = undefined;
    require(program);
    while (process.exitCode === undefined) await new Promise(setImmediate);
    process.removeAllListeners("uncaughtException");
    for (const descriptor of [1, 2]) writeSync(descriptor, "\\0" + process.exitCode + "\\0");
  }
  process.exitCode = 0;
})();
`;
