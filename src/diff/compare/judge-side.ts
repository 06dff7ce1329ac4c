import type { Api } from "../../api/api.ts";
import { checkAgainstApi } from "../../api/check-against-api.ts";
import { pruned } from "../../api/pruned.ts";
import { diagnosticCodes } from "../../diagnostics/codes.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isObject } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { ClusterState } from "../../kuberay/effects/field-rule.ts";
import { findBreaches } from "../../kuberay/laws/find-breaches.ts";
import type { OperatorTarget } from "../../kuberay/laws/law.ts";
import { operatorLaws } from "../../kuberay/laws/registry.ts";
import { newestKuberay } from "../../kuberay/releases.ts";
import { isLaterMinor } from "../../kuberay/version.ts";
import { viewClusterSpec } from "../../kuberay/views/cluster-spec-view.ts";
import { viewManifest } from "../../kuberay/views/manifest-view.ts";
import { checkClusterPods } from "../../validate/pod/check-cluster-pods.ts";

/** One of the two manifests, judged. */
export interface JudgedSide extends ClusterState {
  /** As it is written. */
  readonly data: PlainObject;
  /** What the API server or the operator refuses, so that nothing of the manifest takes effect. */
  readonly refusals: readonly Finding[];
  /** What the API server drops, each at the field. */
  readonly dropped: readonly Finding[];
  /** What Kubernetes refuses in pods that the operator would make. */
  readonly podBreaches: readonly Finding[];
}

/**
 * What the target makes of a RayCluster, by the functions that `validate` judges with. `api` is the one that is served for
 * the manifest's version; where none is, which a law says, the one in which the target stores the cluster.
 */
export function judgeSide(
  data: PlainObject,
  api: Api | undefined,
  target: OperatorTarget,
): JudgedSide {
  const found = api === undefined ? [] : checkAgainstApi(data, api);
  const known = isKnown(target) ? found : found.filter((finding) => !isDrop(finding));
  const dropped = known.filter(isDrop);
  const kept = api === undefined || !isKnown(target) ? data : pruned(data, api);
  const stored = isObject(kept) ? kept : data;
  const state = stateOf(stored);
  const byServer = known.filter((finding) => !isDrop(finding));
  let refusals: readonly Finding[] | undefined;
  let breaches: readonly Finding[] | undefined;
  return {
    data,
    ...state,
    dropped,
    // Of the old manifest both are asked for only where the new one has some.
    get refusals() {
      refusals ??= [...byServer, ...operatorRefusals(state, target, byServer)];
      return refusals;
    },
    get podBreaches() {
      breaches ??= byServer.length > 0 ? [] : podBreaches(state, target);
      return breaches;
    },
  };
}

/** What the operator refuses in places that the API server takes. */
function operatorRefusals(
  { view }: ClusterState,
  target: OperatorTarget,
  byServer: readonly Finding[],
): readonly Finding[] {
  return findBreaches(view, target, operatorLaws)
    .filter(({ severity }) => severity === "error")
    .filter(({ path }) => !byServer.some((finding) => areRelated(finding.path, path)));
}

/** Whether one path leads to the other's place or through it. */
export function areRelated(left: Path, right: Path): boolean {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    if (left[index] !== right[index]) return false;
  }
  return true;
}

function stateOf(stored: PlainObject): ClusterState {
  const view = viewManifest(stored);
  if (view === undefined) throw new TypeError("KubeRay does not manage this object.");
  return { view, cluster: view.cluster ?? viewClusterSpec(view.spec, ["spec"]) };
}

/** Of releases that are newer than those known nobody knows which fields they have. */
function isKnown({ kuberay }: OperatorTarget): boolean {
  return !isLaterMinor(kuberay, newestKuberay);
}

function isDrop({ code }: Finding): boolean {
  return code === "api-unknown-field" || code === "api-field-not-in-release";
}

function podBreaches({ view, cluster }: ClusterState, target: OperatorTarget): readonly Finding[] {
  return checkClusterPods(cluster.spec, ["spec"], {
    kuberay: target.kuberay,
    clusterName: view.name,
    clusterNamePath: ["metadata", "name"],
    clusterAnnotations: view.annotations,
  }).filter(({ code, severity }) => (severity ?? diagnosticCodes[code].severity) === "error");
}
