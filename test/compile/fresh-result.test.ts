import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { expectOfEach } from "../expect-of-each.ts";
import { cases } from "../golden/cases.ts";
import { dataOf, objectsIn } from "./plain-copies.ts";

const valid = await cases("valid");
const inputs = valid.map(({ name, request, settings }) => ({
  name,
  request: dataOf(request),
  settings: dataOf(settings),
}));

type Input = (typeof inputs)[number];

function testEach(title: string, check: (input: Input) => void): void {
  test(title, () => expectOfEach(inputs, ({ name }) => name, check));
}

testEach("compiling leaves its input as it was", ({ request, settings }) => {
  const before = structuredClone({ request, settings });
  compile(request, settings);
  expect({ request, settings }).toStrictEqual(before);
  expect(JSON.stringify({ request, settings })).toBe(JSON.stringify(before));
});

testEach("a result shares no object with its input", ({ request, settings }) => {
  const given = new Set(objectsIn([request, settings]));
  const result = compile(request, settings);
  expect(result.ok).toBe(true);
  expect(objectsIn(result).filter((object) => given.has(object))).toEqual([]);
});

testEach("no object stands twice in a manifest", ({ request, settings }) => {
  const result = compile(request, settings);
  const objects = result.ok ? objectsIn(result.manifest) : [];
  expect(objects.length).toBeGreaterThan(3);
  expect(new Set(objects).size).toBe(objects.length);
});

testEach("two results share no object", ({ request, settings }) => {
  const first = new Set(objectsIn(compile(request, settings)));
  const second = objectsIn(compile(request, settings));
  expect(second.filter((object) => first.has(object))).toEqual([]);
});

test("what a caller does with one result does not change the next", () => {
  for (const { request, settings } of inputs) {
    const first = compile(request, settings);
    const before = JSON.stringify(first);
    for (const object of objectsIn(first)) {
      if (Object.isFrozen(object)) continue;
      for (const key of Object.keys(object)) Reflect.deleteProperty(object, key);
    }
    expect(JSON.stringify(compile(request, settings))).toBe(before);
  }
});
