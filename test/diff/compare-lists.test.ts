import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { briefly, compared } from "./compared.ts";
import { cluster, container, group, withContainers, withHead } from "./manifests.ts";

const POD = "spec.headGroupSpec.template.spec";
const head = container("ray-head");
const sidecar = container("sidecar");
const other = container("other");

function env(...variables: readonly (readonly [name: string, value: string])[]): PlainObject {
  return withContainers(
    container("ray-head", { env: variables.map(([name, value]) => ({ name, value })) }),
  );
}

function initContainers(...names: readonly string[]): PlainObject {
  return withHead({ initContainers: names.map((name) => container(name)) });
}

function tolerations(...items: readonly PlainObject[]): PlainObject {
  return withHead({ tolerations: items });
}

test.each<readonly [string, PlainObject, PlainObject, readonly string[]]>([
  [
    "the first container is renamed",
    withContainers(head, sidecar),
    withContainers(container("head"), sidecar),
    [`~ ${POD}.containers[0].name new-pods-only`],
  ],
  [
    "the first container is renamed and the others change places",
    withContainers(head, sidecar, other),
    withContainers(container("head"), other, sidecar),
    [`~ ${POD}.containers[0].name new-pods-only`],
  ],
  [
    "another container becomes the first",
    withContainers(head, sidecar),
    withContainers(sidecar, head),
    [`~ ${POD}.containers new-pods-only`],
  ],
  [
    "the others change places",
    withContainers(head, sidecar, other),
    withContainers(head, other, sidecar),
    [],
  ],
  [
    "the first container goes",
    withContainers(head, sidecar),
    withContainers(sidecar),
    [`- ${POD}.containers[ray-head] new-pods-only`, `~ ${POD}.containers new-pods-only`],
  ],
  [
    "init containers change places",
    initContainers("a", "b"),
    initContainers("b", "a"),
    [`~ ${POD}.initContainers new-pods-only`],
  ],
  [
    "an init container is added before another",
    initContainers("b"),
    initContainers("a", "b"),
    [`+ ${POD}.initContainers[a] new-pods-only`],
  ],
  ["variables change places", env(["A", "1"], ["B", "2"]), env(["B", "2"], ["A", "1"]), []],
  [
    "a variable is defined after the one that uses it",
    env(["A", "1"], ["B", "$(A)"]),
    env(["B", "$(A)"], ["A", "1"]),
    [`~ ${POD}.containers[ray-head].env new-pods-only`],
  ],
  ["a reference is escaped", env(["A", "1"], ["B", "$$(A)"]), env(["B", "$$(A)"], ["A", "1"]), []],
  [
    "a reference leads out of the list",
    env(["A", "1"], ["B", "$(C)"]),
    env(["B", "$(C)"], ["A", "1"]),
    [],
  ],
  [
    "a variable comes twice",
    env(["A", "1"]),
    env(["A", "1"], ["A", "2"]),
    [`+ ${POD}.containers[ray-head].env["A#2"] rejected`],
  ],
  [
    "a word of a command moves",
    withContainers(container("ray-head", { command: ["a", "b"] })),
    withContainers(container("ray-head", { command: ["b", "a"] })),
    [`~ ${POD}.containers[ray-head].command new-pods-only`],
  ],
  [
    "a port changes its protocol",
    withContainers(container("ray-head", { ports: [{ containerPort: 1, name: "a" }] })),
    withContainers(
      container("ray-head", { ports: [{ containerPort: 1, name: "a", protocol: "UDP" }] }),
    ),
    [
      `- ${POD}.containers[ray-head].ports[1/TCP] address`,
      `+ ${POD}.containers[ray-head].ports[1/UDP] new-pods-only`,
    ],
  ],
  [
    "a mount changes its volume",
    withContainers(container("ray-head", { volumeMounts: [{ name: "a", mountPath: "/a" }] })),
    withContainers(container("ray-head", { volumeMounts: [{ name: "b", mountPath: "/a" }] })),
    [`~ ${POD}.containers[ray-head].volumeMounts[/a].name none`],
  ],
  [
    "tolerations are written otherwise and change places",
    tolerations({ key: "a", value: "b" }, { operator: "Exists" }),
    tolerations(
      { operator: "Exists", key: null },
      { key: "a", operator: "Equal", value: "b", effect: "" },
    ),
    [],
  ],
  [
    "a toleration lasts for a while only",
    tolerations({ key: "a", operator: "Exists", effect: "NoExecute" }),
    tolerations({ key: "a", operator: "Exists", effect: "NoExecute", tolerationSeconds: 5 }),
    [
      `+ ${POD}.tolerations[a:NoExecute] new-pods-only`,
      `- ${POD}.tolerations[a:NoExecute] new-pods-only`,
    ],
  ],
  [
    "a volume says that it is an empty directory",
    withHead({ volumes: [{ name: "a" }] }),
    withHead({ volumes: [{ name: "a", emptyDir: {} }] }),
    [],
  ],
  [
    "a volume becomes an empty directory",
    withHead({ volumes: [{ name: "a", secret: { secretName: "b" } }] }),
    withHead({ volumes: [{ name: "a", emptyDir: {} }] }),
    [
      `+ ${POD}.volumes[a].emptyDir new-pods-only`,
      `- ${POD}.volumes[a].secret.secretName new-pods-only`,
    ],
  ],
  [
    "groups stand in natural order",
    cluster(),
    cluster({
      spec: { workerGroupSpecs: ["g-10", "g-9", "workers", "g-1"].map((name) => group(name)) },
    }),
    ["g-1", "g-9", "g-10"].map((name) => `+ spec.workerGroupSpecs[${name}] scale`),
  ],
  [
    "a group of an odd name",
    cluster({ spec: { workerGroupSpecs: [] } }),
    cluster({ spec: { workerGroupSpecs: [group("a b"), group("1"), group("")] } }),
    [
      '+ spec.workerGroupSpecs["#1"] scale',
      '+ spec.workerGroupSpecs["1"] scale',
      '+ spec.workerGroupSpecs["a b"] none',
    ],
  ],
  [
    "a variable that others refer to stays behind them, and one of them goes",
    env(["A", "1"], ["X", "$(A)"], ["B", "2"]),
    env(["B", "2"], ["A", "1"]),
    [`- ${POD}.containers[ray-head].env[X] new-pods-only`],
  ],
  [
    "another variable is defined before the one that it refers to",
    env(["B", "$(A)"], ["A", "1"], ["C", "$(A)"]),
    env(["C", "$(A)"], ["A", "1"], ["B", "$(A)"]),
    [`~ ${POD}.containers[ray-head].env new-pods-only`],
  ],
  [
    "a word of arguments comes at the end",
    withContainers(container("ray-head", { args: ["a"] })),
    withContainers(container("ray-head", { args: ["a", "b"] })),
    [`~ ${POD}.containers[ray-head].args new-pods-only`],
  ],
  [
    "null is no item",
    withHead({ volumes: [null, { name: "a" }] }),
    withHead({ volumes: [{ name: "a" }] }),
    [],
  ],
  ["empty arguments and none", withContainers(container("ray-head", { args: [] })), cluster(), []],
  ["an empty list and none", withHead({ volumes: [] }), withHead({}), []],
  ["an empty list and null", withHead({ volumes: [] }), withHead({ volumes: null }), []],
  [
    "a list and something else",
    withHead({ volumes: [{ name: "a" }] }),
    withHead({ volumes: "a" }),
    [`~ ${POD}.volumes rejected`],
  ],
])("%s", (_name, old, current, changes) => {
  expect(briefly(compared(old, current))).toEqual(changes);
});

test("another order of a list is told by the names", () => {
  const diff = compared(initContainers("a", "b", "c"), initContainers("c", "a", "x"));
  expect(diff.changes.find(({ path }) => path.endsWith("initContainers"))).toMatchObject({
    before: ["a", "c"],
    after: ["c", "a"],
  });
});
