import type { FieldPath } from "../../api/field-path.ts";
import { parseFieldPath, stepsThrough } from "../../api/field-path.ts";
import { ownField } from "../../diagnostics/own-field.ts";
import { isQueued } from "../writers.ts";
import type { Consequence, EffectContext, FieldChange } from "./field-rule.ts";

/** What Kueue compares with what it admitted: ensureOneWorkload and pkg/util/equality/podset.go in kueue, v0.6.0 to v0.19.2. */
const admitted: readonly FieldPath[] = Object.freeze(
  [
    "PodTemplateSpec.spec.containers",
    "PodTemplateSpec.spec.initContainers",
    "RayClusterSpec.workerGroupSpecs[].replicas",
    "RayClusterSpec.workerGroupSpecs[].numOfHosts",
  ].flatMap((text) => parseFieldPath(text) ?? []),
);

const ELASTIC = "kueue.x-k8s.io/elastic-job";
const STOP =
  "Kueue stops a cluster that differs from what it admitted: it deletes all pods, and the cluster waits in the queue again.";
const JOB_STOP =
  "Kueue may stop a job that is no longer what it admitted: the job then loses its cluster, waits in the queue again and starts from the beginning.";

/** A consequence with what Kueue does besides, where it manages the cluster. */
export function addKueueStop(
  own: Consequence,
  { trail }: FieldChange,
  { before, after }: EffectContext,
): Consequence {
  const { kind } = after.view;
  if (kind !== "RayCluster" && kind !== "RayJob") return own;
  if (![before, after].every(({ view }) => isQueued(view.data))) return own;
  if (ownField(after.view.annotations, ELASTIC) === "true") return own;
  if (ownField(before.view.spec, "suspend") === true || own.effect === "rejected") return own;
  if (kind === "RayJob" && own.effect === "none") return own;
  const isAdmitted = admitted.some((place) => stepsThrough(trail, place) !== undefined);
  if (!isAdmitted) return own;
  return { ...own, reason: `${own.reason} ${kind === "RayJob" ? JOB_STOP : STOP}` };
}
