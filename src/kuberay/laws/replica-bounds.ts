import { readReplicaBounds } from "../replica-bounds.ts";
import type { GroupSpecView } from "../views/cluster-spec-view.ts";
import { groupTitle } from "../views/cluster-spec-view.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * Replica bounds
 *
 * In every worker group 0 <= minReplicas <= maxReplicas. Before 1.6 nobody checks: a maximum below the minimum is the
 * number of pods, and the operator deletes more pods than there are where it is negative.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.6.0; reconcilePods in
 * raycluster_controller.go, v0.4.0 to v1.5.0. From 1.4 on the operator survives its own panics (controller-runtime 0.19).
 */
export const replicaBounds: Law = defineLaw({
  code: "replica-bounds",
  *check({ cluster }, target) {
    if (cluster === undefined) return;
    for (const group of cluster.workers) {
      if (isFrom(target, "1.6")) yield* refused(group);
      else if (!cluster.autoscales) yield* harmful(group, target);
    }
  },
});

function* refused(group: GroupSpecView): Iterable<Breach> {
  const { minimum, maximum } = readReplicaBounds(group.data);
  const path = [...group.path, "minReplicas"];
  const related = [{ path: [...group.path, "maxReplicas"], message: `maxReplicas is ${maximum}` }];
  const consequence = "KubeRay 1.6 and later refuse that.";
  if (minimum < 0 || maximum < 0) {
    const negative = minimum < 0 ? `minReplicas (${minimum})` : `maxReplicas (${maximum})`;
    const message = `In ${groupTitle(group)} ${negative} is below 0.`;
    yield { path, message, consequence, hint: "Write 0 or more.", related };
  } else if (minimum > maximum) {
    const message = `In ${groupTitle(group)} minReplicas (${minimum}) is greater than maxReplicas (${maximum}).`;
    const hint = `Lower minReplicas to ${maximum}, or raise maxReplicas to ${minimum}.`;
    yield { path, message, consequence, hint, related };
  }
}

function* harmful(group: GroupSpecView, target: OperatorTarget): Iterable<Breach> {
  const { maximum } = readReplicaBounds(group.data);
  if (maximum >= 0) return;
  const survives = isFrom(target, "1.4");
  yield {
    path: [...group.path, "maxReplicas"],
    message: `In ${groupTitle(group)} maxReplicas (${maximum}) is below 0.`,
    consequence: survives
      ? "The operator fails on it and creates no pods for the groups after it."
      : "It makes the operator of KubeRay before 1.4 crash.",
    hint: "Write 0 or more.",
    severity: survives ? "warning" : "error",
  };
}
