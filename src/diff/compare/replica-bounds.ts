import { ownInteger } from "../../diagnostics/own-field.ts";
import type { GroupView } from "./cluster-view.ts";

/** The CRD's default of maxReplicas, which stands for no bound at all. */
export const UNBOUNDED = 2_147_483_647;

export interface ReplicaBounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** minReplicas and maxReplicas as they are written, with the CRD's defaults from KubeRay 1.0 on. */
export function replicaBounds({ data }: GroupView): ReplicaBounds {
  return {
    minimum: ownInteger(data, "minReplicas") ?? 0,
    maximum: ownInteger(data, "maxReplicas") ?? UNBOUNDED,
  };
}
