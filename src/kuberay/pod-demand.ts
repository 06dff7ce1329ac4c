import { ownField, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { parseQuantity } from "../quantity/parse-quantity.ts";
import { waitAmounts } from "./pod-additions/added-containers.ts";
import type { Version } from "./version.ts";
import type { ClusterSpecView, GroupSpecView } from "./views/cluster-spec-view.ts";

/** What is asked of Kubernetes by resource, such as `cpu`, in units of 10^-9: CPUs, bytes, devices. */
export type Demand = ReadonlyMap<string, bigint>;

/** What one container asks for. */
export interface ContainerDemand {
  /** Empty where it has none. */
  readonly name: string;
  readonly demand: Demand;
}

/** What a pod asks for, with the containers that KubeRay adds. */
export interface PodDemand {
  /** Those that keep running: the template's, then the autoscaler's beside the head's, then sidecars among the init containers. */
  readonly containers: readonly ContainerDemand[];
  readonly pod: Demand;
}

const NOTHING: Demand = new Map();

/** The autoscaler's own: buildAutoscalerContainer, v1.7.0. */
const autoscalerDefaults: Demand = quantitiesDemand({ cpu: "500m", memory: "512Mi" });

/**
 * What the scheduler counts for one pod of a group: the sum of its containers, or an init container where that asks for
 * more, and what running the pod costs. A request that is left out is the limit. What the pod asks for as a whole, by
 * `resources` of its own, takes the place of what its containers ask for. Source: Kubernetes'
 * component-helpers/resource/helpers.go.
 */
export function podDemand(
  group: GroupSpecView,
  cluster: ClusterSpecView,
  kuberay: Version,
): PodDemand {
  const { podSpec, role } = group;
  const running: ContainerDemand[] = group.containers.map(({ name, data }) => ({
    name,
    demand: resourcesDemand(data),
  }));
  if (role === "head" && cluster.autoscales) {
    running.push({ name: "autoscaler", demand: autoscalerDemand(cluster) });
  }
  let starting = NOTHING;
  let sidecars = NOTHING;
  for (const container of ownList(podSpec, "initContainers")) {
    const demand = resourcesDemand(container);
    if (ownText(container, "restartPolicy") === "Always") {
      sidecars = plus(sidecars, demand);
      running.push({ name: ownText(container, "name") ?? "", demand });
    } else starting = mostOf(starting, plus(sidecars, demand));
  }
  const wait = role === "worker" ? waitAmounts(kuberay) : undefined;
  if (wait !== undefined) {
    const { cpuMillis, memoryMebibytes } = wait;
    const own = quantitiesDemand({ cpu: `${cpuMillis}m`, memory: `${memoryMebibytes}Mi` });
    starting = mostOf(starting, plus(sidecars, own));
  }
  const sum = running.map(({ demand }) => demand).reduce(plus, NOTHING);
  const whole = new Map([...mostOf(sum, starting), ...resourcesDemand(podSpec)]);
  return {
    containers: running,
    pod: plus(whole, quantitiesDemand(ownObject(podSpec, "overhead"))),
  };
}

function autoscalerDemand({ autoscalerOptions }: ClusterSpecView): Demand {
  return ownField(autoscalerOptions, "resources") === undefined
    ? autoscalerDefaults
    : resourcesDemand(autoscalerOptions);
}

/** Requests, and limits where no request is. */
function resourcesDemand(owner: PlainData): Demand {
  const resources = ownObject(owner, "resources");
  const limits = quantitiesDemand(ownObject(resources, "limits"));
  return new Map([...limits, ...quantitiesDemand(ownObject(resources, "requests"))]);
}

function quantitiesDemand(quantities: Readonly<Record<string, PlainData>>): Demand {
  return new Map(
    Object.entries(quantities)
      .filter(([, quantity]) => quantity !== null)
      .map(([key, quantity]) => [key, nanosOf(quantity)]),
  );
}

/** What cannot be read, and what is negative, counts as nothing. */
function nanosOf(quantity: PlainData): bigint {
  if (typeof quantity !== "string" && typeof quantity !== "number") return 0n;
  const nanos = parseQuantity(String(quantity))?.nanos ?? 0n;
  return nanos < 0n ? 0n : nanos;
}

function plus(left: Demand, right: Demand): Demand {
  return combined(left, right, (one, other) => one + other);
}

/** By resource, the larger of two demands. */
function mostOf(left: Demand, right: Demand): Demand {
  return combined(left, right, (one, other) => (one > other ? one : other));
}

function combined(
  left: Demand,
  right: Demand,
  combine: (one: bigint, other: bigint) => bigint,
): Demand {
  const result = new Map(left);
  for (const [key, amount] of right) result.set(key, combine(result.get(key) ?? 0n, amount));
  return result;
}
