import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { compared } from "./compared.ts";

const resources = { limits: { cpu: "2", memory: "4Gi" }, requests: { cpu: "2", memory: "4Gi" } };
const pod = (name: string, container: object = {}) => ({
  spec: { containers: [{ name, image: "registry.example.com/train:1", resources, ...container }] },
});

interface Parts {
  readonly spec?: object;
  readonly head?: object;
  readonly container?: object;
  readonly group?: object;
  readonly top?: object;
}

function cluster({ spec, head, container, group, top }: Parts = {}): PlainObject {
  const data = {
    apiVersion: "ray.io/v1",
    kind: "RayCluster",
    metadata: { name: "train" },
    ...top,
    spec: {
      rayVersion: "2.52.0",
      headGroupSpec: { rayStartParams: {}, template: pod("ray-head", container), ...head },
      workerGroupSpecs: [
        {
          groupName: "a",
          replicas: 1,
          minReplicas: 1,
          maxReplicas: 3,
          rayStartParams: {},
          template: pod("ray-worker"),
          ...group,
        },
      ],
      ...spec,
    },
  };
  return JSON.parse(JSON.stringify(data));
}

const scaling = (autoscalerOptions?: object) => ({
  spec: { enableInTreeAutoscaling: true, autoscalerOptions },
});
const params = (rayStartParams: object, container: object = {}): Parts => ({
  head: { rayStartParams },
  container,
});
const gpus = { resources: { limits: { ...resources.limits, "nvidia.com/gpu": "1" } } };
const amounts = (memory: string) => ({ cpu: "500m", memory });
const redis = { name: "RAY_REDIS_ADDRESS", value: "redis:6379" };
const annotated = (annotations: object) => ({ metadata: { name: "train", annotations } });
const enabled = { "ray.io/ft-enabled": "true" };
const field = (redisAddress: string, more: object = {}) => ({
  spec: { gcsFaultToleranceOptions: { redisAddress, ...more } },
});

/** What differs in writing, whether that means the same, and why. */
test.each<[string, Parts, Parts, string | undefined]>([
  [
    "options that no autoscaler reads",
    { spec: { autoscalerOptions: { image: "a" } } },
    {},
    "unread",
  ],
  ["options that an autoscaler reads", scaling({ image: "a" }), scaling({}), undefined],
  [
    "the autoscaler's own policy",
    scaling({ imagePullPolicy: "IfNotPresent" }),
    scaling({}),
    "operator-default",
  ],
  ["another policy", scaling({ imagePullPolicy: "Always" }), scaling({}), undefined],
  [
    "the autoscaler's own amounts",
    scaling({ resources: { limits: amounts("512Mi"), requests: amounts("0.5Gi") } }),
    scaling({}),
    "operator-default",
  ],
  ["other amounts", scaling({ resources: { limits: amounts("1Gi") } }), scaling({}), undefined],
  ["no amounts at all", scaling({ resources: {} }), scaling({}), undefined],
  [
    "one amount of two",
    scaling({ resources: { limits: amounts("1Gi"), requests: amounts("1Gi") } }),
    scaling({ resources: { limits: amounts("2Gi"), requests: amounts("2Gi") } }),
    undefined,
  ],
  [
    "the autoscaler's limits alone",
    scaling({ resources: { limits: amounts("1Gi") } }),
    scaling({ resources: { limits: amounts("1Gi"), requests: amounts("1Gi") } }),
    "default",
  ],
  ["limits alone", { container: { resources: { limits: resources.limits } } }, {}, "default"],
  [
    "limits, and a request below",
    { container: { resources: { ...resources, requests: { cpu: "1", memory: "4Gi" } } } },
    {},
    undefined,
  ],
  ["replicas that bounds hold", { group: { replicas: 0 } }, {}, "replica-bounds"],
  ["replicas within the bounds", { group: { replicas: 2 } }, {}, undefined],
  ["another bound", { group: { maxReplicas: 4 } }, {}, undefined],
  ["a port that Ray takes", params({ port: "6379" }), {}, "default"],
  ["a port that it does not take", params({ port: "6380" }), {}, undefined],
  [
    "custom resources in other quotes",
    params({ resources: `'{"a": 1}'` }),
    params({ resources: '"{\\"a\\": 1}"' }),
    "ray-resources",
  ],
  ["no custom resources", params({ resources: "'{}'" }), {}, "ray-resources"],
  [
    "other custom resources",
    params({ resources: `'{"a": 1}'` }),
    params({ resources: `'{"a": 2}'` }),
    undefined,
  ],
  [
    "custom resources without quotes",
    params({ resources: '{"a": 1}' }),
    params({ resources: `'{"a": 1}'` }),
    undefined,
  ],
  [
    "quotes that keep KubeRay from counting GPUs",
    params({ resources: `'{"a": 1}'` }, gpus),
    params({ resources: '"{\\"a\\": 1}"' }, gpus),
    undefined,
  ],
  [
    "other quotes where a parameter counts the GPUs",
    params({ resources: `'{"a": 1}'`, "num-gpus": "1" }, gpus),
    params({ resources: '"{\\"a\\": 1}"', "num-gpus": "1" }, gpus),
    "ray-resources",
  ],
  [
    "fault tolerance in the old way",
    { top: annotated(enabled), container: { env: [redis] } },
    field("redis:6379"),
    "fault-tolerance",
  ],
  [
    "fault tolerance in the old way, of another Redis",
    { top: annotated(enabled), container: { env: [redis] } },
    field("redis:6380"),
    undefined,
  ],
  [
    "fault tolerance in the old way, without a password",
    { top: annotated(enabled), container: { env: [redis] } },
    field("redis:6379", { redisPassword: { value: "a" } }),
    undefined,
  ],
  ["a field that the API server drops", { head: { replicaz: 1 } }, {}, "dropped"],
])("%s", (_name, old, current, cause) => {
  const diff = compared(cluster(old), cluster(current));
  expect(diff.ok && diff.same).toBe(cause !== undefined);
  if (cause !== undefined) {
    expect(new Set(diff.ok ? diff.spelling.map((each) => each.cause) : [])).toContain(cause);
  }
});

test("a field that the API server drops is told where it comes", () => {
  expect(compared(cluster(), cluster({ head: { replicaz: 1 } }))).toMatchObject({
    same: false,
    effect: "none",
  });
});

test("what v1alpha1 drops is no loss where v1 does not say it either", () => {
  const older = (parts: Parts) => ({ ...cluster(parts), apiVersion: "ray.io/v1alpha1" });
  const hosts = { group: { numOfHosts: 2 } };
  expect(compared(older(hosts), cluster())).toMatchObject({ same: true });
  expect(compared(older(hosts), cluster(hosts))).toMatchObject({ same: false });
});
