import { uncarriedCodePoint } from "../diagnostics/carried-text.ts";
import type { RayManifest } from "../manifest/manifest.ts";
import { isPrintableKey } from "../yaml/print.ts";
import type { Resource } from "./resource.ts";
import { identity } from "./resource.ts";

/** A manifest and the request that it is for. */
export interface PlacedManifest {
  readonly manifest: RayManifest;
  /** The place of the request among the items, where the request leaves. */
  readonly requestPlace: number | undefined;
}

/** What becomes of an item. */
export type ItemFate =
  | { readonly kind: "kept" }
  | { readonly kind: "left-out" }
  | { readonly kind: "replaced"; readonly by: object };

export interface Placement {
  /** For each item. */
  readonly fates: readonly ItemFate[];
  /** What stands behind the items. */
  readonly added: readonly object[];
}

/**
 * Finds a place for each manifest: that of an object of its kind and name, which it replaces; else that of its request,
 * where that leaves; else the end. So a second run gives the same list.
 */
export function placeManifests(
  items: readonly (Resource | undefined)[],
  placed: readonly PlacedManifest[],
): Placement {
  const places = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    if (item === undefined) continue;
    const key = identity(item.reference);
    if (!places.has(key)) places.set(key, index);
  }
  const fates: ItemFate[] = items.map(() => ({ kind: "kept" }));
  const added: object[] = [];
  for (const { manifest, requestPlace } of placed) {
    const present = places.get(manifestIdentity(manifest));
    if (requestPlace !== undefined) fates[requestPlace] = { kind: "left-out" };
    if (present !== undefined) {
      fates[present] = { kind: "replaced", by: withToolAnnotations(manifest, items[present]) };
    } else if (requestPlace !== undefined) {
      fates[requestPlace] = { kind: "replaced", by: manifest };
    } else {
      added.push(manifest);
    }
  }
  return { fates, added };
}

/** What a manifest shares with no other object of a cluster. */
function manifestIdentity({ apiVersion, kind, metadata }: RayManifest): string {
  return identity({ apiVersion, kind, ...metadata });
}

/** Annotations by which tools find a resource again: its file, its place there, its first name. */
const TOOL_ANNOTATION =
  /^(?:(?:internal\.)?config\.kubernetes\.io|config\.k8s\.io|(?:internal\.)?kustomize\.config\.k8s\.io)\//;

function withToolAnnotations(manifest: RayManifest, present: Resource | undefined): object {
  const kept = [...(present?.annotations ?? [])].filter(
    ([key, text]) => TOOL_ANNOTATION.test(key) && isPrintableKey(key) && isPrintable(text),
  );
  if (kept.length === 0) return manifest;
  const { metadata } = manifest;
  const annotations = { ...metadata.annotations, ...Object.fromEntries(kept) };
  return { ...manifest, metadata: { ...metadata, annotations } };
}

/** What no tool wrote, such as a null character, would stop the printer. */
function isPrintable(text: string): boolean {
  return text.length < 1_000 && uncarriedCodePoint(text) === undefined;
}
