import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPath } from "../../src/diagnostics/path.ts";
import {
  MAXIMUM_DEPTH,
  MAXIMUM_ENTRIES,
  MAXIMUM_TEXT_UNITS,
  MAXIMUM_VALUES,
} from "../../src/yaml/data-limits.ts";
import { snapshot } from "../../src/yaml/snapshot.ts";
import { hostileValue } from "../compile/hostile-values.ts";
import { objectsIn } from "../compile/plain-copies.ts";
import { fingerprint } from "../yaml/readers.ts";

/** The copy, and what was refused as `code path`. */
function copied(
  input: unknown,
  only?: readonly string[],
): readonly [unknown, ...(readonly string[])] {
  const { data, findings } = snapshot(input, "request", only);
  return [data, ...findings.map(({ code, path }) => `${code} ${formatPath(path)}`)];
}

const kept: readonly (readonly [string, unknown, unknown])[] = [
  ["null", null, null],
  ["nothing", undefined, undefined],
  ["text", "a\u0000\ud800", "a\u0000\ud800"],
  ["text of the greatest length", "a".repeat(MAXIMUM_TEXT_UNITS), "a".repeat(MAXIMUM_TEXT_UNITS)],
  ["a boolean", false, false],
  ["a number", 1.5, 1.5],
  ["minus zero", -0, 0],
  ["numbers for validation to judge", [Number.NaN, 2 ** 53], [Number.NaN, 2 ** 53]],
  ["lists and objects", { a: [1, { b: [] }], c: {} }, { a: [1, { b: [] }], c: {} }],
  ["members that are undefined", { a: undefined, b: [undefined] }, { b: [null] }],
  ["the holes of a list", Object.assign([], { 2: "c" }), [null, null, "c"]],
  ["no more of a list than its entries", Object.assign([1], { key: 2 }), [1]],
  ["an object without a prototype", Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  ["an object of another realm", runInNewContext("({a: [1, {b: 2}]})"), { a: [1, { b: 2 }] }],
  ["no symbols", { [Symbol("a")]: 1, b: 2 }, { b: 2 }],
  ["nothing that is not enumerable", Object.defineProperty({ b: 2 }, "a", { value: 1 }), { b: 2 }],
  [
    "names that objects have",
    { constructor: 1, toString: 2, valueOf: 3 },
    { constructor: 1, toString: 2, valueOf: 3 },
  ],
  ["a list of the greatest length", Array(MAXIMUM_ENTRIES).fill(1), Array(MAXIMUM_ENTRIES).fill(1)],
];

test.each(kept)("%s is copied", (_what, input, copy) => {
  const [data, ...refused] = copied(input);
  expect(refused).toEqual([]);
  expect(fingerprint(data)).toBe(fingerprint(copy));
});

const refused: readonly (readonly [string, unknown, unknown, string])[] = [
  ["a function", { a: () => 1 }, { a: null }, "not-plain-data a"],
  ["a symbol", [Symbol("a")], [null], "not-plain-data [0]"],
  ["a bigint", { a: { b: 1n } }, { a: { b: null } }, "not-plain-data a.b"],
  ["a date", { a: new Date(0), b: 1 }, { a: null, b: 1 }, "not-plain-data a"],
  ["a map", { a: new Map() }, { a: null }, "not-plain-data a"],
  ["a boxed string", { a: Object("text") }, { a: null }, "not-plain-data a"],
  ["an instance", { a: new (class Node {})() }, { a: null }, "not-plain-data a"],
  ["an object that inherits", { a: Object.create({ b: 1 }) }, { a: null }, "not-plain-data a"],
  [
    "an own __proto__",
    JSON.parse('{"__proto__": {"a": 1}, "b": 2}'),
    { b: 2 },
    "unknown-field __proto__",
  ],
  ["a long text", { a: "a".repeat(MAXIMUM_TEXT_UNITS + 1) }, { a: null }, "input-limit a"],
  ["a long list", { a: Array(MAXIMUM_ENTRIES + 1).fill(1) }, { a: null }, "input-limit a"],
  ["a list of nothing but a length", { a: Array(2 ** 32 - 1) }, { a: null }, "input-limit a"],
  ["many keys", { a: objectOf(MAXIMUM_ENTRIES + 1) }, { a: null }, "input-limit a"],
];

test.each(refused)("%s is refused and leaves its key behind", (_what, input, copy, finding) => {
  const [data, ...findings] = copied(input);
  expect(findings).toEqual([finding]);
  expect(fingerprint(data)).toBe(fingerprint(copy));
});

test.each(refused)("%s in the whole gives a sentence with a hint", (_what, input) => {
  for (const { message, hint } of snapshot(input, "request").findings) {
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(hint).toMatch(/^[A-Z].*\.$/);
  }
});

test("a value that contains itself is refused where it comes again; one that stands twice is copied twice", () => {
  const cycle: Record<string, unknown> = { a: 1 };
  cycle.b = [cycle];
  expect(copied(cycle)).toEqual([{ a: 1, b: [null] }, "not-plain-data b[0]"]);
  const shared = { c: 1 };
  const [data] = copied({ a: shared, b: [shared, shared] });
  expect(data).toEqual({ a: { c: 1 }, b: [{ c: 1 }, { c: 1 }] });
  expect(new Set(objectsIn(data)).size).toBe(5);
});

test("depth is bounded; beyond it there is no copy and one finding, which names the beginning of the place", () => {
  const nested = (levels: number) => {
    let value: unknown = "end";
    for (let level = 0; level < levels; level++) value = { a: value };
    return value;
  };
  expect(copied(nested(MAXIMUM_DEPTH)).slice(1)).toEqual([]);
  for (const levels of [MAXIMUM_DEPTH + 1, 100_000]) {
    expect(copied(nested(levels))).toEqual([undefined, "input-limit a.a.a.a.a.a.a.a"]);
  }
  let doubled: unknown = [];
  for (let level = 0; level < 100; level++) doubled = [doubled, doubled];
  expect(copied(doubled).length).toBe(2);
});

test("the number of values is bounded; beyond it there is no copy and one finding", () => {
  const lists = (count: number) => Array.from({ length: count }, () => Array(1_000).fill(0));
  const most = Math.floor(MAXIMUM_VALUES / 1_001);
  expect(copied(lists(most)).slice(1)).toEqual([]);
  expect(copied(lists(500))).toEqual([undefined, "input-limit [99]"]);
  let doubled: unknown = [];
  for (let level = 0; level < 60; level++) doubled = [doubled, doubled];
  expect(copied(doubled).length).toBe(2);
});

test("a getter runs once, and what it gives is what counts", () => {
  let calls = 0;
  const input = {
    get a() {
      calls++;
      return calls === 1 ? "first" : new Date(0);
    },
  };
  expect(copied(input)).toEqual([{ a: "first" }]);
  expect(calls).toBe(1);
});

test("where a getter or a proxy throws there is no copy, and its place is named", () => {
  const fail = (): never => {
    throw new Error("secret");
  };
  const getter = {
    a: {
      b: 1,
      get c() {
        return fail();
      },
    },
  };
  const proxy = [0, new Proxy({}, { ownKeys: fail })];
  expect(copied(getter)).toEqual([undefined, "not-plain-data a.c"]);
  expect(copied(proxy)).toEqual([undefined, "not-plain-data [1]"]);
  expect(JSON.stringify(snapshot(getter, "request"))).not.toContain("secret");
});

test("of chosen keys the others are not even looked at", () => {
  const input = {
    a: 1,
    b: { c: 2 },
    get d(): never {
      throw new Error();
    },
    e: objectOf(5_000),
  };
  expect(copied(input, ["b", "a", "missing"])).toEqual([{ b: { c: 2 }, a: 1 }]);
  expect(copied({ e: () => 1 }, ["a"])).toEqual([{}]);
});

test.each([
  ["null", null, [null]],
  ["text", "a", ["a"]],
  ["a list", [1], [[1]]],
  ["a function", () => 1, [undefined, "not-plain-data (document)"]],
  ["a map", new Map([["a", 1]]), [undefined, "not-plain-data (document)"]],
  [
    "an instance",
    new (class Settings {
      readonly a = 1;
    })(),
    [undefined, "not-plain-data (document)"],
  ],
])("where keys are chosen, %s is copied or refused as a whole", (_what, input, expected) => {
  expect(copied(input, ["a"])).toEqual(expected);
});

test("whatever comes in, what comes out is fresh, plain and within the limits", () => {
  fc.assert(
    fc.property(hostileValue, fc.constantFrom(undefined, ["a", "name"]), (make, only) => {
      const input = make();
      const { data, findings } = snapshot(input, "settings", only);
      expect(findings.every(({ document }) => document === "settings")).toBe(true);
      const objects = objectsIn(data);
      expect(new Set(objects).size).toBe(objects.length);
      expect(objects.some((object) => object === input)).toBe(false);
      for (const object of objects) {
        expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(object));
        expect(Object.keys(object).length).toBeLessThanOrEqual(MAXIMUM_ENTRIES);
      }
      expect(snapshot(data, "settings", only)).toEqual({ data, findings: [], otherKeys: [] });
    }),
  );
});

