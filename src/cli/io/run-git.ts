import { spawn } from "node:child_process";
import type { GitOutcome } from "./io.ts";

/** Runs git without a shell, with a text as its standard input. Rejects where there is none. */
export function runGit(argv: readonly string[], folder: string, input = ""): Promise<GitOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", argv, { cwd: folder, stdio: "pipe" });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    // Git may end before it has read everything; its exit code tells.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("close", (exitCode) => {
      resolve({
        exitCode: exitCode ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString("utf8"),
      });
    });
  });
}
