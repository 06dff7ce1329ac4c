import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { full, simple } from "./find.ts";

const worker = (node: object, bounds: readonly [number, number] = [1, 1]) =>
  full({ cpu: 1 }, [[...bounds, { cpu: 1, ...node }]]);
const scaling = (bounds: readonly [number, number], head: object = {}, autoscaler: object = {}) =>
  full({ cpu: 1, ...head }, [[...bounds, { cpu: 1 }]], { cpu: 1, memory_gb: 1, ...autoscaler });
/** Two groups with names of their own, the second with this node and these bounds. */
const ofTwo = (
  node: object,
  max_workers = 2,
  more: object = {},
  version: string | null = "v2",
) => ({
  config: {
    head_node: { cpu: 1, memory_gb: 16 },
    scaling_groups: [
      { name: "loaders", worker_nodes: { cpu: 1, memory_gb: 16 }, min_workers: 1, max_workers: 1 },
      {
        name: "trainers",
        worker_nodes: { cpu: 1, memory_gb: 16, ...node },
        min_workers: 1,
        max_workers,
        ...more,
      },
    ],
    autoscaler_config: { cpu: 1, memory_gb: 1, version },
  },
});
const tpu = { accelerators: { pod: { resource: "google.com/tpu" } } };
const card = (more: object) => ({
  accelerators: { card: { resource: "example.com/card", ...more } },
});
const offering = (capacity: object) => ({ node_capacity: capacity });
const most = (limits: object) => ({ limits });

/** What a user reads names what is meant: a message or a hint of one finding, as it is. */
test.each<readonly [code: string, request: object, ray: object, text: string]>([
  [
    "tpu-on-head",
    full({ accelerator: "pod", accelerator_count: 1 }, []),
    tpu,
    'The head asks for TPUs ("pod"); only workers can form TPU slices.',
  ],
  [
    "accelerator-count",
    worker({ accelerator: "card", accelerator_count: 2 }),
    card({ counts: [16, 8, 1, 4] }),
    "Set accelerator_count to 1, 4, 8 or 16.",
  ],
  [
    "pod-fits-no-node",
    worker({ accelerator: "card", accelerator_count: 9 }),
    card({ node_capacity: { gpu_count: 8 } }),
    "A worker of worker-group-0 asks for 9 devices, but the largest node offers 8 devices.",
  ],
  [
    "pod-fits-no-node",
    scaling([1, 2], { memory_gb: 16 }, { memory_gb: 0.1 }),
    offering({ memory_gb: 16 }),
    "Lower memory_gb to 15.9 or less, or raise ray.node_capacity.memory_gb if there are larger nodes.",
  ],
  [
    "pod-fits-no-node",
    scaling([1, 2], { cpu: 2 }, { cpu: 3 }),
    offering({ cpu: 3 }),
    "Lower config.autoscaler_config.cpu to 1 or less, or raise ray.node_capacity.cpu if there are larger nodes.",
  ],
  [
    "pod-fits-no-node",
    scaling([1, 2], { cpu: 3 }, { cpu: 3 }),
    offering({ cpu: 3 }),
    "Lower both cpu and config.autoscaler_config.cpu, or raise ray.node_capacity.cpu if there are larger nodes.",
  ],
  [
    "pod-fits-no-node",
    worker({ cpu: 0.1 }),
    offering({ cpu: 0.1 }),
    "Raise ray.node_capacity.cpu if there are larger nodes.",
  ],
  [
    "cluster-over-limits",
    scaling([1, 4]),
    most({ nodes: 2 }),
    "Lower max_workers of worker-group-0 to 1, or raise ray.limits.nodes.",
  ],
  [
    "cluster-over-limits",
    scaling([2, 4]),
    most({ nodes: 2 }),
    "Ask for fewer or smaller workers, or raise ray.limits.nodes.",
  ],
  [
    "cluster-over-limits",
    worker({}, [2, 2]),
    most({ nodes: 1 }),
    "Lower min_workers and max_workers of worker-group-0 to 0, or raise ray.limits.nodes.",
  ],
  [
    "pod-fits-no-node",
    ofTwo({ cpu: 8 }),
    offering({ cpu: 4 }),
    "A worker of trainers asks for 8 CPUs, but the largest node offers 4 CPUs.",
  ],
  [
    "cluster-over-limits",
    ofTwo({}, 9),
    most({ nodes: 9 }),
    "Lower max_workers of trainers to 7, or raise ray.limits.nodes.",
  ],
  [
    "autoscaler-contradiction",
    ofTwo({}, 2, { idle_timeout_seconds: 60 }, "v1"),
    {},
    "idle_timeout_seconds of trainers needs version 2 of the autoscaler, but autoscaler_config asks for version 1.",
  ],
  [
    "start-parameter-refused",
    simple(1, {}, { ray_start_params: { block: "true" } }),
    {},
    "Remove block.",
  ],
])("%s in %j under %j: %s", (code, request, ray, text) => {
  expect(told(code, request, { ray })).toContain(text);
});

function told(code: string, request: object, settings: object): readonly (string | undefined)[] {
  const whole: object = { name: "train", image: "ray:1", ray_version: "2.52.0", ...request };
  const { diagnostics } = compile(whole, settings);
  return diagnostics
    .filter((one) => one.code === code)
    .flatMap(({ message, hint }) => [message, hint]);
}
