import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { compileLean, prepareLean } from "../../src/lean.ts";
import { prepare } from "../../src/prepare.ts";
import { byTurns } from "../by-turns.ts";
import { cases } from "../golden/cases.ts";

const all = [...(await cases("valid")), ...(await cases("invalid"))];

test("a prepared compiler gives of the fixtures what compile gives, every time", () => {
  for (const { name, request, settings, options } of byTurns(all, 6)) {
    const prepared = prepare(settings, options);
    const wanted = compile(request, settings, options);
    for (const _ of [1, 2]) expect(prepared.compile(request), name).toStrictEqual(wanted);
    expect(prepareLean(settings, options).compile(request), name).toStrictEqual(
      compileLean(request, settings, options),
    );
  }
});

test("one request leaves no trace in the next one", () => {
  const { settings } = all.find(({ name }) => name === "documented-deployment") ?? {};
  const prepared = prepare(settings);
  const some = byTurns(all, 6, 1);
  const results = some.map(({ request }) => prepared.compile(request));
  expect(some.toReversed().map(({ request }) => prepared.compile(request))).toStrictEqual(
    results.toReversed(),
  );
});

test("what becomes of the settings later changes nothing", () => {
  const settings = { kuberay_version: "1.4.2", ray: { gpu_labels: { team: "a" } } };
  const request = {
    name: "train",
    image: "train:1",
    ray_version: "2.52.0",
    config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
  };
  const prepared = prepare(settings);
  const before = prepared.compile(request);
  settings.kuberay_version = "no version";
  settings.ray.gpu_labels.team = "b";
  expect(prepared.compile(request)).toStrictEqual(before);
});

test("what two results have in common is frozen or separate", () => {
  const prepared = prepare({ ray: { non_gpu_labels: { team: "a" } } });
  const request = {
    name: "train",
    image: "train:1",
    ray_version: "2.52.0",
    config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
  };
  const shared = new Set(objectsIn(prepared.compile(request)));
  const again = objectsIn(prepared.compile(request));
  expect(again.filter((object) => shared.has(object) && !Object.isFrozen(object))).toEqual([]);
});

function objectsIn(value: unknown): readonly object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}
