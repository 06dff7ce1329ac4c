import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";

test.each<readonly [name: string, value: string, isRefused: boolean]>([
  ["object-store-memory", "1000000000", false],
  ["object-store-memory", "4Gi", true],
  ["object-store-memory", "1e9", true],
  ["object-store-memory", "-1", true],
  ["object-store-memory", ".5", true],
  ["object-store-memory", "$STORE_BYTES", false],
  ["object-store-memory", "", false],
  ["metrics-export-port", "9000", false],
  ["metrics-export-port", "9000/tcp", true],
  ["min-worker-port", "10002.0", true],
  ["worker-port-list", "10002,10003", false],
  ["temp-dir", "1Gi", false],
])("the start parameter %s: %j is refused: %s", (name, value, isRefused) => {
  const node_config = { cpu: 4, memory_gb: 16, ray_start_params: { [name]: value } };
  const request = {
    name: "train",
    image: "registry.example.com/train:1.2",
    ray_version: "2.52.0",
    config: { n_nodes: 1, node_config },
  };
  const { diagnostics } = compile(request);
  expect(diagnostics.map(({ code }) => code)).toEqual(isRefused ? ["invalid-start-parameter"] : []);
});
