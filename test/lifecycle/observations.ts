import { compile } from "../../src/compile.ts";
import type { Plan } from "../../src/plan/plan.ts";

/** The plan of a cluster `train` with a head and groups of these minimums and maximums. */
export function planFor(
  kuberayVersion: string,
  groups: readonly (readonly [minimum: number, maximum: number])[] = [
    [1, 1],
    [2, 4],
  ],
): Plan {
  const result = compile(
    {
      name: "train",
      namespace: "ml",
      image: "registry.example.com/train:1.2",
      ray_version: "2.52.0",
      activation_timeout_seconds: 600,
      config: {
        head_node: { cpu: 4, memory_gb: 8 },
        scaling_groups: groups.map(([minimum, maximum]) => ({
          worker_nodes: { cpu: 4, memory_gb: 8 },
          min_workers: minimum,
          max_workers: maximum,
        })),
        autoscaler_config: { cpu: 1, memory_gb: 2 },
      },
    },
    { kuberay_version: kuberayVersion },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.plan;
}

export type Json = { readonly [key: string]: unknown };

export const UID = "0f6e4b2c-1111";

/** The RayCluster as the API gives it, with this status. */
export function raycluster(status?: Json, metadata: Json = {}): Json {
  return {
    apiVersion: "ray.io/v1",
    kind: "RayCluster",
    metadata: { name: "train", namespace: "ml", uid: UID, ...metadata },
    spec: {},
    ...(status === undefined ? {} : { status }),
  };
}

/** A pod of a group, with KubeRay's labels and owner, and this status. */
export function pod(name: string, group: string, status: Json = {}, metadata: Json = {}): Json {
  const isHead = group === "head";
  return {
    metadata: {
      name,
      labels: {
        "ray.io/cluster": "train",
        "ray.io/node-type": isHead ? "head" : "worker",
        "ray.io/group": isHead ? "headgroup" : group,
      },
      ownerReferences: [{ kind: "RayCluster", name: "train", uid: UID }],
      ...metadata,
    },
    spec: {
      containers: [
        { name: isHead ? "ray-head" : "ray-worker", image: "registry.example.com/train:1.2" },
      ],
    },
    status,
  };
}

export const running: Json = {
  phase: "Running",
  conditions: [
    { type: "PodScheduled", status: "True" },
    { type: "Ready", status: "True" },
  ],
};

/** The status of a pod whose container waits for this reason. */
export function waitingFor(reason: string, message?: string, more: Json = {}): Json {
  return {
    phase: "Pending",
    conditions: [
      { type: "PodScheduled", status: "True" },
      { type: "Ready", status: "False", reason: "ContainersNotReady" },
    ],
    containerStatuses: [
      {
        name: "ray-worker",
        image: "registry.example.com/train:1.2",
        state: { waiting: { reason, ...(message === undefined ? {} : { message }) } },
        ...more,
      },
    ],
  };
}

export const unschedulable: Json = {
  phase: "Pending",
  conditions: [
    {
      type: "PodScheduled",
      status: "False",
      reason: "Unschedulable",
      message: "0/3 nodes are available: 3 Insufficient nvidia.com/gpu.",
    },
  ],
};

/** An event that regards the RayCluster. */
export function event(reason: string, message: string, more: Json = {}): Json {
  return {
    type: "Warning",
    reason,
    message,
    involvedObject: { kind: "RayCluster", name: "train", namespace: "ml", uid: UID },
    lastTimestamp: "2026-01-01T00:00:00Z",
    ...more,
  };
}
