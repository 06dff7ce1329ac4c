import { ownField, ownObject } from "../../diagnostics/own-field.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import { rulesOf } from "./deletion-rules.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * Lingering cluster
 *
 * Something ends the cluster that a job brings, however the job ends, and a RayCronJob cleans its jobs up.
 *
 * See checkShutdown and handleDeletionRules in ray-operator/controllers/ray/rayjob_controller.go, v1.7.0, and
 * raycronjob_controller.go, v1.6.0.
 */
export const lingeringCluster: Law = defineLaw({
  code: "lingering-cluster",
  severity: "warning",
  kinds: ["RayJob", "RayCronJob"],
  *check(view, target) {
    const { kind, job } = view;
    if (job === undefined) return;
    const rules = rulesOf(view);
    const deletes = ["deletionStrategy", "deletionPolicy"].some(
      (field) => ownField(job.spec, field) !== undefined,
    );
    const shuts = ownField(job.spec, "shutdownAfterJobFinishes") === true;
    // A job without a cluster never runs.
    if (!job.selectsCluster && view.cluster === undefined) return;
    if (!job.selectsCluster && !shuts && !deletes) {
      yield {
        path: [...job.path, "shutdownAfterJobFinishes"],
        message: "Nothing deletes the cluster when the job is done, so it keeps running.",
        hint: "Write shutdownAfterJobFinishes: true.",
      };
    } else if (
      kind === "RayCronJob" &&
      !rules.some(({ data }) => ownField(data, "policy") === "DeleteSelf")
    ) {
      yield {
        path: [...job.path, "deletionStrategy"],
        message: "Nothing deletes the RayJobs that the schedule creates, so they pile up.",
        hint: "Write deletionRules with DeleteSelf instead of shutdownAfterJobFinishes.",
      };
    }
    if (isFrom(target, "1.5")) yield* gaps(view, target);
  },
});

function* gaps(view: ManifestView, target: OperatorTarget): Iterable<Breach> {
  const { job } = view;
  if (job === undefined) return;
  const path = [...job.path, "deletionStrategy"];
  const rules = rulesOf(view);
  const self = rules.find(({ data }) => ownField(data, "policy") === "DeleteSelf");
  if (self !== undefined && job.selectsCluster) {
    yield {
      path: self.path,
      message: "DeleteSelf does nothing for a job on a selected cluster.",
      hint: "Remove the rule.",
      related: [
        { path: [...job.path, "clusterSelector"], message: "the cluster is selected here" },
      ],
    };
  }
  const meetsFailure = rules.some(
    ({ data }) => ownField(ownObject(data, "condition"), "jobDeploymentStatus") !== undefined,
  );
  if (isFrom(target, "1.6") && rules.length > 0 && !meetsFailure) {
    yield {
      path: [...path, "deletionRules"],
      target: "key",
      message:
        "No rule matches a job that fails before it ends in Ray, by a deadline or in submission.",
      hint: "Add a rule with jobDeploymentStatus: Failed.",
    };
  }
  for (const field of ["onSuccess", "onFailure"]) {
    if (ownField(ownObject(job.spec, "deletionStrategy"), field) === undefined) continue;
    const message = `${field} is deprecated.`;
    yield { path: [...path, field], target: "key", message, hint: "Write deletionRules instead." };
  }
}
