import { ownText } from "../../diagnostics/own-field.ts";
import type { KuberayRelease } from "../../kuberay/kuberay-release.ts";
import { podDemand } from "../../kuberay/pod-demand.ts";
import type { ClusterSpecView, GroupSpecView } from "../../kuberay/views/cluster-spec-view.ts";

/** What a pod asks for, in units of 10^-9: CPUs, bytes, GPUs, and extended resources by key. */
export interface PodAmounts {
  readonly cpu: bigint;
  readonly memory: bigint;
  readonly gpu: bigint;
  readonly extended: ReadonlyMap<string, bigint>;
}

// As KubeRay tells GPUs, with MIG slices.
const GPU_KEY = /gpu$|^nvidia\.com\/mig-/;

/** Whether a resource is among the GPUs of a total. */
export function countsAsGpu(key: string): boolean {
  return GPU_KEY.test(key);
}

/** Resources of a vendor, such as `vpc.amazonaws.com/efa`: Kubernetes' own have no slash, or are below kubernetes.io. */
const EXTENDED_KEY = /^(?!(?:[^/]*\.)?kubernetes\.io\/)[^/]+\/[^/]+$/;

/** What the scheduler counts for one pod of a group. GPUs that only `num-gpus` tells of count too. */
export function podAmounts(
  group: GroupSpecView,
  cluster: ClusterSpecView,
  release: KuberayRelease,
): PodAmounts {
  const { pod } = podDemand(group, cluster, release.since);
  const extended = new Map([...pod].filter(([key]) => EXTENDED_KEY.test(key)));
  let gpu = 0n;
  for (const [key, amount] of pod) if (countsAsGpu(key)) gpu += amount;
  const declared = declaredGpus(group);
  return {
    cpu: pod.get("cpu") ?? 0n,
    memory: pod.get("memory") ?? 0n,
    gpu: gpu > declared ? gpu : declared,
    extended,
  };
}

function declaredGpus({ rayStartParams }: GroupSpecView): bigint {
  const text = ownText(rayStartParams, "num-gpus") ?? "";
  return /^\d{1,9}$/.test(text) ? BigInt(text) * 10n ** 9n : 0n;
}
