import type { PlainObject, TextMap } from "../diagnostics/plain-data.ts";
import type { UpscalingMode } from "../model/request/cluster-config.ts";
import type { ImagePullPolicy } from "../model/request/node-config.ts";
import type { Toleration } from "../model/settings/toleration.ts";

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
  /** Left out if the request names none. */
  readonly rayVersion?: string;
  readonly suspend?: boolean;
  readonly managedBy?: string;
  readonly upgradeStrategy?: { readonly type: "Recreate" | "None" };
  readonly authOptions?: AuthenticationOptions;
  readonly gcsFaultToleranceOptions?: GcsFaultToleranceOptions;
  readonly networkPolicy?: NetworkPolicyOptions;
  readonly tlsOptions?: { readonly enabled: boolean };
  readonly headServiceAnnotations?: TextMap;
  /** There only if a group can scale. */
  readonly enableInTreeAutoscaling?: true;
  readonly autoscalerOptions?: AutoscalerOptions;
  readonly headGroupSpec: HeadGroupSpec;
  /** There unless the cluster has only a head. */
  readonly workerGroupSpecs?: readonly WorkerGroupSpec[];
}

/** How the autoscaler runs, which is a container of the head pod. */
export interface AutoscalerOptions {
  /** KubeRay 1.4 and later. */
  readonly version?: "v1" | "v2";
  readonly image?: string;
  readonly imagePullPolicy?: ImagePullPolicy;
  /** Seconds. */
  readonly idleTimeoutSeconds?: number;
  readonly upscalingMode?: UpscalingMode;
  readonly env?: readonly EnvironmentVariable[];
  readonly resources: Resources;
}

/** Who may connect to Ray. */
export interface AuthenticationOptions {
  readonly mode?: "disabled" | "token";
  readonly enableK8sTokenAuth?: boolean;
  readonly secretName?: string;
}

/** Where the head keeps its state. */
export interface GcsFaultToleranceOptions {
  readonly backend?: "redis" | "rocksdb";
  readonly redisAddress?: string;
  readonly redisUsername?: Credential;
  readonly redisPassword?: Credential;
  readonly externalStorageNamespace?: string;
  readonly storage?: GcsStorageOptions;
}

/** Either a value or a source. */
export interface Credential {
  readonly value?: string;
  readonly valueFrom?: VariableSource;
}

/** The volume of the rocksdb backend. */
export interface GcsStorageOptions {
  readonly claimName?: string;
  /** A quantity. */
  readonly size?: string;
  readonly storageClassName?: string;
  readonly accessModes?: readonly string[];
  readonly subPath?: string;
  readonly deletionPolicy?: "DeleteWithCluster" | "Retain";
}

/** Which traffic to and from the pods is allowed. */
export interface NetworkPolicyOptions {
  readonly mode: "DenyAll" | "DenyAllIngress" | "DenyAllEgress";
  readonly head?: NetworkPolicyRules;
  readonly worker?: NetworkPolicyRules;
}

/** Rules of one kind of pod. */
export interface NetworkPolicyRules {
  readonly ingressRules?: readonly PlainObject[];
  readonly egressRules?: readonly PlainObject[];
}

/** The head: one pod. */
export interface HeadGroupSpec {
  /** Only KubeRay 0.4 requires it. */
  readonly serviceType?: "ClusterIP" | "NodePort" | "LoadBalancer";
  readonly headService?: {
    readonly metadata: { readonly name?: string; readonly labels?: TextMap };
  };
  readonly rayStartParams: TextMap;
  readonly template: PodTemplate | MergedPodTemplate;
}

/** A group of equal workers. */
export interface WorkerGroupSpec {
  readonly groupName: string;
  /** Left out if the autoscaler owns it. */
  readonly replicas?: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly numOfHosts?: number;
  /** Seconds. */
  readonly idleTimeoutSeconds?: number;
  readonly priority?: number;
  readonly suspend?: true;
  /** Labels of Ray's nodes. */
  readonly labels?: TextMap;
  readonly rayStartParams: TextMap;
  readonly template: PodTemplate | MergedPodTemplate;
}

