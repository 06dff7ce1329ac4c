import fc from "fast-check";
import { anyCharacter } from "../any-character.ts";
import { isThorough } from "../property-runs.ts";

/** More than the 1,000 that any list or map may have. */
const MANY = isThorough ? 10_000 : 2_000;

/** Values that trip programs, made afresh each time: getters and proxies can be used up. */
export const hostileValues: Readonly<Record<string, () => unknown>> = Object.freeze({
  undefined: () => undefined,
  null: () => null,
  "not a number": () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  "minus zero": () => -0,
  "2^53": () => 2 ** 53,
  "the smallest number": () => Number.MIN_VALUE,
  "the greatest number": () => Number.MAX_VALUE,
  "a bigint": () => 10n ** 400n,
  "a symbol": () => Symbol("symbol"),
  "a function": () => () => "called",
  "a class": () => class Node {},
  "an empty string": () => "",
  "a lone surrogate": () => "a\ud800b",
  "a pair of surrogates the wrong way round": () => "\udc00\ud800",
  "controls and escape codes": () => "\u0000\u001b[31m\r\n\u0085\u2028\u202e\ufeff\uffff",
  "a megabyte of text": () => "a".repeat(1 << 20),
  "a megabyte of quotes": () => '"'.repeat(1 << 20),
  "text just too long for a field": () => "\u0000".repeat(262_145),
  "an empty list": () => [],
  "an empty object": () => ({}),
  "a list of thousands": () => Array.from({ length: MANY }, () => ({})),
  "a list with nothing but a length": () => new Array(2 ** 32 - 1),
  "a list with holes": () => Object.assign([], { 3: "d", 500: "e" }),
  "a list with other keys": () => Object.assign([1], { key: "value", "-1": 0 }),
  "an object of thousands of keys": () =>
    Object.fromEntries(Array.from({ length: MANY }, (_, index) => [`key-${index}`, index])),
  "a key of a megabyte": () => ({ ["k".repeat(1 << 20)]: 1 }),
  "depth 100,000": () => nested(100_000, (inner) => [inner]),
  "depth 100,000 of objects": () => nested(100_000, (inner) => ({ config: inner })),
  "two to the power of 60 by sharing": () => nested(60, (inner) => [inner, inner]),
  "a list of itself": () => {
    const list: unknown[] = [];
    list.push(list, list);
    return list;
  },
  "an object of itself": () => {
    const object: Record<string, unknown> = {};
    object.self = { object };
    return object;
  },
  "an object without a prototype": () => Object.assign(Object.create(null), { a: 1 }),
  "an object that inherits": () => Object.create({ name: "inherited", cpu: 1 }),
  "an own __proto__": () => JSON.parse('{"__proto__": {"polluted": true}, "a": "b"}'),
  "own members that objects have": () => ({
    constructor: { prototype: { polluted: true } },
    toString: "text",
    valueOf: null,
    hasOwnProperty: 1,
    toJSON: "text",
  }),
  "members that are called": () => ({ toString: fail, valueOf: fail, toJSON: fail }),
  "a symbol that is called": () => ({ [Symbol.toPrimitive]: fail, [Symbol.iterator]: fail }),
  "a getter that throws": () => Object.defineProperty({}, "name", { get: fail, enumerable: true }),
  "a getter that throws nothing": () =>
    Object.defineProperty({}, "cpu", { get: failWithNothing, enumerable: true }),
  "a getter that changes its mind": () => {
    let calls = 0;
    const get = () => (calls++ === 0 ? 4 : "changed");
    return Object.defineProperty({ memory_gb: 4 }, "cpu", { get, enumerable: true });
  },
  "a getter without end": () => endless(),
  "a proxy that throws": () => new Proxy({}, throwing),
  "a list behind a proxy that throws": () => new Proxy([], throwing),
  "a function behind a proxy that throws": () => new Proxy(() => undefined, throwing),
  "a proxy that was revoked": () => revoked({}),
  "a list behind a proxy that was revoked": () => revoked([]),
  "a proxy that has every key": () =>
    new Proxy({}, { has: () => true, get: (_target, key) => String(key) }),
  "a list that lies about its length": () =>
    new Proxy([], {
      get: (target, key) => (key === "length" ? Number.NaN : Reflect.get(target, key)),
    }),
  "a list whose length is a symbol": () =>
    new Proxy([], {
      get: (target, key) => (key === "length" ? Symbol() : Reflect.get(target, key)),
    }),
  "a list whose length is text": () =>
    new Proxy([], { get: (target, key) => (key === "length" ? "1e9" : Reflect.get(target, key)) }),
  "a date": () => new Date(Number.NaN),
  "a map": () => new Map([["name", "train"]]),
  "a set": () => new Set(["train"]),
  "a pattern": () => /train/,
  "an error": () => new Error("broken"),
  "a promise": () => Promise.resolve("train"),
  "a weak map": () => new WeakMap(),
  bytes: () => new Uint8Array(10_000),
  "a boxed string": () => new String("train"),
  "a boxed number": () => new Number(4),
  "an instance of a class": () =>
    new (class Node {
      readonly cpu = 4;
    })(),
  "a generator": () =>
    (function* numbers() {
      yield 1;
    })(),
  arguments: () => listArguments("a", "b"),
  "the global object": () => globalThis,
  "a document that is no text": () => ({ file: "a.yaml", text: 4 }),
  "a document behind getters": () =>
    Object.defineProperties({}, { file: { get: fail }, text: { get: () => "name: train" } }),
  "a text of controls": () => ({ file: "\u001b[31m\n", text: "\u0000\u0001: \u001b" }),
  "a text of surrogates": () => ({ file: "\ud800", text: "name: \ud800\nimage: '\udc00'" }),
  "a text of brackets": () => ({ file: "a.yaml", text: "[".repeat(100_000) }),
  "a text of aliases": () => ({ file: "a.yaml", text: bomb(20) }),
  "a text of itself": () => ({ file: "a.yaml", text: "config: &a {head_node: *a}" }),
  "a text of colons": () => ({ file: "a.yaml", text: ": ".repeat(10_000) }),
  "a text of 4 megabytes": () => ({ file: "a.yaml", text: "name: train\n".repeat(350_000) }),
});

