import { expect, test } from "vitest";
import type { CompileResult } from "../../src/compile-documents.ts";
import { compileDocuments } from "../../src/compile-documents.ts";

const request = {
  name: "train",
  image: "ray:1",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};

const compiled = () => compileDocuments(request, { kuberay_version: "1.6.0" });
const planOf = (result: CompileResult) => (result.ok ? result.plan : undefined);
const plan = planOf(compiled());

test.each<readonly [what: string, copy: (result: CompileResult) => CompileResult]>([
  ["a copy by members", (result) => ({ ...result })],
  ["a structured clone", structuredClone],
  ["its JSON", (result) => JSON.parse(JSON.stringify(result))],
  ["a proxy of it", (result) => new Proxy(result, {})],
  ["an object that inherits from it", Object.create],
  ["it when it is frozen", Object.freeze],
])("%s has the plan of a result", (_what, copy) => {
  expect(plan?.head_service).toBe("train-head-svc");
  expect(planOf(copy(compiled()))).toEqual(plan);
});

test("a result is a plain object, whose plan is made once", () => {
  const result = compiled();
  expect(result).toStrictEqual({ ...result });
  expect(Object.keys(result)).toEqual(["ok", "manifest", "plan", "diagnostics"]);
  expect(planOf(result)).toBe(planOf(result));
});
