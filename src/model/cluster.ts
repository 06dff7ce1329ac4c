import type { Path } from "../diagnostics/path.ts";
import type { PlainObject, TextMap } from "../diagnostics/plain-data.ts";
import type { Loose } from "./loose.ts";
import type { AutoscalerConfig } from "./request/cluster-config.ts";
import type { ImagePullPolicy } from "./request/node-config.ts";
import type { EnvironmentSource, VolumeConfig } from "./request/pod-inputs.ts";
import type { AcceleratorSettings } from "./settings/accelerator-settings.ts";
import type { Placement } from "./settings/settings.ts";

/** One kind of node, and where the user asked for it. Numbers that validation refused are NaN. */
export interface ClusterNode {
  readonly role: "head" | "worker";
  /** CPUs, as asked. */
  readonly cpu: number;
  /** GiB, as asked. */
  readonly memoryGib: number;
  readonly gpuCount: number;
  readonly accelerator: NodeAccelerator | undefined;
  /** As asked, with an accelerator or without. */
  readonly acceleratorCount: number | undefined;
  /** How the settings place and mark its pods: as pods with GPUs or as pods without, and the accelerator over that. */
  readonly placement: Placement;
  /** What Kubernetes reserves where that is less than cpu and memoryGib; CPUs and GiB. */
  readonly requestedCpu: number | undefined;
  readonly requestedMemoryGib: number | undefined;
  readonly hasCpuLimit: boolean;
  readonly ephemeralStorageGib: number | undefined;
  /** Undefined: as large as the memory. */
  readonly shmGib: number | undefined;
  /** Undefined where validation refused it. */
  readonly image: string | undefined;
  /** Where the image stands: at the node or at the request. */
  readonly imagePath: Path;
  readonly imagePullPolicy: ImagePullPolicy | undefined;
  /** Undefined: by its role. */
  readonly containerName: string | undefined;
  /** The request's variables and the node's over them, sorted by name. */
  readonly environment: readonly NodeVariable[];
  /** The request's volumes, then the node's. */
  readonly volumes: readonly NodeVolume[];
  readonly rayCpus: number | undefined;
  readonly rayResources: Readonly<Record<string, number>>;
  readonly rayStartParams: TextMap;
  readonly labels: TextMap;
  readonly annotations: TextMap;
  readonly podTemplate: PlainObject | undefined;
  readonly path: Path;
}

/** An accelerator that a node asks for. */
export interface NodeAccelerator {
  readonly name: string;
  /** Devices of one pod. */
  readonly count: number;
  /** Where the number stands, or the accelerator where it is one by default. */
  readonly countPath: Path;
  /** Undefined where the deployment has none of that name. */
  readonly settings: Loose<AcceleratorSettings> | undefined;
  readonly settingsPath: Path;
  /** The extended resource; undefined where it is not known. */
  readonly resource: string | undefined;
  /** Undefined where nobody knows what Ray calls it. */
  readonly ray: RayOffer | undefined;
  /** What its pods ask for beside the devices. */
  readonly extraResources: Readonly<Record<string, number>>;
}

/** What Ray offers of an accelerator on one node. */
export interface RayOffer {
  readonly name: string;
  readonly amount: number;
}

export interface NodeVariable {
  readonly name: string;
  readonly value: string | Loose<EnvironmentSource>;
  readonly path: Path;
}

export interface NodeVolume {
  readonly config: Loose<VolumeConfig>;
  readonly path: Path;
}

/** A worker group as KubeRay knows it. */
export interface WorkerGroup {
  /** As given, or `worker-group-0`, `worker-group-1`, ... by its place in the request. */
  readonly name: string;
  /** Undefined where the name stems from the place. */
  readonly namePath: Path | undefined;
  readonly node: ClusterNode;
  /** The fewest and the most that there will be: where nothing scales, the size that the group has. */
  readonly minWorkers: number;
  readonly maxWorkers: number;
  /** As asked. */
  readonly bounds: { readonly minimum: number; readonly maximum: number };
  /** What it starts with, as asked; undefined where the request does not say. */
  readonly startWorkers: number | undefined;
  /** The pods that make up one worker. */
  readonly hosts: number;
  /** The field of the request that says so: the group's own, or the accelerator. */
  readonly hostsPath: Path;
  readonly idleTimeoutSeconds: number | undefined;
  readonly priority: number;
  readonly rayLabels: TextMap;
  readonly suspend: boolean;
  readonly path: Path;
  readonly minPath: Path;
  readonly maxPath: Path;
}

export interface Autoscaler {
  readonly cpu: number;
  /** GiB. */
  readonly memoryGib: number;
  readonly version: AutoscalerConfig["version"];
  readonly idleTimeoutSeconds: number | undefined;
  readonly upscalingMode: AutoscalerConfig["upscaling_mode"];
  readonly image: string | undefined;
  readonly imagePullPolicy: ImagePullPolicy | undefined;
  readonly environment: readonly NodeVariable[];
  readonly path: Path;
}

/** Both forms of config in one shape. */
export interface Cluster {
  readonly head: ClusterNode;
  readonly groups: readonly WorkerGroup[];
  readonly autoscaler: Autoscaler | undefined;
  /** Whether any group can scale, so that autoscaling is on. */
  readonly scales: boolean;
  /** For the simple form: the bounds on all nodes, the head included. */
  readonly nodeBounds: { readonly nNodes: number; readonly maxNodes: number } | undefined;
}