/** A maker of one of the values above, or of anything that fast-check knows; fast-check itself trips over some values. */
export const hostileValue: fc.Arbitrary<() => unknown> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...Object.values(hostileValues)) },
  {
    weight: 2,
    arbitrary: fc
      .anything({
        withBigInt: true,
        withBoxedValues: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withObjectString: true,
        withSet: true,
        withSparseArray: true,
        withTypedArray: true,
      })
      .map((value) => () => value),
  },
);

/** Keys that objects have already, that YAML takes for something else, or that no terminal should be sent. */
export const hostileKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "prototype", "toString", "valueOf", "toJSON", "then"),
  fc.constantFrom(
    "hasOwnProperty",
    "length",
    "0",
    "-1",
    "",
    " ",
    "<<",
    "~",
    "null",
    "on",
    "=",
    "*",
  ),
  fc.constantFrom("\u0000", "\u001b[31m", "a\nb", "\u2028", "\ud800", "\uffff", "a".repeat(10_000)),
  fc.constantFrom("ray.io/cluster", "a/b/c", "name", "cpu", "n_nodes", "min_workers", "ray", "key"),
  fc.string({ unit: anyCharacter }),
);

function fail(): never {
  throw new Error("This must not reach the caller.");
}

function failWithNothing(): never {
  throw undefined;
}

const throwing: ProxyHandler<object> = {
  get: fail,
  has: fail,
  ownKeys: fail,
  getPrototypeOf: fail,
  getOwnPropertyDescriptor: fail,
};

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = "end";
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

function endless(): object {
  return Object.defineProperty({}, "config", { get: endless, enumerable: true });
}

function listArguments(..._values: readonly string[]): IArguments {
  // biome-ignore lint/complexity/noArguments: an arguments object is what is wanted.
  return arguments;
}

/** Each line repeats the one before it ten times. */
function bomb(lines: number): string {
  let text = "a0: &a0 [x]\n";
  for (let line = 1; line < lines; line++) {
    text += `a${line}: &a${line} [${Array.from({ length: 10 }, () => `*a${line - 1}`).join(", ")}]\n`;
  }
  return text;
}