test("a copy of JSON is that JSON, its keys in order", () => {
  const json = fc
    .jsonValue({ maxDepth: 5 })
    .filter((value) => !JSON.stringify(value).includes("__proto__"));
  fc.assert(
    fc.property(json, (value) => {
      const [data, ...findings] = copied(value);
      expect(findings).toEqual([]);
      expect(JSON.stringify(data)).toBe(JSON.stringify(value));
    }),
  );
});

function objectOf(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, index]));
}

test.each([Number.NaN, "5", 1.5, Number.POSITIVE_INFINITY, undefined])(
  "a list that says its length is %j does not switch the limits off",
  (length) => {
    const lying = new Proxy([], {
      get: (target, key) => (key === "length" ? length : Reflect.get(target, key)),
    });
    let shared: unknown = "end";
    for (let level = 0; level < 60; level++) shared = [shared, shared];
    const { findings } = snapshot({ lying, shared }, "request");
    expect(findings.map(({ code }) => code)).toEqual(["not-plain-data", "input-limit"]);
  },
);

test("members that all objects inherit are not copied", () => {
  const elsewhere = runInNewContext("Object.prototype.inherited = 1; ({a: 1})");
  expect(copied(elsewhere)).toEqual([{ a: 1 }]);
  Object.defineProperty(Object.prototype, "inherited", {
    value: 1,
    enumerable: true,
    configurable: true,
  });
  const { data } = snapshot({ a: 1 }, "request");
  Reflect.deleteProperty(Object.prototype, "inherited");
  expect(Object.keys(Object(data))).toEqual(["a"]);
});

test("keys beside the chosen ones are told, in the order of the input", () => {
  const input = { e: 1, b: 2, d: 3, a: 4 };
  expect(snapshot(input, "settings", ["a", "b"])).toEqual({
    data: { b: 2, a: 4 },
    findings: [],
    otherKeys: ["e", "d"],
  });
});
