import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { asCluster } from "./cluster-manifest.ts";

test.each<readonly [tolerance: object, variables: readonly object[]]>([
  [{ redis_address: "redis:6379" }, [{ name: "RAY_REDIS_ADDRESS", value: "redis:6379" }]],
  [
    { redis_address: "redis:6379", redis_password: "secret" },
    [
      { name: "RAY_REDIS_ADDRESS", value: "redis:6379" },
      { name: "REDIS_PASSWORD", value: "secret" },
    ],
  ],
  [
    { redis_address: "redis:6379", redis_password: { secret: "redis", key: "password" } },
    [
      { name: "RAY_REDIS_ADDRESS", value: "redis:6379" },
      {
        name: "REDIS_PASSWORD",
        valueFrom: { secretKeyRef: { name: "redis", key: "password" } },
      },
    ],
  ],
])("before KubeRay 1.3 the head has %j in variables", (gcs_fault_tolerance, variables) => {
  const request = {
    name: "train",
    image: "ray:1",
    ray_version: "2.52.0",
    config: { n_nodes: 1, node_config: { cpu: 2, memory_gb: 4 } },
    gcs_fault_tolerance,
  };
  const settings = { ray: { conventions: { log_to_stderr: false } } };
  const { manifest } = compileOrThrow(request, settings, { kuberayVersion: "1.2.2" });
  const [ray] = asCluster(manifest).spec.headGroupSpec.template.spec.containers;
  expect(ray?.env).toEqual(variables);
});
