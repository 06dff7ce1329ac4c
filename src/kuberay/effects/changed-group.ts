import type { Path } from "../../diagnostics/path.ts";
import type { ClusterSpecView, GroupSpecView } from "../views/cluster-spec-view.ts";
import { groupTitle } from "../views/cluster-spec-view.ts";
import type { EffectContext, FieldChange } from "./field-rule.ts";

/** A group on both sides; undefined where it is not there. */
export interface ChangedGroup {
  readonly before: GroupSpecView | undefined;
  readonly after: GroupSpecView | undefined;
}

/** The group that a change is in. */
export function changedGroup(
  { beforePath, afterPath }: FieldChange,
  { before, after }: EffectContext,
): ChangedGroup {
  return {
    before: groupAt(before.cluster, beforePath),
    after: groupAt(after.cluster, afterPath),
  };
}

/** `the head group`, or `group "gpu"`. */
export function changedGroupTitle(change: FieldChange, context: EffectContext): string {
  const { after } = changedGroup(change, context);
  return after === undefined ? "the group" : groupTitle(after);
}

/** The group of a cluster that a path leads to or into. */
function groupAt(cluster: ClusterSpecView, path: Path): GroupSpecView | undefined {
  if (!cluster.path.every((step, index) => step === path[index])) return undefined;
  const [field, index] = path.slice(cluster.path.length);
  if (field === "headGroupSpec") return cluster.head;
  if (field !== "workerGroupSpecs") return undefined;
  return cluster.workers.find((group) => group.path.at(-1) === index);
}
