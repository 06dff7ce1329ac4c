import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Texts by their paths. */
export type Files = Readonly<Record<string, string>>;

export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const KEPT = resolve("node_modules/.cache/raycluster-compiler/repositories");

/**
 * Makes a folder a repository whose one commit, "all", has some files and all that was there before. To start git takes
 * long, so the commit of files alone is kept for other tests and other runs.
 */
export function commitFiles(folder: string, files: Files): void {
  const isEmpty = readdirSync(folder).length === 0;
  writeFiles(folder, files);
  if (!isEmpty) {
    commitAll(folder);
    return;
  }
  // What it is made by counts as well.
  const made = JSON.stringify([String(commitAll), files]);
  const key = createHash("sha256").update(made).digest("hex").slice(0, 16);
  const kept = join(KEPT, key);
  if (existsSync(kept)) {
    cpSync(kept, join(folder, ".git"), { recursive: true });
    return;
  }
  commitAll(folder);
  mkdirSync(KEPT, { recursive: true });
  const copy = mkdtempSync(join(KEPT, "copying-"));
  cpSync(join(folder, ".git"), copy, { recursive: true });
  // Nobody finds half of it.
  try {
    renameSync(copy, kept);
  } catch {
    // Another run has kept the same meanwhile.
    rmSync(copy, { recursive: true });
  }
}

function commitAll(folder: string): void {
  const git = (...argv: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...argv], {
      cwd: folder,
      stdio: "ignore",
    });
  git("init", "--template=");
  git("add", "--force", ".");
  git("commit", "-m", "all");
  git("repack", "-a", "-d", "-q");
}
