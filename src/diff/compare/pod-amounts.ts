import { ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { autoscalerResources } from "../../kuberay/autoscaler-defaults.ts";
import type { KuberayRelease } from "../../kuberay/kuberay-release.ts";
import { waitAmounts } from "../../kuberay/pod-additions/added-containers.ts";
import type { ClusterSpecView, GroupSpecView } from "../../kuberay/views/cluster-spec-view.ts";
import { formatCpu, formatMemory } from "../../quantity/format-quantity.ts";
import { parseQuantity } from "../../quantity/parse-quantity.ts";

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

const noAmounts: PodAmounts = Object.freeze({ cpu: 0n, memory: 0n, gpu: 0n, extended: new Map() });

/**
 * What the scheduler counts for one pod of a group, with the containers that KubeRay adds: the sum of its containers, or an
 * init container where that asks for more, and what running the pod costs. A request that is left out is the limit. GPUs
 * that only `num-gpus` tells of count too.
 */
export function podAmounts(
  group: GroupSpecView,
  cluster: ClusterSpecView,
  release: KuberayRelease,
): PodAmounts {
  const { podSpec, rayStartParams } = group;
  let running = group.containers.map(({ data }) => containerAmounts(data)).reduce(plus, noAmounts);
  if (group.role === "head") running = plus(running, autoscalerAmounts(cluster));
  let starting = noAmounts;
  let sidecars = noAmounts;
  for (const container of ownList(podSpec, "initContainers")) {
    const amounts = containerAmounts(container);
    if (ownText(container, "restartPolicy") === "Always") sidecars = plus(sidecars, amounts);
    else starting = most(starting, plus(sidecars, amounts));
  }
  const waiting = group.role === "worker" ? waitAmounts(release.since) : undefined;
  if (waiting !== undefined) {
    const { cpuMillis, memoryMebibytes } = waiting;
    const amounts = amountsOf({
      cpu: formatCpu(cpuMillis),
      memory: formatMemory(memoryMebibytes),
    });
    starting = most(starting, plus(sidecars, amounts));
  }
  const sum = most(plus(running, sidecars), starting);
  const whole = plus(sum, amountsOf(ownObject(podSpec, "overhead")));
  const declared = /^\d{1,9}$/.exec(ownText(rayStartParams, "num-gpus") ?? "")?.[0] ?? "0";
  return most(whole, amountsOf({ "num-gpu": declared }));
}

function autoscalerAmounts({ autoscales, autoscalerOptions }: ClusterSpecView): PodAmounts {
  if (!autoscales) return noAmounts;
  return containerAmounts({
    resources: ownField(autoscalerOptions, "resources") ?? autoscalerResources,
  });
}

function containerAmounts(container: PlainData): PodAmounts {
  const resources = ownObject(container, "resources");
  return amountsOf({ ...ownObject(resources, "limits"), ...ownObject(resources, "requests") });
}

function amountsOf(quantities: Readonly<Record<string, PlainData>>): PodAmounts {
  let gpu = 0n;
  const extended = new Map<string, bigint>();
  for (const [key, quantity] of Object.entries(quantities)) {
    if (countsAsGpu(key)) gpu += nanosOf(quantity);
    if (EXTENDED_KEY.test(key)) extended.set(key, nanosOf(quantity));
  }
  return {
    cpu: nanosOf(ownField(quantities, "cpu")),
    memory: nanosOf(ownField(quantities, "memory")),
    gpu,
    extended,
  };
}

/** What cannot be read, and what is negative, counts as nothing. */
function nanosOf(quantity: PlainData | undefined): bigint {
  if (typeof quantity !== "string" && typeof quantity !== "number") return 0n;
  const nanos = parseQuantity(String(quantity))?.nanos ?? 0n;
  return nanos < 0n ? 0n : nanos;
}

function plus(left: PodAmounts, right: PodAmounts): PodAmounts {
  return combined(left, right, (one, other) => one + other);
}

function most(left: PodAmounts, right: PodAmounts): PodAmounts {
  return combined(left, right, (one, other) => (one > other ? one : other));
}

function combined(
  left: PodAmounts,
  right: PodAmounts,
  combine: (one: bigint, other: bigint) => bigint,
): PodAmounts {
  const extended = new Map<string, bigint>();
  for (const key of [...left.extended.keys(), ...right.extended.keys()]) {
    extended.set(key, combine(left.extended.get(key) ?? 0n, right.extended.get(key) ?? 0n));
  }
  return {
    cpu: combine(left.cpu, right.cpu),
    memory: combine(left.memory, right.memory),
    gpu: combine(left.gpu, right.gpu),
    extended,
  };
}
