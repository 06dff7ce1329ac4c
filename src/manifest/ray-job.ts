import type { RayJobFields } from "../model/owner/job-fields.ts";
import type { ObjectMetadata, PodSpec, RayClusterSpec, Resources } from "./ray-cluster.ts";

/** The RayJob objects that the compiler makes. */
export interface RayJobManifest {
  readonly apiVersion: "ray.io/v1alpha1" | "ray.io/v1";
  readonly kind: "RayJob";
  readonly metadata: ObjectMetadata;
  readonly spec: RayJobSpec;
}

/** The RayCronJob objects that the compiler makes. */
export interface RayCronJobManifest {
  readonly apiVersion: "ray.io/v1";
  readonly kind: "RayCronJob";
  readonly metadata: ObjectMetadata;
  readonly spec: RayCronJobSpec;
}

/** What a RayJob runs, and the cluster that it makes for that. */
export interface RayJobSpec extends RayJobFields {
  readonly submitterPodTemplate?: SubmitterPodTemplate;
  readonly managedBy?: string;
  /** There unless the job runs on a cluster that it selects. */
  readonly rayClusterSpec?: RayClusterSpec;
}

/** When jobs are made, and from which template. */
export interface RayCronJobSpec {
  readonly schedule: string;
  readonly timeZone?: string;
  readonly suspend?: boolean;
  readonly jobTemplate: RayJobSpec;
}

/** The pod that submits the job. */
export interface SubmitterPodTemplate {
  readonly spec: SubmitterPodSpec;
}

/** What that pod runs, and where. */
export interface SubmitterPodSpec
  extends Pick<
    PodSpec,
    "serviceAccountName" | "imagePullSecrets" | "nodeSelector" | "tolerations"
  > {
  readonly restartPolicy: "Never";
  readonly containers: readonly [SubmitterContainer];
}

/** Its container; KubeRay puts the command in. */
export interface SubmitterContainer {
  readonly name: "ray-job-submitter";
  readonly image: string;
  readonly resources: Resources;
}
