import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import type { Totals } from "../../src/diff/compare/manifest-diff.ts";
import { compared } from "./compared.ts";
import { cluster, container, group, merge, withContainers, withHead } from "./manifests.ts";

const GIBI = 2 ** 30;
const scaling = { spec: { enableInTreeAutoscaling: true } };
const ownResources = { resources: { limits: { cpu: "1", memory: "1Gi" }, requests: null } };

/** A head of 2 CPUs and 8Gi, and these worker groups, each pod of 1 CPU and 1Gi unless said. */
function groups(...changes: readonly PlainObject[]): PlainObject {
  const pod = { template: { spec: { containers: [container("ray", ownResources)] } } };
  return cluster({
    spec: {
      workerGroupSpecs: changes.map((change, index) => group(`g${index}`, merge(pod, change))),
    },
  });
}

function totals(manifest: PlainObject, kuberayVersion = "1.7.0"): Totals {
  const { totals: both } = compared(undefined, manifest, { kuberayVersion });
  if (both.after === null) expect.fail("There are no totals.");
  return both.after;
}

function amounts(
  pods: number,
  cpus: number,
  gibibytes: number,
  gpus = 0,
  resources: Readonly<Record<string, number>> = {},
) {
  return { pods, cpu_millis: cpus * 1000, memory_bytes: gibibytes * GIBI, gpus, resources };
}

test.each<
  readonly [string, PlainObject, ReturnType<typeof amounts>, ReturnType<typeof amounts> | null]
