import type { PodTemplate } from "../manifest/ray-cluster.ts";
import type { ClusterNode } from "../model/cluster.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { Amounts, Bounds, GroupPlan } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";

type Container = Amounts & { readonly name: string };

/** The head, then the worker groups in order. */
export function planGroups(input: PlanInput): readonly GroupPlan[] {
  const { cluster, manifest } = input;
  const { headGroupSpec, workerGroupSpecs } = manifest.spec;
  const head = planGroup("head", cluster.head, { minimum: 1, maximum: 1 }, input, {
    template: headGroupSpec.template,
    beside: autoscalerContainers(input),
  });
  const workers = cluster.groups.map(({ name, node, minWorkers, maxWorkers }, index) =>
    planGroup(name, node, { minimum: minWorkers, maximum: maxWorkers }, input, {
      template: workerGroupSpecs?.[index]?.template ?? headGroupSpec.template,
      beside: [],
    }),
  );
  return [head, ...workers];
}

interface Pod {
  readonly template: PodTemplate;
  /** Containers that KubeRay adds to Ray's own. */
  readonly beside: readonly Container[];
}

function planGroup(
  name: string,
  node: ClusterNode,
  pods: Bounds,
  { release }: PlanInput,
  { template, beside }: Pod,
): GroupPlan {
  const ray: Container = {
    name: node.role === "head" ? "ray-head" : "ray-worker",
    cpu_millis: cpuMillis(node.cpu),
    memory_mebibytes: memoryMebibytes(node.memoryGib),
    gpus: node.gpuCount,
  };
  const containers = [ray, ...beside];
  const { nodeSelector, tolerations } = template.spec;
  return {
    name,
    role: node.role,
    pods,
    pod: podAmounts(containers, node.role === "worker" && release.injectsWaitContainer),
    containers,
    ray: {
      cpus: Math.ceil(ray.cpu_millis / 1000),
      memory_bytes: ray.memory_mebibytes * 1024 * 1024,
      gpus: ray.gpus,
    },
    shm_mebibytes: ray.memory_mebibytes,
    node_selector: { ...nodeSelector },
    tolerations: (tolerations ?? []).map((toleration) => ({ ...toleration })),
  };
}

/** KubeRay's own init container asks for 200m and 256Mi: common/pod.go, v1.0.0. It matters for tiny workers alone. */
const WAIT_CPU_MILLIS = 200;
const WAIT_MEMORY_MEBIBYTES = 256;

/** What the scheduler counts: the sum of the containers, or the init container where that is more. */
function podAmounts(containers: readonly Container[], waits: boolean): Amounts {
  let [cpu, memory, gpus] = [0, 0, 0];
  for (const container of containers) {
    cpu += container.cpu_millis;
    memory += container.memory_mebibytes;
    gpus += container.gpus;
  }
  return {
    cpu_millis: waits ? Math.max(cpu, WAIT_CPU_MILLIS) : cpu,
    memory_mebibytes: waits ? Math.max(memory, WAIT_MEMORY_MEBIBYTES) : memory,
    gpus,
  };
}

function autoscalerContainers({ cluster }: PlanInput): readonly Container[] {
  const { autoscaler, scales } = cluster;
  if (!scales || autoscaler === undefined) return [];
  return [
    {
      name: "autoscaler",
      cpu_millis: cpuMillis(autoscaler.cpu),
      memory_mebibytes: memoryMebibytes(autoscaler.memoryGib),
      gpus: 0,
    },
  ];
}
