import type { TextMap } from "../diagnostics/plain-data.ts";
import type { Toleration } from "../model/settings.ts";

/** The RayCluster objects that the compiler makes: a closed subset of KubeRay's API, in the order in which it is printed. */
export interface RayClusterManifest {
  readonly apiVersion: "ray.io/v1alpha1" | "ray.io/v1";
  readonly kind: "RayCluster";
  readonly metadata: ObjectMetadata;
  readonly spec: RayClusterSpec;
}

/** Metadata of the RayCluster. */
export interface ObjectMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: TextMap;
  readonly annotations?: TextMap;
}

/** The spec of the RayCluster. */
export interface RayClusterSpec {
  readonly rayVersion: string;
  /** There only where a group can scale. */
  readonly enableInTreeAutoscaling?: true;
  readonly autoscalerOptions?: AutoscalerOptions;
  readonly headGroupSpec: HeadGroupSpec;
  /** There unless the cluster is its head alone. */
  readonly workerGroupSpecs?: readonly WorkerGroupSpec[];
}

/** How the autoscaler runs, which is a container of the head pod. */
export interface AutoscalerOptions {
  /** KubeRay 1.4 and later. */
  readonly version?: "v2";
  readonly env: readonly EnvironmentVariable[];
  readonly resources: Resources;
}

/** The head: one pod. */
export interface HeadGroupSpec {
  /** KubeRay 0.4 alone requires it. */
  readonly serviceType?: "ClusterIP";
  readonly rayStartParams: TextMap;
  readonly template: PodTemplate;
}

/** A group of equal workers. */
export interface WorkerGroupSpec {
  readonly groupName: string;
  /** Left out where the autoscaler owns it. */
  readonly replicas?: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly rayStartParams: TextMap;
  readonly template: PodTemplate;
}

/** The template of the pods of a group. */
export interface PodTemplate {
  readonly metadata?: PodMetadata;
  readonly spec: PodSpec;
}

/** Labels and annotations of pods. */
export interface PodMetadata {
  readonly labels?: TextMap;
  readonly annotations?: TextMap;
}

/** The spec of the pods of a group. */
export interface PodSpec {
  readonly restartPolicy?: "Never";
  readonly serviceAccountName: string;
  readonly imagePullSecrets?: readonly { readonly name: string }[];
  readonly nodeSelector?: TextMap;
  readonly tolerations?: readonly Toleration[];
  readonly initContainers?: readonly InitContainer[];
  readonly containers: readonly [RayContainer];
  readonly volumes: readonly { readonly name: string; readonly emptyDir: Record<string, never> }[];
}

/** A container that runs before Ray's. */
export interface InitContainer {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
}

/** Ray's container. */
export interface RayContainer {
  readonly name: "ray-head" | "ray-worker";
  readonly image: string;
  readonly env?: readonly EnvironmentVariable[];
  readonly ports?: readonly ContainerPort[];
  readonly resources: Resources;
  readonly lifecycle: {
    readonly preStop: { readonly exec: { readonly command: readonly string[] } };
  };
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}

/** An environment variable with its value. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
}

/** A port of a container, with its name. */
export interface ContainerPort {
  readonly name: string;
  readonly containerPort: number;
  readonly protocol: "TCP";
}

/** Quantities in canonical form; requests equal limits. */
export interface Resources {
  readonly limits: TextMap;
  readonly requests: TextMap;
}
