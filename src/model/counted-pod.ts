import type { InputName } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import type { ClusterNode } from "./cluster.ts";
import type { Amounts, ContainerAmounts } from "./pod-amounts.ts";

/** What one pod of a node asks for. */
export interface PodCount {
  /** Ray's first. */
  readonly containers: readonly ContainerAmounts[];
  /** What the scheduler counts. */
  readonly pod: Amounts;
  /** GPUs and other devices, whether Kubernetes counts them or not. */
  readonly devices: number;
}

/** The built pod of a node after pod templates were merged over it: what laws and the plan go by instead of the node. */
export interface CountedPod extends PodCount {
  /** The first extended resource of GPUs. */
  readonly gpuResource: string | undefined;
  readonly rayStartParams: PlainObject;
  readonly podSpec: PlainObject;
  /** Where a pod template sets the value at a path of the merged one; undefined where none does. */
  readonly placeOf: (path: Path) => TemplatePlace | undefined;
  /** Where a pod template asks for a resource: the largest amount that any sets. */
  readonly askedAt: (resource: string) => TemplatePlace | undefined;
}

/** A place in a pod template of a document. */
export interface TemplatePlace {
  readonly document: InputName;
  readonly path: Path;
}

/** The pods that pod templates changed, by their nodes. */
export type CountedPods = ReadonlyMap<ClusterNode, CountedPod>;
