import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { ClusterState } from "./field-rule.ts";

/** How far a RayJob is: it has no submitted job yet, waits for the id of one, runs, is suspended, or has ended. */
export type JobPhase = "starting" | "waiting" | "running" | "suspended" | "ended";

/**
 * The phase by the status of an object as the cluster has it; undefined where nothing tells.
 * Source: JobDeploymentStatus in ray-operator/apis/ray/v1/rayjob_types.go, v1.7.0.
 */
export function jobPhase({ view }: ClusterState): JobPhase | undefined {
  const status = ownText(ownObject(view.data, "status"), "jobDeploymentStatus");
  const phase = phases.find(([name]) => name === status)?.[1];
  if (phase !== undefined) return phase;
  return ownField(view.spec, "suspend") === true ? "suspended" : undefined;
}

const phases: readonly (readonly [status: string, phase: JobPhase])[] = Object.freeze([
  ["New", "starting"],
  ["Initializing", "starting"],
  ["Retrying", "starting"],
  ["Waiting", "waiting"],
  ["Running", "running"],
  ["Suspending", "suspended"],
  ["Suspended", "suspended"],
  ["Complete", "ended"],
  ["Failed", "ended"],
  ["ValidationFailed", "ended"],
]);
