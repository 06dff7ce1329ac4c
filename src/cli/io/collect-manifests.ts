import { defuse } from "../../diagnostics/defuse.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { listWords } from "../../diagnostics/show.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { manifestKinds } from "../../kuberay/views/manifest-view.ts";
import { AccessError } from "./access-error.ts";
import { isManifest, objectsIn, UnreadableManifest } from "./manifests-in-text.ts";

/** An object of one of KubeRay's kinds and where it stands. */
export interface FoundManifest {
  /** The file, by its path from the folder that was named; that pairs files of two folders. */
  readonly path: string;
  /** The file, by its path from the working folder. */
  readonly file: string;
  readonly data: unknown;
}

/** A file of a folder, or a part of it, that is not compared. */
export interface PassedOver {
  readonly path: string;
  /** A template, objects of other kinds, text that cannot be read, or text of one of KubeRay's kinds that cannot be read. */
  readonly why: "template" | "other-objects" | "unreadable" | "broken-manifest";
  /** The kinds of the objects, or what is wrong. */
  readonly details: string;
}

/** What some files and folders hold. */
export interface ManifestCollection {
  readonly found: FoundManifest[];
  readonly passedOver: PassedOver[];
  /** Reports of what is read in a way that not everybody expects. */
  readonly surprises: string[];
  /** Operands that are not there. */
  readonly missing: string[];
}

export function emptyCollection(): ManifestCollection {
  return { found: [], passedOver: [], surprises: [], missing: [] };
}

/**
 * Adds what a text holds. A file that was named itself must hold an object of one of KubeRay's kinds: an AccessError says
 * what it holds instead. One of a folder may hold anything.
 */
export function collectManifests(
  text: TextDocument,
  place: Pick<FoundManifest, "path" | "file">,
  isNamed: boolean,
  collection: ManifestCollection,
): void {
  const { path } = place;
  const objects = readable(text, path, isNamed, collection);
  if (objects === undefined) return;
  const manifests = objects.filter(isManifest);
  const passed = objects.filter((data) => !isManifest(data)).map(kindOf);
  if (isNamed && manifests.length === 0) throw noManifest(text.file, passed);
  collection.found.push(...manifests.map((data) => ({ ...place, data })));
  if (passed.length === 0 && objects.length > 0) return;
  const details = listed([...new Set(passed)]);
  if (!isNamed) collection.passedOver.push({ path, why: "other-objects", details });
}

const TEMPLATE = /\{\{/;
const KIND_LINE = /^[ \t]*["']?kind["']?:[ \t]*["']?Ray(?:Cluster|Job|CronJob|Service)\b/m;

function readable(
  text: TextDocument,
  path: string,
  isNamed: boolean,
  { passedOver, surprises }: ManifestCollection,
): readonly unknown[] | undefined {
  try {
    const read = objectsIn(text);
    if (read.surprises !== "") surprises.push(read.surprises);
    return read.objects;
  } catch (error) {
    if (isNamed || !(error instanceof UnreadableManifest)) throw error;
    const isTemplate = TEMPLATE.test(text.text);
    const isOurs = KIND_LINE.test(text.text);
    passedOver.push({
      path,
      why: isTemplate ? "template" : isOurs ? "broken-manifest" : "unreadable",
      details: isTemplate ? "" : isOurs ? error.message : error.problem,
    });
    return undefined;
  }
}

const KINDS = listWords(manifestKinds, "or");

function noManifest(file: string, passed: readonly string[]): AccessError {
  const kinds = [...new Set(passed)];
  const holds = kinds.length === 0 ? "" : `, but ${listed(kinds.map(withArticle))}`;
  return new AccessError(`${defuse(file)} has no KubeRay manifest (${KINDS})${holds}.`);
}

function withArticle(kind: string): string {
  return `${/^[AEIOU]/.test(kind) ? "an" : "a"} ${kind}`;
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, SHOWN_KINDS);
  const left = words.length - shown.length;
  return [...shown, ...(left > 0 ? [`${left} more`] : [])].join(", ");
}

const SHOWN_KINDS = 5;

function kindOf(data: unknown): string {
  return isPlainObject(data) && typeof data.kind === "string" ? shown(data.kind) : "";
}

function shown(text: string): string {
  return defuse(text.slice(0, 100));
}
