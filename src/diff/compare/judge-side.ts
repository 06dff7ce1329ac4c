import type { Finding } from "../../diagnostics/diagnostic.ts";
import { errorsAmong } from "../../diagnostics/errors-among.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { ClusterState } from "../../kuberay/effects/field-rule.ts";
import { viewClusterSpec } from "../../kuberay/views/cluster-spec-view.ts";
import { judgeStored } from "../../validate/judge-stored.ts";
import { isDrop, storeManifest } from "../../validate/store-manifest.ts";
import type { ValidationTarget } from "../../validate/validation-target.ts";
import type { StoredJudgment } from "../../validate/without-echoes.ts";

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

/** What the target makes of a manifest of any of KubeRay's kinds: what `validate` finds in it, by what comes of it. */
export function judgeSide(data: PlainObject, target: ValidationTarget): JudgedSide {
  const stored = storeManifest(data, target);
  const { findings, view } = stored;
  if (view === undefined) throw new TypeError("KubeRay does not manage this object.");
  let judgment: StoredJudgment | undefined;
  let pods: readonly Finding[] | undefined;
  // Of the old manifest it is asked for only where the new one has some, and of pods only where something changes.
  const judged = () => (judgment ??= judgeStored(stored, target));
  const ofPods = () => (pods ??= errorsAmong(judged().pods()));
  const byServer = errorsAmong(findings).filter((finding) => !isDrop(finding));
  return {
    data,
    view,
    cluster: view.cluster ?? viewClusterSpec({}, [...(view.job?.path ?? []), "rayClusterSpec"]),
    dropped: findings.filter(isDrop),
    get refusals() {
      return [...byServer, ...errorsAmong(judged().laws)];
    },
    get podBreaches() {
      return ofPods();
    },
  };
}

/** Whether one path leads to the other's place or through it. */
export function areRelated(left: Path, right: Path): boolean {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    if (left[index] !== right[index]) return false;
  }
  return true;
}
