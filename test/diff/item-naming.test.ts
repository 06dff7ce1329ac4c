import { expect, test } from "vitest";
import { apiFor } from "../../src/api/api-for.ts";
import type { ListType } from "../../src/api/api-type.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { completeItem, itemNaming } from "../../src/diff/compare/item-naming.ts";
import { trailOf } from "../../src/diff/compare/trail-of.ts";
import { expectOfEach } from "../expect-of-each.ts";

const answer = apiFor({
  kind: "RayCluster",
  apiVersion: "ray.io/v1",
  kuberayVersion: { major: 1, minor: 7, patch: 0 },
});
if (!answer.ok) expect.fail("There is no API.");
const { api } = answer;

function listOf(owner: string, field: string): ListType {
  const type = api.typeNamed(owner)?.field(field)?.type;
  return type?.kind === "list" ? type : expect.fail(`${owner}.${field} is no list.`);
}

/** The list, an item of it, and what it is called. */
const names: readonly (readonly [
  owner: string,
  field: string,
  item: PlainData,
  name: string | undefined,
])[] = [
  ["PodSpec", "containers", { name: "a", image: "b" }, "a"],
  ["PodSpec", "containers", { image: "b" }, undefined],
  ["PodSpec", "containers", "a", undefined],
  ["PodSpec", "containers", { name: 5 }, "5"],
  ["PodSpec", "containers", { name: true }, undefined],
  ["PodSpec", "containers", { name: {} }, undefined],
  ["Container", "ports", { containerPort: 80 }, "80/TCP"],
  ["Container", "ports", { containerPort: 80, protocol: "UDP" }, "80/UDP"],
  ["Container", "ports", { containerPort: 80, protocol: [] }, "80/"],
  ["Container", "ports", { protocol: "UDP" }, undefined],
  ["PodSpec", "topologySpreadConstraints", { topologyKey: "z" }, "z:"],
  [
    "PodSpec",
    "topologySpreadConstraints",
    { topologyKey: "z", whenUnsatisfiable: "DoNotSchedule" },
    "z:DoNotSchedule",
  ],
  ["PodSpec", "tolerations", {}, "*"],
  ["PodSpec", "tolerations", { key: "", value: "", effect: "" }, "*"],
  ["PodSpec", "tolerations", { key: "a" }, "a"],
  ["PodSpec", "tolerations", { key: "a", value: "b" }, "a=b"],
  ["PodSpec", "tolerations", { key: "a", value: "b", effect: "NoExecute" }, "a=b:NoExecute"],
  ["PodSpec", "tolerations", { effect: "NoExecute", operator: "Exists" }, "*:NoExecute"],
  ["Container", "envFrom", { secretRef: { name: "a" } }, "secretRef::a"],
  ["Container", "envFrom", { secretRef: { name: "a" }, prefix: "P" }, "secretRef:P:a"],
  ["Container", "envFrom", { configMapRef: { name: "a" }, prefix: "P" }, "configMapRef:P:a"],
  ["Container", "envFrom", { configMapRef: {} }, "configMapRef::"],
  ["Container", "envFrom", {}, "secretRef::"],
  ["Capabilities", "add", "SYS_PTRACE", "SYS_PTRACE"],
  ["Capabilities", "add", 5, "5"],
  ["Capabilities", "add", { b: 1, a: null }, '{"b":1}'],
  ["Capabilities", "add", { c: [2, null], b: 1 }, '{"b":1,"c":[2,null]}'],
  ["Capabilities", "add", [Number.NaN, -0], "[NaN,0]"],
  ["PodSecurityContext", "sysctls", { name: "a" }, "(none)"],
  ["Container", "command", "a", "(none)"],
];

test("items are named by what tells them apart", () => {
  expectOfEach(
    names,
    (row) => JSON.stringify(row),
    ([owner, field, item, name]) => {
      const naming = itemNaming(listOf(owner, field), owner, field);
      expect(naming === undefined ? "(none)" : naming.nameOf(item)).toBe(name);
    },
  );
});

test("what the order of a list says", () => {
  const places = [
    ["PodSpec", "containers", false, "first"],
    ["PodSpec", "initContainers", false, "everything"],
    ["PodSpec", "volumes", false, "nothing"],
    ["PodSpec", "tolerations", true, "nothing"],
    ["Container", "env", false, "references"],
    ["Container", "envFrom", false, "everything"],
    ["Capabilities", "add", true, "nothing"],
  ] as const;
  expectOfEach(
    places,
    ([owner, field]) => `${owner}.${field}`,
    ([owner, field, isSet, order]) => {
      expect(itemNaming(listOf(owner, field), owner, field)).toMatchObject({ isSet, order });
    },
  );
});

test("a list that only the CRD keys is named by its keys", () => {
  const keyed: ListType = { ...listOf("Container", "ports"), listKind: "map", keys: ["protocol"] };
  for (const owner of ["Other", undefined]) {
    const naming = itemNaming(keyed, owner, "things");
    expect(naming).toMatchObject({ isSet: false, order: "nothing" });
    expect(naming?.nameOf({ containerPort: 80 })).toBe("TCP");
    expect(itemNaming({ ...keyed, listKind: "set" }, owner, "things")).toBe(undefined);
  }
});

test("an item is completed with what leaving a field out means", () => {
  const tolerations = listOf("PodSpec", "tolerations");
  expect(completeItem({ key: "a" }, tolerations)).toEqual({
    key: "a",
    operator: "Equal",
    value: "",
    effect: "",
  });
  expect(completeItem({ key: "a", operator: "Exists" }, tolerations)).toMatchObject({
    operator: "Exists",
  });
  expect(completeItem({ containerPort: 80 }, listOf("Container", "ports"))).toEqual({
    containerPort: 80,
    protocol: "TCP",
    hostPort: 0,
  });
  expect(completeItem("a", tolerations)).toBe("a");
  expect(completeItem({ a: 1 }, listOf("Capabilities", "add"))).toEqual({ a: 1 });
  const withoutDefault = completeItem({ containerPort: 80 }, listOf("Container", "ports"));
  expect(Object.keys(Object(withoutDefault))).not.toContain("hostIP");
});

test("a path is led through the types of the API", () => {
  const trails = [
    [[], []],
    [["spec"], ["RayCluster.spec"]],
    [
      ["spec", "workerGroupSpecs", 1, "replicas"],
      ["RayCluster.spec", "RayClusterSpec.workerGroupSpecs", "[]", "WorkerGroupSpec.replicas"],
    ],
    [
      ["spec", "headGroupSpec", "rayStartParams", "port"],
      ["RayCluster.spec", "RayClusterSpec.headGroupSpec", "HeadGroupSpec.rayStartParams", "{}"],
    ],
    [["spec", "nothing"], undefined],
    [["spec", "rayVersion", "deeper"], undefined],
    [["spec", 0], undefined],
  ] as const;
  expectOfEach(
    trails,
    ([path]) => path.join("."),
    ([path, steps]) => {
      const trail = trailOf(path, api.root)?.map(({ owner, step }) =>
        owner === undefined ? step : `${owner}.${step}`,
      );
      expect(trail).toEqual(steps);
    },
  );
});
