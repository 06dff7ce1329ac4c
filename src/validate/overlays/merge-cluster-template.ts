import type { ObjectType } from "../../api/api-type.ts";
import { strategicMerge } from "../../api/strategic-merge.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isList, isObject, ownList, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import type { RayManifest } from "../../manifest/manifest.ts";
import { clusterSpecOf } from "../../manifest/manifest.ts";
import { CLUSTER_TEMPLATE, clusterOverlay } from "../../manifest/overlays/cluster-overlay.ts";
import type { MergedPlace } from "../../manifest/overlays/merged-place.ts";
import type { PodOverlay } from "../../manifest/overlays/pod-overlay.ts";
import { traceMerged } from "../../manifest/overlays/trace-merged.ts";
import type { Trace } from "../../manifest/trace.ts";
import type { Salvaged } from "../../model/resolved.ts";
import { checkOverlay } from "./check-overlay.ts";
import { findClusterConflicts } from "./find-cluster-conflicts.ts";
import { judgeMergedCluster } from "./judge-merged-cluster.ts";
import type { OverlayApi } from "./overlay-api.ts";

/**
 * Merges the request's partial spec of the RayCluster over the compiler's: by Kubernetes' strategic merge, and worker groups
 * by their names. What would undo what the request says in its own words is reported, and then nothing is merged.
 */
export function mergeClusterTemplate(
  model: Salvaged,
  manifest: RayManifest | undefined,
  api: OverlayApi,
  trace: Trace | undefined,
): readonly Finding[] {
  const template = clusterOverlay(model);
  if (template === undefined) return [];
  const overlay: PodOverlay = {
    document: "request",
    path: CLUSTER_TEMPLATE,
    template,
    audience: "both",
  };
  const findings = [...checkOverlay(overlay, api)];
  const spec = manifest === undefined ? undefined : clusterSpecOf(manifest);
  if (manifest === undefined || spec === undefined || findings.length > 0) return findings;
  const own: PlainObject = Object.assign(spec);
  const merged = mergeSpec(own, overlay, api.type);
  if (!merged.ok) return merged.findings;
  const conflicts = findClusterConflicts(own, merged.spec, template);
  if (conflicts.length > 0) return conflicts;
  const judged = judgeMergedCluster(manifest, merged.spec, template, model);
  if (trace !== undefined) {
    const { values } = merged;
    traceMerged(
      own,
      { template: merged.spec, findings: [], placeOf: () => undefined, values },
      trace,
    );
  }
  // The manifest is fresh, so that it is changed in place.
  for (const key of Object.keys(spec)) {
    if (!Object.hasOwn(merged.spec, key)) Reflect.deleteProperty(spec, key);
  }
  Object.assign(spec, merged.spec);
  return judged;
}

type Values = readonly (readonly [Path, MergedPlace])[];

type MergedSpec =
  | { readonly ok: true; readonly spec: PlainObject; readonly values: Values }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const GROUPS = "workerGroupSpecs";

function mergeSpec(own: PlainObject, overlay: PodOverlay, type: ObjectType): MergedSpec {
  const { [GROUPS]: patches, ...rest } = overlay.template;
  const groups = ownList(own, GROUPS);
  const { [GROUPS]: _groups, ...ownRest } = own;
  const outer = mergeOne(ownRest, rest, type, overlay, [], []);
  if (!outer.ok || patches === undefined || patches === null) {
    return outer.ok ? withGroups(outer, own, groups, []) : outer;
  }
  const list = type.field(GROUPS)?.type;
  const groupType = list?.kind === "list" ? list.items.type : undefined;
  if (!isList(patches) || groupType?.kind !== "object") return withGroups(outer, own, groups, []);
  const merged: PlainData[] = [...groups];
  const values: (readonly [Path, MergedPlace])[] = [];
  for (const [index, patch] of patches.entries()) {
    const name = ownText(patch, "groupName");
    const place = groups.findIndex((group) => ownText(group, "groupName") === name);
    const group = merged[place];
    if (name === undefined || !isObject(patch) || !isObject(group)) {
      return { ok: false, findings: [unknownGroup(index)] };
    }
    const result = mergeOne(group, patch, groupType, overlay, [GROUPS, place], [GROUPS, index]);
    if (!result.ok) return result;
    merged[place] = result.spec;
    values.push(...result.values);
  }
  return withGroups(outer, own, merged, values);
}

function withGroups(
  outer: MergedSpec & { readonly ok: true },
  own: PlainObject,
  groups: readonly PlainData[],
  values: Values,
): MergedSpec {
  if (own[GROUPS] === undefined) return outer;
  return {
    ok: true,
    spec: { ...outer.spec, [GROUPS]: groups },
    values: [...outer.values, ...values],
  };
}

function mergeOne(
  base: PlainObject,
  patch: PlainObject,
  type: ObjectType,
  overlay: PodOverlay,
  at: Path,
  patchedAt: Path,
): MergedSpec {
  const values: (readonly [Path, MergedPlace])[] = [];
  const result = strategicMerge(base, patch, type, (path, { from, path: origin }) => {
    const place =
      from === "patch"
        ? { overlay, path: [...patchedAt, ...origin] }
        : { overlay: undefined, path: [...at, ...origin] };
    values.push([[...at, ...path], place]);
  });
  if (result.ok && isObject(result.value)) return { ok: true, spec: result.value, values };
  const findings = (result.ok ? [] : result.mistakes).map(
    ({ path, message, hint }): Finding => ({
      code: "pod-template-merge",
      document: "request",
      path: [...CLUSTER_TEMPLATE, ...patchedAt, ...path],
      message,
      hint,
    }),
  );
  return { ok: false, findings };
}

function unknownGroup(index: number): Finding {
  return {
    code: "pod-template-conflict",
    document: "request",
    path: [...CLUSTER_TEMPLATE, GROUPS, index],
    message: "The cluster template has a worker group that is none of the request's.",
    hint: "Name a scaling group of the request as groupName; groups themselves are made by scaling_groups.",
  };
}
