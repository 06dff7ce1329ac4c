import { fstatSync, readFileSync, readlinkSync } from "node:fs";
import type { Readable } from "node:stream";

/** What the outputs of a process are to its system. */
export interface Descriptors {
  readonly stdout: number;
  readonly stderr: number;
}

/** Throws EISDIR where standard input is a folder, as in `raycluster compile - < folder`: Node takes it for an empty stream. */
export function refuseFolder(stream: Readable): void {
  const descriptor = descriptorOf(stream);
  if (descriptor === undefined || !isFolder(descriptor)) return;
  throw Object.assign(new Error("Standard input is a folder."), { code: "EISDIR" });
}

/**
 * Throws EBADF where standard output was closed, as by `>&-`. Node then puts /dev/null in its place, open for reading too, and
 * all output would be lost silently. Shells open /dev/null for writing alone. Some programs that discard the output of
 * those they start open it both ways; the ones that discard messages as well are let through.
 * Only Linux tells how a file is open; elsewhere nothing is refused.
 */
export function refuseClosed({ stdout, stderr }: Descriptors): void {
  if (!isReplaced(stdout) || isReplaced(stderr)) return;
  throw Object.assign(new Error("Standard output is closed."), { code: "EBADF" });
}

function descriptorOf(stream: Readable): number | undefined {
  return "fd" in stream && typeof stream.fd === "number" ? stream.fd : undefined;
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    return false;
  }
}

const ACCESS_MODE = 0o3;
const READ_AND_WRITE = 0o2;

function isReplaced(descriptor: number): boolean {
  try {
    if (readlinkSync(`/proc/self/fd/${descriptor}`) !== "/dev/null") return false;
    const information = readFileSync(`/proc/self/fdinfo/${descriptor}`, "utf8");
    const [, flags = "0"] = /^flags:\s*([0-7]+)$/m.exec(information) ?? [];
    return (Number.parseInt(flags, 8) & ACCESS_MODE) === READ_AND_WRITE;
  } catch {
    return false;
  }
}
