import type { ObjectType } from "../../api/api-type.ts";
import { strategicMerge } from "../../api/strategic-merge.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isList, isObject, ownField, ownObject } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import type { ClusterNode } from "../../model/cluster.ts";
import { findConflicts } from "./find-conflicts.ts";
import type { MergedPlace } from "./merged-place.ts";
import { indexByName } from "./overlay-paths.ts";
import type { PodOverlay } from "./pod-overlay.ts";
import { RAY_CONTAINERS } from "./pod-overlay.ts";

/** A pod template after all overlays. */
export interface MergedPod {
  readonly template: PlainObject;
  readonly findings: readonly Finding[];
  /** Where the value at a path came from; undefined where nothing stands there. */
  readonly placeOf: (path: Path) => MergedPlace | undefined;
  /** Every value at any depth, the outer one first. */
  readonly values: readonly (readonly [path: Path, place: MergedPlace])[];
}

/**
 * Merges overlays over the compiler's own pod template, one after the other. Ray's container stays the first. An overlay
 * that cannot be merged, or that would undo what the manifest lives by, is reported and left out.
 */
export function mergeOverlays(
  own: PlainObject,
  overlays: readonly PodOverlay[],
  node: Pick<ClusterNode, "role" | "path">,
  type: ObjectType,
): MergedPod {
  const findings: Finding[] = [];
  const name = RAY_CONTAINERS[node.role];
  let template = own;
  let places: Places | undefined;
  for (const overlay of overlays) {
    const before = places;
    const values: (readonly [Path, MergedPlace])[] = [];
    const patch = withoutOtherRole(overlay, node.role);
    const result = strategicMerge(template, patch, type, (path, { from, path: origin }) => {
      const place = from === "patch" ? { overlay, path: origin } : earlierPlace(origin, before);
      values.push([path, place]);
    });
    if (!result.ok) {
      for (const { path, message, hint } of result.mistakes) {
        findings.push({ ...placeIn(overlay, path), code: "pod-template-merge", message, hint });
      }
      continue;
    }
    const from = indexByName(containersOf(result.value), name);
    const merged = placesOf(values.map(([path, place]) => [movedPath(path, from), place]));
    const next = rayFirst(result.value, from);
    const conflicts = findConflicts(template, next, overlay, node, (path) => placeAt(merged, path));
    findings.push(...conflicts.findings);
    if (!conflicts.runsRay) continue;
    template = next;
    places = merged;
  }
  const final: Places = places ?? new Map();
  return {
    template,
    findings,
    placeOf: (path) => placeAt(final, path),
    values: [...final.values()],
  };
}

/** A place in an overlay, as findings have it. */
export function placeIn(overlay: PodOverlay, path: Path): Pick<Finding, "document" | "path"> {
  return { document: overlay.document, path: [...overlay.path, ...path] };
}

/** By path. */
type Places = ReadonlyMap<string, readonly [Path, MergedPlace]>;

function placesOf(values: readonly (readonly [Path, MergedPlace])[]): Places {
  return new Map(values.map((entry) => [JSON.stringify(entry[0]), entry]));
}

function placeAt(places: Places, path: Path): MergedPlace | undefined {
  return places.get(JSON.stringify(path))?.[1];
}

function earlierPlace(path: Path, places: Places | undefined): MergedPlace {
  return (places && placeAt(places, path)) ?? { overlay: undefined, path };
}

/** What one overlay for both roles says of the other one's Ray container is not for this pod: it deletes what is not there. */
function withoutOtherRole({ template, audience }: PodOverlay, role: ClusterNode["role"]) {
  const other = RAY_CONTAINERS[role === "head" ? "worker" : "head"];
  const containers = containersOf(template);
  if (audience !== "both" || !isList(containers) || indexByName(containers, other) === -1) {
    return template;
  }
  const rest = containers.map((item) =>
    ownField(item, "name") === other ? { name: other, $patch: "delete" } : item,
  );
  return { ...template, spec: { ...ownObject(template, "spec"), containers: rest } };
}

function containersOf(template: PlainData): PlainData | undefined {
  return ownField(ownField(template, "spec"), "containers");
}

/** With Ray's container first among the others, and the metadata before the spec. */
function rayFirst(merged: PlainData, from: number): PlainObject {
  if (!isObject(merged)) return {};
  const { metadata, spec, ...rest } = merged;
  const template: PlainObject = {
    ...(metadata === undefined ? {} : { metadata }),
    ...(spec === undefined ? {} : { spec }),
    ...rest,
  };
  const containers = containersOf(template);
  const ray = isList(containers) ? containers[from] : undefined;
  if (from <= 0 || !isList(containers) || ray === undefined) return template;
  const others = containers.filter((_, index) => index !== from);
  return { ...template, spec: { ...ownObject(template, "spec"), containers: [ray, ...others] } };
}

/** Where a value stands once the container at an index is the first. */
function movedPath(path: Path, from: number): Path {
  const [spec, containers, index, ...rest] = path;
  if (from <= 0 || spec !== "spec" || containers !== "containers" || typeof index !== "number") {
    return path;
  }
  const moved = index === from ? 0 : index < from ? index + 1 : index;
  return [spec, containers, moved, ...rest];
}
