import { isObject } from "../../diagnostics/own-field.ts";
import { desiredPods } from "../../kuberay/desired-pods.ts";
import { changedGroup } from "../../kuberay/effects/changed-group.ts";
import { isFrom } from "../../kuberay/laws/law.ts";
import { unreadSince } from "../../kuberay/unread-fields.ts";
import type { ChangeContext } from "./change-context.ts";
import type { Difference } from "./comparison.ts";
import type { SpellingCause } from "./manifest-diff.ts";

/** Why a difference of a RayJob, a RayService or a RayCronJob means nothing; undefined where it means something. */
export function unreadOwnerCause(
  difference: Difference,
  context: ChangeContext,
): SpellingCause | undefined {
  if (context.after.view.kind === "RayCluster") return undefined;
  const last = difference.trail.at(-1);
  const since = unreadSince(last?.owner ?? "", last?.step ?? "");
  if (since !== undefined && isFrom(context.target, since)) return "unread";
  const isReplicas = last?.owner === "WorkerGroupSpec" && last.step === "replicas";
  return isReplicas && startsAlike(difference, context) ? "replica-bounds" : undefined;
}

/** What an owner says of replicas counts when its cluster is made; then the autoscaler, if any, writes into the cluster alone. */
function startsAlike(difference: Difference, context: ChangeContext): boolean {
  const { before, after } = changedGroup(difference, context);
  const [left, right] = [before, after].map((group) =>
    isObject(group?.data)
      ? desiredPods({ ...group.data, suspend: false }, {}, context.release)
      : undefined,
  );
  return left !== undefined && left === right;
}
