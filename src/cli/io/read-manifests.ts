import type { ManifestCollection } from "./collect-manifests.ts";
import { collectManifests, emptyCollection } from "./collect-manifests.ts";
import type { CommandLineIo } from "./io.ts";
import type { ManifestFile } from "./manifest-file.ts";
import { readManifestFiles } from "./read-manifest-files.ts";
import { readRevisionFiles } from "./read-revision-files.ts";

/**
 * Every object of KubeRay's kinds in files and folders, in order. A file that holds none is an error, for it was meant to; one in a
 * folder is passed over. With `may-miss` an operand that is not there is listed. Throws an AccessError.
 */
export async function readManifests(
  operands: readonly string[],
  io: CommandLineIo,
  missing: "may-miss" | "must-exist" = "must-exist",
): Promise<ManifestCollection> {
  const collection = emptyCollection();
  for await (const read of readManifestFiles(operands, io, missing)) collectFile(read, collection);
  return collection;
}

/** Every such object that git has below some paths at a revision. Throws an AccessError, or a UsageError for the revision. */
export async function readRevision(
  revision: string,
  operands: readonly string[],
  io: CommandLineIo,
): Promise<ManifestCollection> {
  const collection = emptyCollection();
  for (const read of await readRevisionFiles(revision, operands, io)) collectFile(read, collection);
  return collection;
}

function collectFile(read: ManifestFile, collection: ManifestCollection): void {
  if (read.kind === "missing") collection.missing.push(read.operand);
  else if (read.kind === "text") {
    collectManifests(read.text, { path: read.path, file: read.file }, read.isNamed, collection);
  } else {
    collection.passedOver.push({ path: read.path, why: "unreadable", details: read.problem });
  }
}
