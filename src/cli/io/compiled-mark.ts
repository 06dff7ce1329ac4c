import { createHash } from "node:crypto";

const PROGRAM = "# Compiled by raycluster-compiler";
const WORDS = "change the request, not this file.";
const MARK = /^# Compiled by raycluster-compiler(?: for (\S+))?: .*?([0-9a-f]{16})?$/;
const DIGITS = 16;

/** What a file says of itself: whether the compiler wrote it, and whether it is still as it was written. */
export type CompiledMark = "compiled" | "edited" | "none";

/**
 * A manifest in YAML with a comment as its first line, by which `--prune` knows later that the compiler wrote the file and that
 * nobody has edited it since: it ends with a digest of the lines below. Line breaks of either kind make no difference.
 * `project` is the way from the file to the project file that it belongs to, where that is not the nearest one.
 */
export function withMark(text: string, project?: string): string {
  const owner = project === undefined ? "" : ` for ${encodeURI(project)}`;
  return `${PROGRAM}${owner}: ${WORDS} ${digest(text)}\n${text}`;
}

/** The project file that a mark names, as the way from the file; undefined where it names none. */
export function markedProject(text: string): string | undefined {
  const named = MARK.exec(text.slice(0, MAXIMUM_LINE).split(/\r?\n/, 1)[0] ?? "")?.[1];
  try {
    return named === undefined ? undefined : decodeURI(named);
  } catch {
    return named;
  }
}

const MAXIMUM_LINE = 20_000;

/** The mark of a file's text. */
export function markOf(text: string): CompiledMark {
  const plain = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  const end = plain.indexOf("\n");
  const match = end === -1 ? null : MARK.exec(plain.slice(0, end));
  if (match === null) return "none";
  return match[2] === digest(plain.slice(end + 1)) ? "compiled" : "edited";
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, DIGITS);
}