/**
 * The template of the pods of a group that pod templates of the settings or the request were merged into: Ray's container
 * is the first as ever, and beside it stands whatever they brought.
 */
export interface MergedPodTemplate {
  readonly metadata?: PodMetadata & OpenFields;
  readonly spec: MergedPodSpec;
}

/** A pod's spec with any field of the API; Ray's container is its first. */
export interface MergedPodSpec extends OpenFields {
  readonly restartPolicy?: string;
  readonly serviceAccountName?: string;
  readonly nodeSelector?: TextMap;
  readonly tolerations?: readonly OpenFields[];
  readonly initContainers?: readonly MergedContainer[];
  readonly containers: readonly [MergedContainer, ...MergedContainer[]];
  readonly volumes?: readonly (OpenFields & { readonly name: string })[];
}

/** A container with any field of the API. */
export interface MergedContainer extends OpenFields {
  readonly name: string;
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly env?: readonly (OpenFields & { readonly name: string; readonly value?: string })[];
  readonly ports?: readonly (OpenFields & { readonly containerPort: number })[];
  readonly resources?: OpenFields & {
    readonly limits?: Readonly<Record<string, string | number>>;
    readonly requests?: Readonly<Record<string, string | number>>;
  };
  readonly volumeMounts?: readonly (OpenFields & {
    readonly name: string;
    readonly mountPath: string;
  })[];
}

/** Any field of the Kubernetes API. */
export interface OpenFields {
  readonly [field: string]: unknown;
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
  readonly runtimeClassName?: string;
  readonly nodeSelector?: TextMap;
  readonly tolerations?: readonly Toleration[];
  readonly initContainers?: readonly InitContainer[];
  readonly containers: readonly [RayContainer];
  readonly volumes?: readonly PodVolume[];
}

/** A container that runs before Ray's. */
export interface InitContainer {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
}

/** Ray's container. */
export interface RayContainer {
  /** `ray-head` or `ray-worker`, unless the request names it. */
  readonly name: string;
  readonly image: string;
  readonly imagePullPolicy?: ImagePullPolicy;
  readonly env?: readonly EnvironmentVariable[];
  readonly ports?: readonly ContainerPort[];
  readonly resources: Resources;
  readonly lifecycle?: {
    readonly preStop: { readonly exec: { readonly command: readonly string[] } };
  };
  readonly volumeMounts?: readonly VolumeMount[];
}

/** Either a value or a source. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: VariableSource;
}

/** Where Kubernetes reads the value of a variable from. */
export interface VariableSource {
  readonly fieldRef?: { readonly fieldPath: string };
  readonly secretKeyRef?: KeyReference;
  readonly configMapKeyRef?: KeyReference;
}

/** A key of a Secret or of a ConfigMap. */
export interface KeyReference {
  readonly name: string;
  readonly key: string;
  readonly optional?: boolean;
}

/** A volume of the pod, of one kind. */
export interface PodVolume {
  readonly name: string;
  readonly persistentVolumeClaim?: { readonly claimName: string };
  readonly configMap?: { readonly name: string };
  readonly secret?: { readonly secretName: string };
  readonly emptyDir?: { readonly medium?: "Memory"; readonly sizeLimit?: string };
}

/** Where a container sees a volume. */
export interface VolumeMount {
  readonly name: string;
  readonly mountPath: string;
  readonly subPath?: string;
  readonly readOnly?: boolean;
}

/** A port of a container, with its name. */
export interface ContainerPort {
  readonly name: string;
  readonly containerPort: number;
  readonly protocol: "TCP";
}

/** Quantities in canonical form. */
export interface Resources {
  readonly limits: TextMap;
  readonly requests: TextMap;
}
