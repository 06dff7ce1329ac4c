import { ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { waitAmounts } from "../../kuberay/pod-additions/added-containers.ts";
import type { KuberayRelease } from "../../kuberay/releases.ts";
import { parseQuantity } from "../../quantity/parse-quantity.ts";
import type { ClusterView, GroupView } from "./cluster-view.ts";

/** What a pod asks for, in units of 10^-9: CPUs, bytes and GPUs. */
export interface PodAmounts {
  readonly cpu: bigint;
  readonly memory: bigint;
  readonly gpu: bigint;
}

// As KubeRay tells GPUs, with MIG slices.
const GPU_KEY = /gpu$|^nvidia\.com\/mig-/;

export const noAmounts: PodAmounts = Object.freeze({ cpu: 0n, memory: 0n, gpu: 0n });

/** The autoscaler's and the waiting container's own: buildAutoscalerContainer and common/pod.go, v1.7.0. */
const autoscalerDefaults: PodAmounts = Object.freeze(amountsOf({ cpu: "500m", memory: "512Mi" }));
const waitContainer: PodAmounts = Object.freeze(amountsOf({ cpu: "200m", memory: "256Mi" }));

/**
 * What the scheduler counts for one pod of a group, with the containers that KubeRay adds: the sum of its containers, or an
 * init container where that asks for more, and what running the pod costs. A request that is left out is the limit. GPUs
 * that only `num-gpus` tells of count too.
 */
export function podAmounts(
  group: GroupView,
  cluster: ClusterView,
  release: KuberayRelease,
): PodAmounts {
  const { podSpec, rayStartParams } = group;
  let running = [...group.containers.values()].map(containerAmounts).reduce(plus, noAmounts);
  if (group.role === "head") running = plus(running, autoscalerAmounts(cluster));
  let starting = noAmounts;
  let sidecars = noAmounts;
  for (const container of ownList(podSpec, "initContainers")) {
    const amounts = containerAmounts(container);
    if (ownText(container, "restartPolicy") === "Always") sidecars = plus(sidecars, amounts);
    else starting = most(starting, plus(sidecars, amounts));
  }
  if (group.role === "worker" && waitAmounts(release.since) !== undefined) {
    starting = most(starting, plus(sidecars, waitContainer));
  }
  const sum = most(plus(running, sidecars), starting);
  const whole = plus(sum, amountsOf(ownObject(podSpec, "overhead")));
  const declared = /^\d{1,9}$/.exec(ownText(rayStartParams, "num-gpus") ?? "")?.[0] ?? "0";
  return most(whole, amountsOf({ "num-gpu": declared }));
}

function autoscalerAmounts({ autoscales, autoscalerOptions }: ClusterView): PodAmounts {
  if (!autoscales) return noAmounts;
  return ownField(autoscalerOptions, "resources") === undefined
    ? autoscalerDefaults
    : containerAmounts(autoscalerOptions);
}

function containerAmounts(container: PlainData): PodAmounts {
  const resources = ownObject(container, "resources");
  return amountsOf({ ...ownObject(resources, "limits"), ...ownObject(resources, "requests") });
}

function amountsOf(quantities: Readonly<Record<string, PlainData>>): PodAmounts {
  let gpu = 0n;
  for (const [key, quantity] of Object.entries(quantities)) {
    if (GPU_KEY.test(key)) gpu += nanosOf(quantity);
  }
  return {
    cpu: nanosOf(ownField(quantities, "cpu")),
    memory: nanosOf(ownField(quantities, "memory")),
    gpu,
  };
}

/** What cannot be read, and what is negative, counts as nothing. */
function nanosOf(quantity: PlainData | undefined): bigint {
  if (typeof quantity !== "string" && typeof quantity !== "number") return 0n;
  const nanos = parseQuantity(String(quantity))?.nanos ?? 0n;
  return nanos < 0n ? 0n : nanos;
}

function plus(left: PodAmounts, right: PodAmounts): PodAmounts {
  return {
    cpu: left.cpu + right.cpu,
    memory: left.memory + right.memory,
    gpu: left.gpu + right.gpu,
  };
}

function most(left: PodAmounts, right: PodAmounts): PodAmounts {
  const larger = (one: bigint, other: bigint) => (one > other ? one : other);
  return {
    cpu: larger(left.cpu, right.cpu),
    memory: larger(left.memory, right.memory),
    gpu: larger(left.gpu, right.gpu),
  };
}
