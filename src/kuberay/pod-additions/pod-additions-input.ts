import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { Version } from "../version.ts";

/** Whose pod it is: the head's, a worker's, or that of the Job that submits a RayJob. */
export type PodRole = "head" | "worker" | "submitter";

/** A group of a cluster and what decides its pods. Nothing needs to be valid. */
export interface PodAdditionsInput {
  readonly role: PodRole;
  readonly kuberay: Version;
  /** Undefined where it is not known, as that of a cluster which a RayService makes. */
  readonly clusterName: string | undefined;
  /** The RayCluster's metadata.annotations. */
  readonly clusterAnnotations: PlainObject;
  /** The RayCluster's spec. */
  readonly cluster: PlainObject;
  /** headGroupSpec, or one of workerGroupSpecs. */
  readonly group: PlainObject;
  /** The group's pod template. */
  readonly template: PlainObject;
  /** The operator runs with its default of injecting wait-gcs-ready. Default true. */
  readonly injectsWaitContainer?: boolean | undefined;
}
