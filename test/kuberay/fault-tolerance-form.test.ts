import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { faultToleranceForm } from "../../src/kuberay/fault-tolerance-form.ts";
import { cluster, container, merge, withHead } from "../diff/manifests.ts";

const address = { name: "RAY_REDIS_ADDRESS", value: "redis:6379" };
const password = { name: "REDIS_PASSWORD", value: "secret" };
const other = { name: "A", value: "b" };

interface Parts {
  readonly annotations?: PlainObject;
  readonly env?: readonly PlainObject[];
  readonly params?: PlainObject;
  readonly options?: PlainObject;
}

/** A cluster with fault tolerance in the old way, or in the new one. */
function withParts({ annotations = {}, env = [], params = {}, options }: Parts): PlainObject {
  const spec = {
    headGroupSpec: { rayStartParams: params },
    ...(options === undefined ? {} : { gcsFaultToleranceOptions: options }),
  };
  const containers = [container("ray-head", { env }), container("sidecar", { env: [address] })];
  return merge(withHead({ containers }), { metadata: { annotations }, spec });
}

const enabled = { "ray.io/ft-enabled": "true" };
const named = { ...enabled, "ray.io/external-storage-namespace": "ns", a: "b" };

test.each<readonly [string, Parts, Parts]>([
  [
    "an address",
    { annotations: enabled, env: [address] },
    { options: { redisAddress: "redis:6379" } },
  ],
  [
    "a namespace, among other annotations and variables",
    { annotations: named, env: [other, address, {}], params: { "num-cpus": "0" } },
    {
      annotations: { a: "b" },
      env: [other, {}],
      params: { "num-cpus": "0" },
      options: { redisAddress: "redis:6379", externalStorageNamespace: "ns" },
    },
  ],
  [
    "a password in a variable",
    {
      annotations: enabled,
      env: [password, address],
      params: { "redis-password": "$REDIS_PASSWORD" },
    },
    { options: { redisAddress: "redis:6379", redisPassword: { value: "secret" } } },
  ],
  [
    "a password from a secret",
    {
      annotations: enabled,
      env: [
        address,
        { name: "REDIS_PASSWORD", valueFrom: { secretKeyRef: { name: "s", key: "k" } } },
      ],
      params: { "redis-password": "$REDIS_PASSWORD" },
    },
    {
      options: {
        redisAddress: "redis:6379",
        redisPassword: { valueFrom: { secretKeyRef: { name: "s", key: "k" } } },
      },
    },
  ],
  [
    "a password among the parameters",
    { annotations: enabled, env: [address], params: { "redis-password": "secret" } },
    { options: { redisAddress: "redis:6379", redisPassword: { value: "secret" } } },
  ],
])("%s becomes the field", (_name, old, current) => {
  expect(faultToleranceForm(withParts(old))).toEqual(withParts(current));
});

test.each<readonly [string, PlainObject]>([
  ["no annotations", withParts({ env: [address] })],
  ["another value", withParts({ annotations: { "ray.io/ft-enabled": "false" }, env: [address] })],
  ["the field", withParts({ annotations: enabled, env: [address], options: {} })],
  ["no address", withParts({ annotations: enabled })],
  ["no address in the first container", withParts({ annotations: enabled, env: [other] })],
  [
    "a password that nothing is started with",
    withParts({ annotations: enabled, env: [address, password] }),
  ],
  [
    "two passwords",
    withParts({
      annotations: enabled,
      env: [address, password],
      params: { "redis-password": "other" },
    }),
  ],
  [
    "a variable that is not there",
    withParts({
      annotations: enabled,
      env: [address],
      params: { "redis-password": "$REDIS_PASSWORD" },
    }),
  ],
  [
    "another variable",
    withParts({ annotations: enabled, env: [address], params: { "redis-password": "$OTHER" } }),
  ],
  ["no spec", merge(cluster({ metadata: { annotations: enabled } }), { spec: null })],
])("%s is not moved to the field", (_name, manifest) => {
  expect(faultToleranceForm(manifest)).toBeUndefined();
});
