import { isObject, ownField } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import { deletionRuleBreaches, rulesOf } from "./deletion-rules.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, gateOf, gateWords, isFrom } from "./law.ts";

const GATE = "RayJobDeletionPolicy";

/**
 * Deletion strategy
 *
 * What is deleted after a job needs its feature gate, is said by rules or by onSuccess and onFailure, and fits the cluster: a
 * selected one stays, and workers are not deleted under autoscaling. Until 1.4 deletionPolicy is one policy.
 *
 * See ValidateRayJobSpec in ray-operator/controllers/ray/utils/validation.go, v1.3.0, and validateDeletionConfiguration,
 * v1.5.0 and v1.6.0.
 */
export const deletionStrategy: Law = defineLaw({
  code: "deletion-strategy",
  kinds: ["RayJob", "RayCronJob"],
  since: "1.3",
  gate: GATE,
  *check(view, target) {
    const { job } = view;
    if (job === undefined) return;
    const field = isFrom(target, "1.5") ? "deletionStrategy" : "deletionPolicy";
    const value = ownField(job.spec, field);
    if (value === undefined) return;
    const path = [...job.path, field];
    const gate = gateOf(target, GATE);
    if (!gate.isOn) {
      yield {
        path,
        target: "key",
        message: `${field} needs ${gateWords(GATE, gate)}.`,
        hint: `Start the operator with --feature-gates=${GATE}=true, or use shutdownAfterJobFinishes.`,
        consequence: REFUSED,
      };
      if (gate.isKnown) return;
    }
    const breaches =
      field === "deletionPolicy"
        ? policyBreaches(view, value, path)
        : strategyBreaches(view, value, target);
    for (const breach of breaches) yield { consequence: REFUSED, ...breach };
  },
});

const REFUSED = "The operator refuses that.";

/** What one policy may not be: on a selected cluster, under autoscaling, beside shutdownAfterJobFinishes. */
function* policyBreaches(
  { cluster, job }: ManifestView,
  policy: PlainData | undefined,
  path: Breach["path"],
): Iterable<Breach> {
  if (job === undefined) return;
  if (job.selectsCluster && (policy === "DeleteCluster" || policy === "DeleteWorkers")) {
    yield {
      path,
      message: `${policy} is not allowed for a job on a selected cluster.`,
      hint: "Use DeleteSelf or DeleteNone.",
      related: [
        { path: [...job.path, "clusterSelector"], message: "the cluster is selected here" },
      ],
    };
  }
  if (policy === "DeleteWorkers" && cluster?.autoscales === true) {
    yield {
      path,
      message: "DeleteWorkers is not allowed for a cluster with autoscaling.",
      hint: "Use DeleteCluster.",
      related: [
        { path: [...cluster.path, "enableInTreeAutoscaling"], message: "autoscaling is on" },
      ],
    };
  }
  if (policy === "DeleteNone" && ownField(job.spec, "shutdownAfterJobFinishes") === true) {
    yield {
      path,
      message: "DeleteNone contradicts shutdownAfterJobFinishes: true.",
      hint: "Remove one of them.",
      related: [
        { path: [...job.path, "shutdownAfterJobFinishes"], message: "the cluster is shut down" },
      ],
    };
  }
}

function* strategyBreaches(
  view: ManifestView,
  strategy: PlainData,
  target: OperatorTarget,
): Iterable<Breach> {
  const { job } = view;
  if (job === undefined || !isObject(strategy)) return;
  const path = [...job.path, "deletionStrategy"];
  const rules = rulesOf(view);
  const legacy = ["onSuccess", "onFailure"].filter(
    (field) => ownField(strategy, field) !== undefined,
  );
  if (rules.length === 0 && legacy.length === 0) {
    // Of a list without rules the API server says so itself.
    const field = ownField(strategy, "deletionRules") === undefined ? [] : ["deletionRules"];
    yield {
      path: [...path, ...field],
      message: "The deletion strategy is empty.",
      hint: "Write deletionRules.",
    };
    return;
  }
  if (rules.length > 0 && ownField(job.spec, "shutdownAfterJobFinishes") === true) {
    yield {
      path: [...path, "deletionRules"],
      target: "key",
      message: "deletionRules and shutdownAfterJobFinishes: true cannot be combined.",
      hint: "Remove shutdownAfterJobFinishes.",
      related: [
        { path: [...job.path, "shutdownAfterJobFinishes"], message: "the cluster is shut down" },
      ],
    };
  }
  if (rules.length > 0 && legacy.length > 0) {
    const message = `deletionRules and ${legacy.join(", ")} cannot be combined.`;
    yield {
      path: [...path, "deletionRules"],
      target: "key",
      message,
      hint: "Keep only deletionRules.",
    };
    return;
  }
  if (rules.length > 0) yield* deletionRuleBreaches(view, target);
  else yield* legacyBreaches(view, strategy);
}

function* legacyBreaches(view: ManifestView, strategy: PlainData): Iterable<Breach> {
  const path = [...(view.job?.path ?? []), "deletionStrategy"];
  for (const field of ["onSuccess", "onFailure"]) {
    const policy = ownField(ownField(strategy, field), "policy");
    if (policy === undefined) {
      const message = `${showText(field)} has no policy; onSuccess and onFailure go together.`;
      yield { path: [...path, field], message, hint: "Write both, or deletionRules." };
    } else {
      yield* policyBreaches(view, policy, [...path, field, "policy"]);
    }
  }
}
