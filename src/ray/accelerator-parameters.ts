import { isGpuKey } from "../kuberay/gpu-key.ts";
import type { KuberayRelease } from "../kuberay/kuberay-release.ts";
import type { Version } from "../kuberay/version.ts";
import { resourceKind } from "./accelerators.ts";

/** Devices that a pod asks for, and what Ray should offer for them. */
export interface AskedDevices {
  /** The extended resource; undefined where none counts them. */
  readonly resource: string | undefined;
  readonly count: number;
  readonly rayName: string;
  /** What all devices of the pod count for. */
  readonly rayAmount: number;
}

/** What decides who finds an accelerator in the limits of a container. */
export interface AcceleratorReaders {
  readonly kuberayVersion: Version;
  readonly release: KuberayRelease;
  readonly cluster: { readonly scales: boolean };
}

/** Start parameters of Ray: a number of GPUs, or custom resources. */
export interface AcceleratorParameters {
  readonly gpus?: number;
  readonly resources?: Readonly<Record<string, number>>;
}

/**
 * What Ray must be told of an accelerator: what KubeRay, or where the cluster scales Ray's autoscaler too, does not take
 * from the limits as it is meant. The autoscaler reads the manifest, so that what KubeRay derives does not reach it.
 */
export function acceleratorParameters(
  { resource, count, rayName, rayAmount }: AskedDevices,
  { kuberayVersion, release, cluster }: AcceleratorReaders,
): AcceleratorParameters {
  if (resource === undefined) {
    return rayName === "GPU" ? { gpus: rayAmount } : { resources: { [rayName]: rayAmount } };
  }
  const isGpuForKuberay = isGpuKey(resource, kuberayVersion);
  const isGpuForAutoscaler = cluster.scales && resource.endsWith("gpu");
  const isCountedAlike = rayAmount === count;
  if (rayName === "GPU") {
    const isSeen = isGpuForKuberay && (!cluster.scales || isGpuForAutoscaler);
    return isSeen && isCountedAlike ? {} : { gpus: rayAmount };
  }
  const kind = resourceKind(resource);
  const isSeen =
    kind?.rayName === rayName &&
    kind.isDerivedByKuberay === true &&
    release.derivesAccelerators &&
    (!cluster.scales || kind.isSeenByAutoscaler === true);
  const hiddenGpus = isGpuForKuberay || isGpuForAutoscaler ? { gpus: 0 } : {};
  return isSeen && isCountedAlike
    ? hiddenGpus
    : { ...hiddenGpus, resources: { [rayName]: rayAmount } };
}
