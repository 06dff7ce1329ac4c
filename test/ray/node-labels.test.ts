import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";

test.each([
  ["accelerator-type", true],
  ["availability-region", true],
  ["availability-zone", true],
  ["market-type", true],
  ["node-group", true],
  ["node-id", false],
])("a group may have Ray's label ray.io/%s: %s", (name, isAllowed) => {
  const group = {
    worker_nodes: { cpu: 2, memory_gb: 4 },
    min_workers: 1,
    max_workers: 1,
    ray_labels: { [`ray.io/${name}`]: "a" },
  };
  const config = { head_node: { cpu: 2, memory_gb: 4 }, scaling_groups: [group] };
  const result = compile({ name: "train", image: "ray:1", ray_version: "2.52.0", config });
  expect(result.ok).toBe(isAllowed);
});
