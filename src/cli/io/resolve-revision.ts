import { defuse } from "../../diagnostics/defuse.ts";
import { showText } from "../../diagnostics/show.ts";
import { UsageError } from "../commands/usage-error.ts";
import { AccessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";

const OBJECT_ID = /^[0-9a-f]{40,64}$/;

/** The id of the commit or tree that a revision of git names. Throws an AccessError, or a UsageError for what names none. */
export async function resolveRevision(revision: string, io: CommandLineIo): Promise<string> {
  if (revision === "") throw new UsageError("--git needs a revision, such as HEAD or main.");
  if (/^[-^]/.test(revision)) throw new UsageError(`${showText(revision)} is not a git revision.`);
  const outcome = await io.git(["rev-parse", "--verify", "--quiet", revision]).catch(() => {
    throw new AccessError("cannot run git: is it installed?");
  });
  const id = new TextDecoder().decode(outcome.stdout).trim();
  if (outcome.exitCode === 0 && OBJECT_ID.test(id)) {
    if (!revision.includes(":") || (await isCommit(id, io))) return id;
    throw new AccessError(
      `${showText(revision)} is no revision of git but a file or folder of one.`,
    );
  }
  const [reason = ""] = outcome.stderr.trim().split("\n");
  if (reason !== "") throw new AccessError(`git failed: ${defuse(reason)}`);
  const hint = revision.includes("..")
    ? " Give one revision; the other side is the working tree."
    : "";
  throw new AccessError(`git does not know the revision ${showText(revision)}.${hint}`);
}

/** `HEAD:a.yaml` is a file, while `:/word` is a commit. */
async function isCommit(id: string, io: CommandLineIo): Promise<boolean> {
  const { stdout } = await io.git(["cat-file", "-t", id]);
  return ["commit", "tag"].includes(new TextDecoder().decode(stdout).trim());
}
