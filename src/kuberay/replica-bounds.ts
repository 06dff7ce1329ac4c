import { ownInteger } from "../diagnostics/own-field.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";

/** The CRD's default of maxReplicas, which stands for no bound at all. */
export const UNBOUNDED = 2_147_483_647;

export interface ReplicaBounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** minReplicas and maxReplicas of a worker group as they are written, with the CRD's defaults from KubeRay 1.0 on. */
export function readReplicaBounds(group: PlainData): ReplicaBounds {
  return {
    minimum: ownInteger(group, "minReplicas") ?? 0,
    maximum: ownInteger(group, "maxReplicas") ?? UNBOUNDED,
  };
}
