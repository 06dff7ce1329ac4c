import { fstatSync, statSync, writeSync } from "node:fs";

/**
 * Whether a descriptor is a file, a pipe, a socket or /dev/null. It can be written without Node's stream for it, which takes
 * milliseconds to load, and it is no terminal.
 */
export function isPlainOutput(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isCharacterDevice()) return stats.isFile() || stats.isFIFO() || stats.isSocket();
    return stats.rdev === statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

/** Writes to a descriptor, and waits for a reader where it is one that waits. Returns how many bytes it took. */
export function writePlainly(descriptor: number, bytes: Uint8Array): number {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      // One that does not wait is full.
      if (error instanceof Error && "code" in error && error.code === "EAGAIN") break;
      throw error;
    }
  }
  return written;
}
