import { spawn } from "node:child_process";
import type { GitOutcome } from "./io.ts";

/** Runs git without a shell. Rejects where there is none. */
export function runGit(argv: readonly string[], folder: string): Promise<GitOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", argv, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (exitCode) => {
      resolve({
        exitCode: exitCode ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString("utf8"),
      });
    });
  });
}
