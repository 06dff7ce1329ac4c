import type { ObjectType } from "../../api/api-type.ts";
import { memberType } from "../../api/member-type.ts";
import { strategicMerge } from "../../api/strategic-merge.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isList, isObject, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { RayManifest } from "../../manifest/manifest.ts";
import { clusterSpecOf } from "../../manifest/manifest.ts";
import { CLUSTER_TEMPLATE, clusterOverlay } from "../../manifest/overlays/cluster-overlay.ts";
import type { MergedPlace } from "../../manifest/overlays/merged-place.ts";
import type { PodOverlay } from "../../manifest/overlays/pod-overlay.ts";
import { traceMerged } from "../../manifest/overlays/trace-merged.ts";
import type { Trace } from "../../manifest/trace.ts";
import type { Salvaged } from "../../model/resolved.ts";
import { withoutRefused } from "../../rules/run-rules.ts";
import { checkOverlay } from "./check-overlay.ts";
import { findClusterConflicts } from "./find-cluster-conflicts.ts";
import { judgeMergedCluster } from "./judge-merged-cluster.ts";
import type { OverlayApi } from "./overlay-api.ts";
import { replaceMembers } from "./replace-members.ts";

/**
 * Merges the request's partial RayCluster over the compiler's: by Kubernetes' strategic merge, and worker groups by their
 * names. What would undo what the request says in its own words is reported, and then nothing is merged.
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
  const mistakes = checkOverlay(overlay, api);
  const spec = manifest === undefined ? undefined : clusterSpecOf(manifest);
  if (manifest === undefined || spec === undefined) return mistakes;
  const { apiVersion } = manifest;
  // What a job or a service makes has its own metadata of KubeRay.
  const metadata = manifest.kind === "RayCluster" ? manifest.metadata : {};
  // Plain data throughout; only its interfaces do not say so.
  const parts: { readonly metadata: PlainObject; readonly spec: PlainObject } = Object.assign(
    Object.create(null),
    { metadata, spec },
  );
  const own: PlainObject = { apiVersion, kind: "RayCluster", ...parts };
  const merged = mergeCluster(own, overlay, api.type);
  const ofParts = findClusterConflicts(own, merged.cluster, template, manifest.kind);
  const conflicts = withoutRefused([...merged.findings, ...ofParts], mistakes);
  if (mistakes.length + conflicts.length > 0) return [...mistakes, ...conflicts];
  const judged = judgeMergedCluster(own, merged.cluster, template, api);
  if (trace !== undefined) {
    const { values, cluster } = merged;
    traceMerged(own, { template: cluster, findings: [], placeOf: () => undefined, values }, trace);
  }
  replaceMembers(spec, ownObject(merged.cluster, "spec"));
  replaceMembers(metadata, ownObject(merged.cluster, "metadata"));
  return judged;
}

type Values = readonly (readonly [Path, MergedPlace])[];

interface Merged {
  /** What could be merged of it. */
  readonly cluster: PlainObject;
  readonly values: Values;
  readonly findings: readonly Finding[];
}

const GROUPS = "workerGroupSpecs";

/** Groups aside first, then group by group. */
function mergeCluster(own: PlainObject, overlay: PodOverlay, type: ObjectType): Merged {
  const { template } = overlay;
  const [ownSpec, spec] = [ownObject(own, "spec"), ownObject(template, "spec")];
  const { [GROUPS]: patches, ...rest } = spec;
  const { [GROUPS]: ownGroups, ...ownRest } = ownSpec;
  const patch = isObject(template.spec) ? { ...template, spec: rest } : template;
  const outer = mergeOne({ ...own, spec: ownRest }, patch, type, overlay, [], []);
  const findings = [...outer.findings, ...(patches === null ? [GROUPS_REMOVED] : [])];
  const merged = [...ownList(ownSpec, GROUPS)];
  const values = [...outer.values];
  const specType = memberType(type, "spec");
  const list = memberType(specType, GROUPS);
  const groupType = list?.kind === "list" ? list.items.type : undefined;
  for (const [index, group] of (isList(patches) ? patches : []).entries()) {
    const name = ownText(group, "groupName");
    const place = merged.findIndex((each) => ownText(each, "groupName") === name);
    const base = merged[place];
    if (!isObject(group) || !isObject(base) || groupType?.kind !== "object") {
      findings.push(unknownGroup(index));
      continue;
    }
    const [at, patchedAt] = [
      ["spec", GROUPS, place],
      ["spec", GROUPS, index],
    ];
    const result = mergeOne(base, group, groupType, overlay, at, patchedAt);
    findings.push(...result.findings);
    merged[place] = result.cluster;
    values.push(...result.values);
  }
  if (ownGroups === undefined) return { ...outer, findings };
  const complete = { ...ownObject(outer.cluster, "spec"), [GROUPS]: merged };
  return { cluster: { ...outer.cluster, spec: complete }, values, findings };
}

function mergeOne(
  base: PlainObject,
  patch: PlainObject,
  type: ObjectType,
  overlay: PodOverlay,
  at: Path,
  patchedAt: Path,
): Merged {
  const values: (readonly [Path, MergedPlace])[] = [];
  const result = strategicMerge(base, patch, type, (path, { from, path: origin }) => {
    const place =
      from === "patch"
        ? { overlay, path: [...patchedAt, ...origin] }
        : { overlay: undefined, path: [...at, ...origin] };
    values.push([[...at, ...path], place]);
  });
  if (result.ok && isObject(result.value)) return { cluster: result.value, values, findings: [] };
  const findings = (result.ok ? [] : result.mistakes).map(
    ({ path, message, hint }): Finding => ({
      code: "pod-template-merge",
      document: "request",
      path: [...CLUSTER_TEMPLATE, ...patchedAt, ...path],
      message,
      hint,
    }),
  );
  return { cluster: base, values: [], findings };
}

const GROUPS_REMOVED: Finding = Object.freeze({
  code: "pod-template-conflict",
  document: "request",
  path: [...CLUSTER_TEMPLATE, "spec", GROUPS],
  message: "The cluster template removes all worker groups, which the request makes.",
  hint: "Remove workerGroupSpecs here; scaling_groups or n_nodes say which groups there are.",
});

function unknownGroup(index: number): Finding {
  return {
    code: "pod-template-conflict",
    document: "request",
    path: [...CLUSTER_TEMPLATE, "spec", GROUPS, index],
    message: "The cluster template has a worker group that is none of the request's.",
    hint: "Name a scaling group of the request as groupName; groups themselves are made by scaling_groups.",
  };
}
