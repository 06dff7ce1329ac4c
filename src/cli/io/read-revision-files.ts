import { isAbsolute, posix, relative, resolve } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import { AccessError } from "./access-error.ts";
import type { GitBlob } from "./git-objects.ts";
import { listBlobs, readBlobs } from "./git-objects.ts";
import type { CommandLineIo } from "./io.ts";
import type { ManifestFile } from "./manifest-file.ts";
import { isManifestFile, isWalked } from "./manifest-files.ts";
import { MAXIMUM_BYTES } from "./read-text.ts";
import { resolveRevision } from "./resolve-revision.ts";

/**
 * The files that may hold manifests, as git has them below some paths at a revision, read by three processes of git however
 * many files there are; operands that git does not have come first. Throws an AccessError, or a UsageError for the revision.
 */
export async function readRevisionFiles(
  revision: string,
  operands: readonly string[],
  io: CommandLineIo,
): Promise<readonly ManifestFile[]> {
  const commit = await resolveRevision(revision, io);
  const roots = new Map<string, string>();
  for (const operand of operands) roots.set(await fromWorkingFolder(operand, io), operand);
  const blobs = await listBlobs(commit, [...roots.keys()], io);
  const places = placesOf(blobs, roots);
  const found = new Set(places.map(({ operand }) => operand));
  const missing = operands.filter((operand) => !found.has(operand));
  const wanted = places.filter(({ isNamed, path }) => isNamed || isComparedFile(path));
  const small = wanted.filter(({ blob }) => blob.bytes <= MAXIMUM_BYTES);
  const texts = await readBlobs(
    small.map(({ blob }) => blob.id),
    io,
  );
  const ids = new Map(blobs.map((blob) => [blob.path, blob.id]));
  return [
    ...missing.map((operand): ManifestFile => ({ kind: "missing", operand })),
    ...wanted.map(({ blob, path, file, isNamed }): ManifestFile => {
      const shown = `${revision}:${blob.path}`;
      const content = texts.get(blob.id);
      const text = blob.isLink ? followed(blob, content, ids, texts) : decode(content);
      if (typeof text === "string") {
        return { kind: "text", text: { file: shown, text }, path, file, isNamed };
      }
      if (isNamed) throw new AccessError(`cannot read ${defuse(shown)}: ${text.problem}.`);
      return { kind: "unreadable", path, problem: text.problem };
    }),
  ];
}

/** A path as git lists it: from the working folder, with slashes, without a slash at its end. */
async function fromWorkingFolder(operand: string, io: CommandLineIo): Promise<string> {
  const path = isAbsolute(operand)
    ? relative(await io.realPath("."), await io.realPath(operand))
    : operand.startsWith("../")
      ? await withoutReturn(operand, io)
      : operand;
  return posix.normalize(path).replace(/(.)\/$/, "$1") || ".";
}

/** `../here/a.yaml` is a.yaml in the folder `here`: git takes the first for a path outside of the repository. */
async function withoutReturn(operand: string, io: CommandLineIo): Promise<string> {
  const here = await io.realPath(".");
  return relative(here, resolve(here, operand)).replaceAll("\\", "/");
}

interface PlacedBlob {
  readonly blob: GitBlob;
  readonly operand: string;
  /** The file, by its path from the folder that was named. */
  readonly path: string;
  /** The file, by its path from the working folder. */
  readonly file: string;
  /** Whether the file itself was named. */
  readonly isNamed: boolean;
}

/** Where each blob stands. */
function placesOf(
  blobs: readonly GitBlob[],
  roots: ReadonlyMap<string, string>,
): readonly PlacedBlob[] {
  const order = new Map([...roots.keys()].map((root, index) => [root, index]));
  return blobs.flatMap((blob): readonly PlacedBlob[] => {
    const root = rootOf(blob.path, order);
    const operand = root === undefined ? undefined : roots.get(root);
    if (root === undefined || operand === undefined) return [];
    if (root === blob.path) return [{ blob, operand, path: operand, file: operand, isNamed: true }];
    const path = root === "." ? blob.path : blob.path.slice(root.length + 1);
    return [{ blob, operand, path, file: blob.path, isNamed: false }];
  });
}

/** The first of the operands that are the path or a folder above it, as the working tree is read. */
function rootOf(path: string, order: ReadonlyMap<string, number>): string | undefined {
  let root: string | undefined;
  let folder = path;
  for (;;) {
    const place = order.get(folder);
    if (place !== undefined && place <= (order.get(root ?? "") ?? place)) root = folder;
    const above = posix.dirname(folder);
    if (above === folder) return root;
    folder = above;
  }
}

function isComparedFile(path: string): boolean {
  const folders = path.split("/").slice(0, -1);
  return isManifestFile(path) && folders.every(isWalked);
}

/** What a link to another file of the listing leads to. */
function followed(
  { path }: GitBlob,
  content: Uint8Array | undefined,
  ids: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, Uint8Array>,
): ReadText {
  const target = posix.join(posix.dirname(path), new TextDecoder().decode(content));
  const bytes = texts.get(ids.get(target) ?? "");
  return bytes === undefined
    ? { problem: "it is a link to another file, which is not read" }
    : decode(bytes);
}

type ReadText = string | { readonly problem: string };

function decode(bytes: Uint8Array | undefined): ReadText {
  if (bytes === undefined) return { problem: "it is larger than 16 MiB" };
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { problem: "it is not UTF-8 text" };
  }
}
