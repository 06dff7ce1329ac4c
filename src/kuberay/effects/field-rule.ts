import type { FieldPath, FieldTrail } from "../../api/field-path.ts";
import { parseFieldPath, stepsThrough } from "../../api/field-path.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import type { KuberayRelease } from "../kuberay-release.ts";
import type { OperatorTarget } from "../laws/law.ts";
import type { ClusterSpecView } from "../views/cluster-spec-view.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Effect } from "./effects.ts";

/** One place where two manifests do not mean the same. */
export interface FieldChange {
  readonly trail: FieldTrail;
  /**
   * Where it stands, or would stand, in the old manifest, by keys and indexes. Of an item that is not there the path of the
   * list, so that it is shorter than the trail.
   */
  readonly beforePath: Path;
  readonly afterPath: Path;
  /** Undefined where nothing stands there. */
  readonly before: PlainData | undefined;
  readonly after: PlainData | undefined;
}

/** A manifest as the API server stores it. */
export interface ClusterState {
  readonly view: ManifestView;
  /** The cluster that the object is or makes; empty where a job runs on another one. */
  readonly cluster: ClusterSpecView;
}

/**
 * What becomes of the cluster of a RayService under a new manifest. `stays`: KubeRay sees no change. `extended`: it writes the
 * new spec into the cluster that serves, to add groups. `withheld`: it sees the change and does nothing. `replaced`: it makes
 * a new one; `gradually`: and moves the traffic in steps.
 */
export type ServiceSwitch = "stays" | "extended" | "withheld" | "replaced" | "gradually";

/** All that decides what a change between two manifests does. */
export interface EffectContext {
  readonly target: OperatorTarget;
  readonly release: KuberayRelease;
  readonly before: ClusterState;
  readonly after: ClusterState;
  /** What becomes of the cluster, of a RayService, by all changes together. */
  readonly serviceSwitch: ServiceSwitch;
}

/** What a change does, and why, as sentences. */
export interface Consequence {
  readonly effect: Effect;
  readonly reason: string;
  /**
   * What the replacement of all pods under upgradeStrategy Recreate has to do with it. Default: it comes with the change.
   * `instead`: the change itself does not come with it, since it waits for more than new pods. `never`: no pod is replaced.
   */
  readonly recreation?: "instead" | "never" | undefined;
}

/** What a change of a field does by itself, whatever the upgrade strategy says. */
export interface FieldRule {
  /** A type of the API and the way from it. */
  readonly field: FieldPath;
  /** Whether what lies in the field is another matter. */
  readonly isExact: boolean;
  /** Undefined if the next matching rule decides. `inside` leads on from the field to the change. */
  readonly judge: (
    change: FieldChange,
    context: EffectContext,
    inside: Path,
  ) => Consequence | undefined;
}

/** A rule for a field such as `RayClusterSpec.workerGroupSpecs[].replicas`, and for all that lies in it. */
export function fieldRule(text: string, judge: FieldRule["judge"]): FieldRule {
  return Object.freeze({ field: fieldPath(text), isExact: false, judge });
}

/** A rule for a field as a whole. */
export function wholeFieldRule(text: string, judge: FieldRule["judge"]): FieldRule {
  return Object.freeze({ field: fieldPath(text), isExact: true, judge });
}

/** What the first of some rules that fits says of a change; undefined where none does. */
export function firstConsequence(
  rules: readonly FieldRule[],
  change: FieldChange,
  context: EffectContext,
): Consequence | undefined {
  for (const rule of rules) {
    const consequence = applyRule(rule, change, context);
    if (consequence !== undefined) return consequence;
  }
  return undefined;
}

/** What a rule says of a change; undefined where it is about another field. */
function applyRule(
  { field, isExact, judge }: FieldRule,
  change: FieldChange,
  context: EffectContext,
): Consequence | undefined {
  const steps = stepsThrough(change.trail, field);
  if (steps === undefined || (isExact && steps !== change.trail.length)) return undefined;
  return judge(change, context, longestPath(change).slice(steps));
}

/** The path in a manifest that has the item. */
export function longestPath({ beforePath, afterPath }: FieldChange): Path {
  return afterPath.length < beforePath.length ? beforePath : afterPath;
}

function fieldPath(text: string): FieldPath {
  const path = parseFieldPath(text);
  if (path === undefined) throw new Error(`${text} is not a field of the API.`);
  return Object.freeze(path);
}