>([
  ["a head alone", groups(), amounts(1, 2, 8), amounts(1, 2, 8)],
  [
    "as many as replicas say",
    groups({ replicas: 3, minReplicas: 1, maxReplicas: 9 }),
    amounts(4, 5, 11),
    amounts(4, 5, 11),
  ],
  [
    "no fewer than the lower bound",
    groups({ replicas: 0, minReplicas: 1, maxReplicas: 9 }),
    amounts(2, 3, 9),
    amounts(2, 3, 9),
  ],
  [
    "no more than the upper bound",
    groups({ replicas: 9, minReplicas: 1, maxReplicas: 2 }),
    amounts(3, 4, 10),
    amounts(3, 4, 10),
  ],
  [
    "between the bounds where the cluster scales, with the autoscaler's own",
    merge(groups({ minReplicas: 1, maxReplicas: 3 }), scaling),
    amounts(2, 3.5, 9.5),
    amounts(4, 5.5, 11.5),
  ],
  [
    "nothing of a suspended one",
    merge(groups({}), { spec: { suspend: true } }),
    amounts(0, 0, 0),
    amounts(0, 0, 0),
  ],
  [
    "nothing of a suspended group where the cluster scales",
    merge(groups({ suspend: true, minReplicas: 1, maxReplicas: 3 }), scaling),
    amounts(1, 2.5, 8.5),
    amounts(1, 2.5, 8.5),
  ],
  [
    "several hosts for each replica where the cluster scales",
    merge(groups({ numOfHosts: 2, minReplicas: 1, maxReplicas: 3 }), scaling),
    amounts(3, 4.5, 10.5),
    amounts(7, 8.5, 14.5),
  ],
  [
    "without an upper bound",
    merge(groups({ minReplicas: 1, maxReplicas: null }), scaling),
    amounts(2, 3.5, 9.5),
    null,
  ],
  [
    "the autoscaler's resources",
    merge(groups(), {
      spec: {
        enableInTreeAutoscaling: true,
        autoscalerOptions: { resources: { limits: { cpu: "1", memory: "2Gi" } } },
      },
    }),
    amounts(1, 3, 10),
    amounts(1, 3, 10),
  ],
  [
    "an autoscaler that asks for nothing",
    merge(groups(), {
      spec: { enableInTreeAutoscaling: true, autoscalerOptions: { resources: {} } },
    }),
    amounts(1, 2, 8),
    amounts(1, 2, 8),
  ],
  [
    "nothing of a group that may have no pods where the cluster scales",
    merge(groups({ minReplicas: 0, maxReplicas: 0 }), scaling),
    amounts(1, 2.5, 8.5),
    amounts(1, 2.5, 8.5),
  ],
  [
    "a cluster that Kueue suspends, once it runs",
    merge(groups({}), {
      metadata: { labels: { "kueue.x-k8s.io/queue-name": "a" } },
      spec: { suspend: true },
    }),
    amounts(3, 4, 10),
    amounts(3, 4, 10),
  ],
  ["several hosts", groups({ numOfHosts: 4 }), amounts(9, 10, 16), amounts(9, 10, 16)],
  ["a suspended group", groups({ suspend: true }), amounts(1, 2, 8), amounts(1, 2, 8)],
  [
    "a suspended cluster",
    merge(groups({}), { spec: { suspend: true } }),
    amounts(0, 0, 0),
    amounts(0, 0, 0),
  ],
  [
    "GPUs by resources, by slices and by start parameters",
    groups(
      {
        replicas: 2,
        template: {
          spec: {
            containers: [container("r", { resources: { limits: { "nvidia.com/gpu": "2" } } })],
          },
        },
      },
      {
        replicas: 2,
        template: {
          spec: {
            containers: [container("r", { resources: { limits: { "nvidia.com/mig-1g.5gb": 1 } } })],
          },
        },
      },
      { replicas: 2, rayStartParams: { "num-gpus": "4" } },
    ),
    amounts(7, 12, 42, 14, { "nvidia.com/gpu": 4, "nvidia.com/mig-1g.5gb": 2 }),
    amounts(7, 12, 42, 14, { "nvidia.com/gpu": 4, "nvidia.com/mig-1g.5gb": 2 }),
  ],
  [
    "every extended resource, by the pods of every host",
    groups(
      {
        replicas: 2,
        numOfHosts: 4,
        template: {
          spec: {
            containers: [
              container("r", {
                resources: {
                  limits: { "google.com/tpu": "4", "vpc.amazonaws.com/efa": 1 },
                  requests: null,
                },
              }),
            ],
          },
        },
      },
      {
        replicas: 2,
        template: {
          spec: {
            containers: [
              container("r", {
                resources: {
                  limits: { "aws.amazon.com/neuron": "1", "hugepages-2Mi": "1Gi" },
                  requests: { "google.com/tpu": "4", "pod.kubernetes.io/x": "1" },
                },
              }),
            ],
          },
        },
      },
    ),
    amounts(11, 22, 88, 0, {
      "aws.amazon.com/neuron": 2,
      "google.com/tpu": 40,
      "vpc.amazonaws.com/efa": 8,
    }),
    amounts(11, 22, 88, 0, {
      "aws.amazon.com/neuron": 2,
      "google.com/tpu": 40,
      "vpc.amazonaws.com/efa": 8,
    }),
  ],
  [
    "requests, where they are less than limits",
    withContainers(
      container("r", {
        resources: { limits: { cpu: "4", memory: "8Gi" }, requests: { cpu: "1", memory: "1Gi" } },
      }),
    ),
    amounts(3, 5, 17),
    amounts(3, 5, 17),
  ],
  [
    "init containers, sidecars and overhead",
    withHead({
      overhead: { cpu: "1" },
      initContainers: [
        container("sidecar", {
          restartPolicy: "Always",
          resources: { requests: { cpu: "1", memory: "1Gi" }, limits: null },
        }),
        container("large", { resources: { requests: { cpu: "8", memory: "1Gi" }, limits: null } }),
      ],
    }),
    amounts(3, 9 + 1 + 4, 9 + 16),
    amounts(3, 9 + 1 + 4, 9 + 16),
  ],
  [
    "bounds the wrong way round",
    merge(groups({ minReplicas: 5, maxReplicas: 1 }), scaling),
    amounts(2, 3.5, 9.5),
    amounts(2, 3.5, 9.5),
  ],
  [
    "amounts that are none",
    withContainers(
      container("r", { resources: { limits: { cpu: "x", memory: -1 }, requests: null } }),
    ),
    amounts(3, 4, 16),
    amounts(3, 4, 16),
  ],
])("totals count %s", (_name, manifest, minimum, maximum) => {
  expect(totals(manifest)).toEqual({ minimum, maximum });
});

test("workers are as large as the container that KubeRay makes them wait in", () => {
  const tiny = { template: { spec: { containers: [{ name: "r" }] } } };
  expect(totals(groups({ replicas: 1, minReplicas: 0, ...tiny })).minimum.cpu_millis).toBe(2200);
  expect(totals(groups({ replicas: 1, minReplicas: 0, ...tiny }), "0.6.0").minimum.cpu_millis).toBe(
    2000,
  );
});

test("before KubeRay 1.0 nothing holds the lower bound", () => {
  expect(totals(groups({ replicas: 0, minReplicas: 1 }), "0.6.0").minimum.pods).toBe(1);
});

test("amounts beyond all measure stay numbers", () => {
  const huge = groups({ replicas: 2_000_000_000, maxReplicas: 2_147_483_647, numOfHosts: 2 ** 52 });
  const { maximum } = totals(huge);
  expect(Number.isFinite(maximum?.memory_bytes)).toBe(true);
});
