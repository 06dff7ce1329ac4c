import { defuse } from "../../diagnostics/defuse.ts";

/** Something could not be read or written. The message follows `raycluster: ` and is a sentence. */
export class AccessError extends Error {
  override readonly name = "AccessError";
}

/**
 * What the system reported, as a sentence about the file, folder or stream in question.
 * Anything that is no system error is a bug of ours and comes back as it is.
 */
export function accessError(
  action: "read" | "write" | "create" | "remove",
  what: string,
  error: unknown,
) {
  const code = systemCode(error);
  if (code === undefined) return error;
  const known = (action === "read" ? readReasons : writeReasons).get(code) ?? reasons.get(code);
  const reason = known ?? `the system reports ${code}`;
  return new AccessError(`cannot ${action} ${defuse(what)}: ${reason}.`);
}

const readReasons: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "the file does not exist"],
  ["EFBIG", "it is larger than 16 MiB"],
]);

const writeReasons: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "its folder does not exist"],
  ["EFBIG", "files this large are not allowed here"],
]);

const reasons: ReadonlyMap<string, string> = new Map([
  ["EISDIR", "it is a folder, not a file"],
  ["ENOTDIR", "a part of its path is not a folder"],
  ["EEXIST", "a file with that name exists"],
  ["EACCES", "permission is denied"],
  ["EPERM", "permission is denied"],
  ["EROFS", "the file system is read-only"],
  ["ENOSPC", "no space is left on the device"],
  ["EDQUOT", "the disk quota is used up"],
  ["ENAMETOOLONG", "its name is too long"],
  ["EBADF", "it is closed"],
  ["ELOOP", "its symbolic links form a loop"],
  ["EMFILE", "too many files are open"],
  ["ENFILE", "too many files are open"],
]);

function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" && /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined;
}
