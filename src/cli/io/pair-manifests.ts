import { isPlainObject } from "../../diagnostics/plain-data.ts";
import type { FoundManifest } from "./collect-manifests.ts";

/** Two manifests to compare; undefined stands for one that is not there. */
export interface ManifestPair {
  /** Namespace and name with the path of the file. */
  readonly title: string;
  /** The files from the working folder, the new one first. */
  readonly files: readonly string[];
  readonly old: unknown;
  readonly current: unknown;
}

/**
 * Pairs the objects of two sides, each with one of its kind; of those that one file has under one name, the last one counts,
 * which kubectl applies over the others. They are paired by namespace and name, then what is left by file where each
 * side has one left there; one alone meets one alone, unless they stay apart. So one that was renamed meets its old self.
 */
export function pairManifests(
  everyBefore: readonly FoundManifest[],
  everyAfter: readonly FoundManifest[],
  single: "meet" | "stay-apart" = "meet",
): readonly ManifestPair[] {
  const [before, after] = [lastOnes(everyBefore), lastOnes(everyAfter)];
  const pairs = new Map<FoundManifest, FoundManifest>();
  const left = { before: [...before], after: [...after] };
  match(left, pairs, ({ data }) => `${kindOf(data)} ${nameOf(data)}`);
  match(left, pairs, ({ data, path }) => `${kindOf(data)} ${path}`);
  if (single === "meet" && before.length === 1 && after.length === 1) {
    match(left, pairs, ({ data }) => kindOf(data));
  }
  const partners = new Map([...pairs].map(([old, current]) => [current, old]));
  return [
    ...after.map((current) => pair(partners.get(current), current)),
    ...left.before.map((old) => pair(old, undefined)),
  ];
}

function lastOnes(manifests: readonly FoundManifest[]): readonly FoundManifest[] {
  const last = new Map<unknown, FoundManifest>();
  for (const manifest of manifests) {
    const { data, file } = manifest;
    const name = nameOf(data);
    // What has no name is not the same as any other.
    const key = /[^/]$/.test(name) ? JSON.stringify([file, kindOf(data), name]) : manifest;
    last.delete(key);
    last.set(key, manifest);
  }
  return [...last.values()];
}

interface Unpaired {
  before: readonly FoundManifest[];
  after: readonly FoundManifest[];
}

/** Pairs what shares a key that nothing else on its side has. */
function match(
  left: Unpaired,
  pairs: Map<FoundManifest, FoundManifest>,
  keyOf: (manifest: FoundManifest) => string,
): void {
  const [olds, currents] = [onlyOnes(left.before, keyOf), onlyOnes(left.after, keyOf)];
  for (const [key, old] of olds) {
    const current = currents.get(key);
    if (current !== undefined) pairs.set(old, current);
  }
  const paired = new Set(pairs.values());
  left.before = left.before.filter((old) => !pairs.has(old));
  left.after = left.after.filter((current) => !paired.has(current));
}

function onlyOnes(
  manifests: readonly FoundManifest[],
  keyOf: (manifest: FoundManifest) => string,
): ReadonlyMap<string, FoundManifest> {
  const byKey = new Map<string, FoundManifest[]>();
  for (const manifest of manifests) {
    const key = keyOf(manifest);
    const others = byKey.get(key);
    if (others === undefined) byKey.set(key, [manifest]);
    else others.push(manifest);
  }
  const only = new Map<string, FoundManifest>();
  for (const [key, [first, ...more]] of byKey) {
    if (first !== undefined && more.length === 0) only.set(key, first);
  }
  return only;
}

function kindOf(data: unknown): string {
  return isPlainObject(data) && typeof data.kind === "string" ? data.kind : "";
}

function nameOf(data: unknown): string {
  const metadata = isPlainObject(data) ? data.metadata : undefined;
  if (!isPlainObject(metadata)) return "";
  return `${nameText(metadata.namespace)}/${nameText(metadata.name)}`;
}

/** What is no name is told when the two are compared. */
function nameText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function pair(old: FoundManifest | undefined, current: FoundManifest | undefined): ManifestPair {
  const name = nameOf((current ?? old)?.data).replace(/^\//, "");
  const path = (current ?? old)?.path ?? "";
  const files = [current, old].flatMap((manifest) => manifest?.file ?? []);
  return { title: `${name} (${path})`, files, old: old?.data, current: current?.data };
}
