import { expect, test } from "vitest";
import { clusterSpec } from "./cluster-manifest.ts";

test.each([
  ["sorted by name", { B: "1", A: "2" }, {}, ["RAY_LOG_TO_STDERR", "A", "B"]],
  [
    "what is referred to first",
    { A: "$(B)", B: "$(C)$(D)", C: "" },
    {},
    ["RAY_LOG_TO_STDERR", "C", "B", "A"],
  ],
  [
    "references in a circle",
    { A: "$(B)", B: "$(A)", C: "$(C)" },
    {},
    ["RAY_LOG_TO_STDERR", "B", "A", "C"],
  ],
  ["a reference to a node's own", { A: "$(Z)" }, { Z: "1" }, ["RAY_LOG_TO_STDERR", "Z", "A"]],
  ["the node's over the request's", { A: "1" }, { A: "2" }, ["RAY_LOG_TO_STDERR", "A"]],
  ["the user's over ours", { RAY_LOG_TO_STDERR: "0", A: "1" }, {}, ["A", "RAY_LOG_TO_STDERR"]],
  [
    "names of prototypes",
    { constructor: "$(toString)", toString: "1" },
    {},
    ["RAY_LOG_TO_STDERR", "toString", "constructor"],
  ],
])("%s", (_what, general, special, names) => {
  expect(variables(general, special).map(({ name }) => name)).toEqual(names);
});

test("of a variable that stands in both maps the node's value counts", () => {
  expect(variables({ A: "1" }, { A: "2" })).toContainEqual({ name: "A", value: "2" });
});

test("a long text of brackets costs no more than its length", () => {
  const text = "$(".repeat(100_000);
  expect(variables({ A: text }, {})).toContainEqual({ name: "A", value: text });
});

function variables(general: object, special: object) {
  const request: object = {
    name: "train",
    image: "ray:1",
    ray_version: "2.52.0",
    env: general,
    config: { head_node: { cpu: 4, memory_gb: 16, env: special } },
  };
  const { headGroupSpec } = clusterSpec(request);
  return headGroupSpec.template.spec.containers[0].env ?? [];
}
