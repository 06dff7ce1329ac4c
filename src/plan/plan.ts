import type { TextMap } from "../diagnostics/plain-data.ts";
import type { Amounts, ContainerAmounts } from "../model/pod-amounts.ts";
import type { Toleration } from "../model/settings/toleration.ts";

/** What a server needs besides the manifest. Plain JSON; its schema is schemas/raycluster-plan.schema.json. */
export interface Plan {
  /** The object to post, to read and to delete, whatever its kind. */
  readonly raycluster: ObjectReference;
  /** The KubeRay release that the manifest was compiled for. */
  readonly kuberay_version: string;
  /**
   * The name of the head Service exactly as the target KubeRay makes it. Left out where that is not known beforehand: a
   * RayJob before KubeRay 1.5 and the jobs of a RayCronJob have clusters with names by chance.
   */
  readonly head_service?: string;
  /** How the head Service is reached, if the request says so; otherwise its type is ClusterIP. */
  readonly head_service_type?: "ClusterIP" | "NodePort" | "LoadBalancer";
  /** The Service for requests of a RayService; none where an incremental upgrade puts a Gateway in its place. */
  readonly serve_service?: string;
  /** The Gateway for requests of a RayService that is upgraded in steps. */
  readonly gateway?: string;
  /** Left out where `head_service` is. */
  readonly addresses?: Addresses;
  /** The arguments of `ray.init` in the user's code. */
  readonly ray_init: RayInit;
  /** Seconds until a cluster that is not ready counts as failed. */
  readonly activation_timeout_seconds: number;
  /**
   * A label selector for all pods of the cluster. Left out where KubeRay ends the cluster's name by chance: then the
   * status of the object names the cluster.
   */
  readonly pod_selector?: string;
  /** Pods that must be ready before the cluster may be used, and the most there can be; the head is one of them. */
  readonly pods: Bounds;
  /** The head, then the worker groups in order. */
  readonly groups: readonly GroupPlan[];
  /** What all pods ask of Kubernetes together, at the fewest and at the most. */
  readonly totals: { readonly minimum: Amounts; readonly maximum: Amounts };
  /** What Ray offers on all nodes together, at the fewest and at the most. */
  readonly ray_totals: { readonly minimum: RayResources; readonly maximum: RayResources };
  /** The account that the head runs under; workers, too, unless pod templates give them another one. */
  readonly service_account: string;
  /** What must exist before the manifest is applied. */
  readonly prerequisites: readonly Prerequisite[];
}

/** Where the RayCluster is found in the API of Kubernetes. */
export interface ObjectReference {
  readonly apiVersion: "ray.io/v1alpha1" | "ray.io/v1";
  readonly kind: "RayCluster" | "RayJob" | "RayCronJob" | "RayService";
  readonly name: string;
  /** None if the request names none: then it is the namespace that the manifest is posted to. */
  readonly namespace?: string;
}

/** Within the namespace, and from everywhere in a cluster whose domain is cluster.local where a namespace is known. */
export interface Addresses {
  /** `ray://<head service>:10001`, for Ray's client. */
  readonly client: string;
  readonly client_fully_qualified?: string;
  /** `http://<head service>:8265`, for the dashboard and for Ray jobs. */
  readonly dashboard: string;
  readonly dashboard_fully_qualified?: string;
  /** `http://<serve service>:8000`, for requests to a RayService. */
  readonly serve?: string;
  readonly serve_fully_qualified?: string;
}

/** The arguments of `ray.init`. */
export interface RayInit {
  /**
   * For Ray's client: fully qualified where a namespace is known, since the driver often runs in another one. Left out
   * where it is not known, and where a job runs the code.
   */
  readonly address?: string;
  readonly log_to_driver: boolean;
}

/** The fewest and the most of something. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** What becomes of the head or of a group of workers. */
export interface GroupPlan {
  /** `head`, or the worker group's name. */
  readonly name: string;
  readonly role: "head" | "worker";
  readonly pods: Bounds;
  /** How many pods make up one worker, if that is more than one. */
  readonly hosts_per_worker?: number;
  /** The image that Ray's container runs, if it is not the request's. */
  readonly image?: string;
  /** The RuntimeClass that its pods run under, where they name one. */
  readonly runtime_class?: string;
  /** What one pod asks of a node: all its containers together, or its init container if that asks for more. */
  readonly pod: Amounts;
  /** The accelerator that its pods ask for, by its name in the settings. */
  readonly accelerator?: string;
  /** The extended resource that `pod.gpus` counts, such as nvidia.com/gpu; only if that is more than 0. */
  readonly gpu_resource?: string;
  /** The containers that KubeRay runs in the pod, Ray's first; the autoscaler's runs beside the head's. */
  readonly containers: readonly ContainerAmounts[];
  /** What Ray offers for scheduling on one node of the group. */
  readonly ray: RayResources;
  /** The size of /dev/shm in bytes, which KubeRay sets to the memory of the Ray container unless the request says. */
  readonly shm_bytes: number;
  readonly node_selector: TextMap;
  readonly tolerations: readonly Toleration[];
}

/** What Ray offers for scheduling. */
export interface RayResources {
  /** What ray_cpus says, else cpu, rounded up. */
  readonly cpus: number;
  readonly memory_bytes: number;
  /** As many as the request asks for; without a resource key the node must expose them by itself. */
  readonly gpus: number;
  /** Custom resources, including those of accelerators such as TPU; only if there are any. */
  readonly custom?: Readonly<Record<string, number>>;
}

/** An object that must exist before the manifest is posted. */
export interface Prerequisite {
  readonly kind:
    | "CustomResourceDefinition"
    | "Namespace"
    | "ServiceAccount"
    | "Secret"
    | "ConfigMap"
    | "PersistentVolumeClaim"
    | "RuntimeClass"
    | "PriorityClass"
    | "ResourceClaim"
    | "ResourceClaimTemplate"
    | "RayCluster"
    | "GatewayClass";
  readonly name: string;
  /** Why it must exist, as a sentence. */
  readonly reason: string;
}

/** What is left of a plan where Ray runs without Kubernetes: the config is ignored. */
export interface LocalPlan {
  readonly ray_init: Omit<RayInit, "address">;
}
