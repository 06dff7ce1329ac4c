import type { PlainObject, TextMap } from "../../diagnostics/plain-data.ts";
import type { Optional } from "../optional.ts";
import type { Toleration } from "./toleration.ts";

/** One kind of accelerator that a deployment has, under the name that requests use. */
export interface AcceleratorSettings {
  /**
   * The extended resource that counts its devices, such as google.com/tpu. Left out where none does: where a resource claim
   * or an annotation gives the devices, and ray_resource says what Ray calls them.
   */
  readonly resource?: Optional<string>;
  /** What Ray calls it. Default: what Ray or KubeRay derive from the resource. */
  readonly ray_resource?: Optional<string | RayResourceSettings>;
  /** How many devices a node may ask for, such as [1, 2, 4, 8]. Default, and where empty: any number. */
  readonly counts?: Optional<readonly number[]>;
  /** The pods that make up one worker, as on TPU slices. Default 1. */
  readonly hosts?: Optional<number>;
  /**
   * Other resources that every such pod asks for, by their whole number, such as vpc.amazonaws.com/efa: 4. Huge pages
   * count in pages: hugepages-2Mi: 2560 is 5 GiB.
   */
  readonly extra_resources?: Optional<Readonly<Record<string, number>>>;
  readonly node_selector?: Optional<TextMap>;
  readonly tolerations?: Optional<readonly Toleration[]>;
  readonly labels?: Optional<TextMap>;
  readonly annotations?: Optional<TextMap>;
  readonly runtime_class?: Optional<string>;
  /** What its largest node offers to pods. */
  readonly node_capacity?: Optional<NodeCapacity>;
  /** A partial PodTemplateSpec, merged over the pods that ask for it. */
  readonly pod_template?: Optional<PlainObject>;
}

/** `GPU`, `TPU`, `HPU`, `NPU`, `neuron_cores` or a custom resource, and how many of it one device counts for. */
export interface RayResourceSettings {
  readonly name: string;
  /** Default 1. */
  readonly per_device?: Optional<number>;
}

/** What the largest node offers to pods, without what the system keeps for itself. */
export interface NodeCapacity {
  readonly cpu?: Optional<number>;
  /** GiB. */
  readonly memory_gb?: Optional<number>;
  /** Devices: GPUs, or those of the accelerator. */
  readonly gpu_count?: Optional<number>;
}

/** The most that one cluster may use at its maximum size. */
export interface ClusterLimits {
  /** Pods, the head included. */
  readonly nodes?: Optional<number>;
  readonly cpu?: Optional<number>;
  /** GiB. */
  readonly memory_gb?: Optional<number>;
  readonly gpus?: Optional<number>;
}

/** What the compiler adds although KubeRay does not need it. Each is true by default. */
export interface Conventions {
  /** A volume for Ray's logs at /tmp/ray. */
  readonly log_volume?: Optional<boolean>;
  /** RAY_LOG_TO_STDERR, so that Ray's processes log to the container. */
  readonly log_to_stderr?: Optional<boolean>;
  /** `ray stop` before a container ends. */
  readonly stop_before_exit?: Optional<boolean>;
  /** All ports of the head by name. */
  readonly name_head_ports?: Optional<boolean>;
  /** Ray held to the version of its autoscaler that it takes by default. */
  readonly pin_autoscaler?: Optional<boolean>;
}
