import type { KuberayRelease } from "../kuberay/kuberay-release.ts";
import type { Version } from "../kuberay/version.ts";
import { readsCpuRequests } from "./releases.ts";

/** What decides whether anybody finds the CPUs of a node whose container has no CPU limit. */
export interface CpuReaders {
  readonly release: KuberayRelease;
  readonly rayVersion: Version | undefined;
  readonly cluster: { readonly scales: boolean };
}

/**
 * Whether the CPUs of a node without a CPU limit are taken from its request: by KubeRay from 1.3 on, and where the cluster
 * scales by Ray's autoscaler too.
 */
export function derivesCpus({ release, rayVersion, cluster }: CpuReaders): boolean {
  if (!release.readsCpuRequests) return false;
  return !cluster.scales || (rayVersion !== undefined && readsCpuRequests(rayVersion));
}
