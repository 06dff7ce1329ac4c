import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { renderPlan } from "../../src/plan/render-plan.ts";
import { requirePlan } from "../../src/plan/require-plan.ts";
import { textTable } from "../../src/plan/text-table.ts";

const { plan } = compileOrThrow({
  name: "train",
  image: "ray:1",
  ray_version: "2.52.0",
  config: {
    head_node: { cpu: 2, memory_gb: 4 },
    scaling_groups: [{ worker_nodes: { cpu: 2, memory_gb: 4 }, min_workers: 1, max_workers: 1 }],
  },
});

test.each<readonly [toleration: object, shown: string]>([
  [{ operator: "Exists" }, "every taint"],
  [{ operator: "Exists", effect: "NoSchedule" }, "every NoSchedule taint"],
  [{ key: "spot", operator: "Exists" }, "spot"],
  [{ key: "spot", operator: "Exists", effect: "NoExecute" }, "spot:NoExecute"],
  [{ key: "spot" }, "spot="],
  [{ key: "spot", value: "yes", effect: "NoSchedule" }, "spot=yes:NoSchedule"],
])("the toleration %j is shown as %s", (toleration, shown) => {
  const groups = plan.groups.map((group) => ({ ...group, tolerations: [toleration] }));
  expect(renderPlan({ ...plan, groups })).toMatch(new RegExp(`tolerating ${shown}$`, "m"));
});

test("GPUs that Ray offers and no pod asks for are remarked, though other groups have none", () => {
  const [head, ...workers] = plan.groups;
  const withGpus = workers.map((group) => ({ ...group, ray: { ...group.ray, gpus: 1 } }));
  const groups = head === undefined ? withGpus : [head, ...withGpus];
  const remark = "No pod asks Kubernetes for GPUs";
  expect(renderPlan({ ...plan, groups })).toContain(remark);
  expect(renderPlan(plan)).not.toContain(remark);
});

test.each([
  null,
  {},
  { raycluster: {} },
  { ...plan, raycluster: { ...plan.raycluster, name: 7 } },
  { ...plan, groups: {} },
  { ...plan, pods: {} },
  { ...plan, activation_timeout_seconds: "900" },
])("%j is no plan", (value) => {
  const message = "plan must be the plan of a compiled request, but it is not.";
  expect(() => Reflect.apply(renderPlan, undefined, [value])).toThrow(
    new TypeError(`renderPlan: ${message}`),
  );
  expect(() => Reflect.apply(requirePlan, undefined, ["teardown", value])).toThrow(
    new TypeError(`teardown: ${message}`),
  );
});

test("a column is as wide as its widest cell, and an empty one has no width", () => {
  const rows = [
    ["a", "", "b"],
    ["long", "", "c"],
  ];
  expect(textTable(rows)).toEqual(["a       b", "long    c"]);
});
