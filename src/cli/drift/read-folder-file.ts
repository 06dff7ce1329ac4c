import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { manifestKinds } from "../../kuberay/views/manifest-view.ts";
import { accessError } from "../io/access-error.ts";
import { markOf } from "../io/compiled-mark.ts";
import type { CommandLineIo } from "../io/io.ts";
import { MAXIMUM_BYTES } from "../io/read-text.ts";
import { readDocuments } from "./read-documents.ts";

/** What a file in an output folder is, and its text. */
export interface FolderFile {
  /**
   * `compiled`: the compiler wrote it, it was not edited, and it holds objects of the kinds that it makes, such as
   * RayClusters, and nothing else. `edited`: the compiler wrote
   * it, and it was edited. `ray-clusters`: it holds such objects and nothing else. `mixed`: also something else. `other`: none.
   */
  readonly kind: "compiled" | "edited" | "ray-clusters" | "mixed" | "other";
  readonly text: string;
}

// Hundreds of times a manifest. What is larger and has no mark is no work of the compiler, nor of a hand.
const MAXIMUM_UNMARKED_CHARACTERS = 2 ** 20;

/** Reads a file in an output folder. What is too large or no YAML is something else. Throws an AccessError. */
export async function readFolderFile(file: string, io: CommandLineIo): Promise<FolderFile> {
  const text = await textOf(file, io);
  // Most files of other kinds say so at a glance.
  if (!/\bRay(?:Cluster|Job|CronJob|Service)\b/.test(text)) return { kind: "other", text };
  const mark = markOf(text);
  if (mark === "edited") return { kind: "edited", text };
  if (mark === "none" && text.length > MAXIMUM_UNMARKED_CHARACTERS) return { kind: "other", text };
  const clusters = clustersAmong(file, text);
  if (clusters === "none") return { kind: "other", text };
  if (clusters === "some") return { kind: "mixed", text };
  return { kind: mark === "compiled" ? "compiled" : "ray-clusters", text };
}

async function textOf(file: string, io: CommandLineIo): Promise<string> {
  try {
    return new TextDecoder().decode(await io.readFile(file, MAXIMUM_BYTES));
  } catch (error) {
    const isLarge = error instanceof Error && "code" in error && error.code === "EFBIG";
    if (isLarge) return "";
    throw accessError("read", file, error);
  }
}

/** How many of the documents are of the kinds that the compiler makes. */
function clustersAmong(file: string, text: string): "all" | "some" | "none" {
  const documents = readDocuments(file, text);
  if (!documents.ok) return "none";
  const clusters = documents.values.filter(isOfOurKinds).length;
  if (clusters === 0) return "none";
  return clusters === documents.values.length ? "all" : "some";
}

function isOfOurKinds(data: unknown): boolean {
  if (!isPlainObject(data) || !manifestKinds.some((kind) => kind === data.kind)) return false;
  return typeof data.apiVersion === "string" && data.apiVersion.startsWith("ray.io/");
}
