import { defuse } from "../../diagnostics/defuse.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { AccessError } from "./access-error.ts";
import { objectsIn, UnreadableManifest } from "./manifests-in-text.ts";

/** A RayCluster and where it stands. */
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
  /** A template, other objects than RayClusters, text that cannot be read, or text of a RayCluster that cannot be read. */
  readonly why: "template" | "other-objects" | "unreadable" | "broken-cluster";
  /** The kinds of the objects, or what is wrong. */
  readonly details: string;
}

/** A RayJob or a RayService, each of which makes a RayCluster that is not compared. */
export interface NotComparable {
  readonly path: string;
  readonly kind: string;
  readonly name: string;
}

/** What some files and folders hold. */
export interface ManifestCollection {
  readonly found: FoundManifest[];
  readonly passedOver: PassedOver[];
  readonly notComparable: NotComparable[];
  /** Reports of what is read in a way that not everybody expects. */
  readonly surprises: string[];
  /** Operands that are not there. */
  readonly missing: string[];
}

export function emptyCollection(): ManifestCollection {
  return { found: [], passedOver: [], notComparable: [], surprises: [], missing: [] };
}

/**
 * Adds what a text holds. A file that was named itself must hold a RayCluster: an AccessError says what it holds instead.
 * One of a folder may hold anything.
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
  const clusters = objects.filter((data) => kindOf(data) === "RayCluster");
  const others = objects.filter((data) => kindOf(data) !== "RayCluster");
  if (isNamed && clusters.length === 0) throw noCluster(text.file, others);
  collection.found.push(...clusters.map((data) => ({ ...place, data })));
  const passed: string[] = [];
  for (const data of others) {
    const kind = kindOf(data);
    if (CLUSTER_MAKERS.includes(kind)) {
      collection.notComparable.push({ path, kind, name: nameOf(data) });
    } else {
      passed.push(kind);
    }
  }
  if (passed.length === 0 && objects.length > 0) return;
  const details = listed([...new Set(passed)]);
  if (!isNamed) collection.passedOver.push({ path, why: "other-objects", details });
}

const CLUSTER_MAKERS: readonly string[] = Object.freeze(["RayJob", "RayService"]);
const TEMPLATE = /\{\{/;
const CLUSTER_LINE = /^[ \t]*["']?kind["']?:[ \t]*["']?RayCluster\b/m;

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
    const isCluster = CLUSTER_LINE.test(text.text);
    passedOver.push({
      path,
      why: isTemplate ? "template" : isCluster ? "broken-cluster" : "unreadable",
      details: isTemplate ? "" : isCluster ? error.message : error.problem,
    });
    return undefined;
  }
}

function noCluster(file: string, others: readonly unknown[]): AccessError {
  const kinds = [...new Set(others.map(kindOf))];
  const made = kinds.some((kind) => CLUSTER_MAKERS.includes(kind))
    ? "; diff compares only RayClusters"
    : "";
  const holds = kinds.length === 0 ? "" : `, but ${listed(kinds.map(withArticle))}${made}`;
  return new AccessError(`${defuse(file)} has no RayCluster${holds}.`);
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

function nameOf(data: unknown): string {
  const metadata = isPlainObject(data) ? data.metadata : undefined;
  return isPlainObject(metadata) && typeof metadata.name === "string" ? shown(metadata.name) : "";
}

function shown(text: string): string {
  return defuse(text.slice(0, 100));
}
