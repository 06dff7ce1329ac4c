import { defuse } from "../../diagnostics/defuse.ts";
import { AccessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";

/** A file as a revision has it. */
export interface GitBlob {
  readonly id: string;
  readonly bytes: number;
  /** From the working folder, with slashes; it can begin with `../`. */
  readonly path: string;
  /** Whether it is a symbolic link, whose content is where it leads. */
  readonly isLink: boolean;
}

const ENTRY = /^(\d+) blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/;

/** The files of a tree or a commit below some paths, which are taken letter for letter. Throws an AccessError. */
export async function listBlobs(
  tree: string,
  paths: readonly string[],
  io: CommandLineIo,
): Promise<readonly GitBlob[]> {
  const listed = await git(
    ["--literal-pathspecs", "ls-tree", "-r", "-z", "-l", tree, "--", ...paths],
    "",
    io,
  );
  return new TextDecoder()
    .decode(listed)
    .split("\0")
    .flatMap((entry) => {
      const [, mode, id, bytes, path] = ENTRY.exec(entry) ?? [];
      if (id === undefined || path === undefined) return [];
      return [{ id, bytes: Number(bytes), path, isLink: mode === "120000" }];
    });
}

/** The contents of some blobs by their ids, all from one process. Throws an AccessError. */
export async function readBlobs(
  ids: readonly string[],
  io: CommandLineIo,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...new Set(ids)];
  const contents = new Map<string, Uint8Array>();
  if (wanted.length === 0) return contents;
  const input = wanted.map((id) => `${id}\n`).join("");
  const output = await git(["cat-file", "--batch"], input, io);
  // `<id> blob <bytes>`, a line break, the content, a line break.
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(LINE_BREAK, at);
    const [id, kind, bytes] = new TextDecoder().decode(output.subarray(at, end)).split(" ");
    if (end === -1 || id === undefined || kind !== "blob") break;
    const start = end + 1;
    at = start + Number(bytes) + 1;
    contents.set(id, output.subarray(start, at - 1));
  }
  if (contents.size < wanted.length) {
    throw new AccessError("git failed: a file of the revision is missing, as in a partial clone.");
  }
  return contents;
}

const LINE_BREAK = 10;

async function git(argv: readonly string[], input: string, io: CommandLineIo): Promise<Uint8Array> {
  const outcome = await io.git(argv, input).catch(() => {
    throw new AccessError("cannot run git: is it installed?");
  });
  if (outcome.exitCode === 0) return outcome.stdout;
  const [reason = "it gave no reason"] = outcome.stderr.trim().split("\n");
  throw new AccessError(`git failed: ${defuse(reason)}`);
}
