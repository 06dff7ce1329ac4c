import { posix } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import { UsageError } from "../commands/usage-error.ts";
import { AccessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";
import type { FoundManifest } from "./manifests-in-text.ts";
import { clustersIn } from "./manifests-in-text.ts";

const MANIFEST_FILE = /\.(ya?ml|json)$/;

/** Every RayCluster that git has below some paths at a revision. Throws an AccessError, or a UsageError for the revision. */
export async function readRevision(
  revision: string,
  paths: readonly string[],
  io: CommandLineIo,
): Promise<readonly FoundManifest[]> {
  if (revision === "" || revision.startsWith("-")) {
    throw new UsageError(`${defuse(revision) || "nothing"} is no revision of git.`);
  }
  const found: FoundManifest[] = [];
  for (const path of paths) {
    const listed = await git(["ls-tree", "-r", "-z", "--name-only", revision, "--", path], io);
    for (const file of listed.split("\0").filter((name) => MANIFEST_FILE.test(name))) {
      const text = await git(["show", `${revision}:./${file}`], io);
      const from = posix.relative(posix.normalize(path), file);
      const isFolder = from !== "";
      const shown = `${revision}:${file}`;
      found.push(
        ...clustersIn(
          { file: shown, text },
          isFolder ? from : path,
          isFolder ? "others-too" : "clusters",
        ),
      );
    }
  }
  return found;
}

async function git(argv: readonly string[], io: CommandLineIo): Promise<string> {
  const outcome = await io.git(argv).catch(() => {
    throw new AccessError("cannot run git: is it installed?");
  });
  if (outcome.exitCode === 0) return new TextDecoder().decode(outcome.stdout);
  const [reason = "it gave no reason"] = outcome.stderr.trim().split("\n");
  throw new AccessError(`git failed: ${defuse(reason)}`);
}
