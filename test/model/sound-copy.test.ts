import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";
import { eitherRequest } from "../../src/model/request/request-schema.ts";
import { validateRequest } from "../../src/model/request/validate-request.ts";
import type { Schema } from "../../src/model/schema-language.ts";
import * as z from "../../src/model/schema-language.ts";
import { deploymentSettings, settingsKeys } from "../../src/model/settings/settings-schema.ts";
import { validateSettings } from "../../src/model/settings/validate-settings.ts";
import {
  MAXIMUM_ENTRIES,
  MAXIMUM_KEY_UNITS,
  MAXIMUM_TEXT_UNITS,
  MAXIMUM_VALUES,
} from "../../src/yaml/data-limits.ts";
import { snapshot } from "../../src/yaml/snapshot.ts";
import { hostileValue } from "../compile/hostile-values.ts";
import { objectsIn } from "../compile/plain-copies.ts";
import { expectOfEach } from "../expect-of-each.ts";
import { mutated, placesIn, replaceAt } from "../schemas/mutated.ts";
import { fullRequest, richRequest, settings, simpleRequest } from "../schemas/sample-documents.ts";
import { fingerprint } from "../yaml/readers.ts";

const word = z.strictObject({ word: z.string() });
const schema: Schema = z.strictObject({
  first: z.string().nullish(),
  second: z.number().min(1).nullish(),
  needed: z.boolean(),
  list: z.array(z.int()).nullish(),
  texts: z.array(z.string()).nullish(),
  map: z.record(z.string(), z.boolean()).nullish(),
  open: z.object({ known: z.string().nullish() }).nullish(),
  port: z.array(z.union([z.int(), z.string()])).nullish(),
  mixed: z.union([z.int(), word]).nullish(),
  none: z.null().optional(),
  free: z.custom().nullish(),
  either: z.union([word, z.strictObject({ number: z.int() })]).nullish(),
});

const needed = true;

const sound: readonly (readonly [what: string, input: () => unknown])[] = [
  ["the least", () => ({ needed })],
  ["an object without a prototype", () => Object.assign(Object.create(null), { needed })],
  ["keys in another order", () => ({ second: 2, needed, first: "a" })],
  ["keys that follow one another", () => ({ first: "a", second: 1, needed, list: [] })],
  ["what must be null", () => ({ needed, none: null })],
  ["nulls", () => ({ needed, first: null, list: null, free: null, either: null })],
  ["members that are undefined", () => ({ needed, first: undefined, free: { a: undefined } })],
  ["minus zero", () => ({ needed, list: [-0], free: -0 })],
  ["a map", () => ({ needed, map: { a: true, b: false, c: undefined } })],
  ["free data", () => ({ needed, free: { a: [1, { b: null }], c: true, d: "e" } })],
  ["free text", () => ({ needed, free: "text" })],
  ["free data of some depth", () => ({ needed, free: nested(32) })],
  ["a scalar form", () => ({ needed, port: [80, "http"] })],
  ["one form", () => ({ needed, either: { word: "a" } })],
  ["another form", () => ({ needed, either: { number: 1 } })],
  ["what stands twice", () => ((shared) => ({ needed, free: [shared, shared] }))({ a: 1 })],
  ["a text of the greatest length", () => ({ needed, first: "a".repeat(MAXIMUM_TEXT_UNITS) })],
  ["such a free text", () => ({ needed, free: "a".repeat(MAXIMUM_TEXT_UNITS) })],
  ["a list of the greatest length", () => ({ needed, list: Array(MAXIMUM_ENTRIES).fill(1) })],
  ["such a free list", () => ({ needed, free: Array(MAXIMUM_ENTRIES).fill(1) })],
  ["a map of the greatest size", () => ({ needed, map: objectOf(MAXIMUM_ENTRIES, true) })],
  ["such a free map", () => ({ needed, free: objectOf(MAXIMUM_ENTRIES, 1) })],
  [
    "a key of the greatest length",
    () => ({ needed, map: { ["k".repeat(MAXIMUM_KEY_UNITS)]: true } }),
  ],
  ["such a free key", () => ({ needed, free: { ["k".repeat(MAXIMUM_KEY_UNITS)]: 1 } })],
  ["an object among scalar forms", () => ({ needed, mixed: { word: "a" } })],
  ["a scalar form beside an object", () => ({ needed, mixed: 1 })],
  ["as many values as may be", () => withValues(MAXIMUM_VALUES)],
  ["as many, a member the last", () => withValues(MAXIMUM_VALUES - 1, { first: "a" })],
  ["as many, an entry the last", () => withValues(MAXIMUM_VALUES - 2, { map: { a: true } })],
  ["symbols and what is not enumerable", () => withHidden({ needed, free: withHidden({ a: 1 }) })],
];

test("what is sound is copied as a snapshot copies it", () => {
  expectOfEach(
    sound,
    ([what]) => what,
    ([, input]) => {
      const copy = schema.soundCopy(input());
      expect(fingerprint(copy)).toBe(fingerprint(snapshot(input(), "request").data));
      expect(fingerprint(copy)).not.toBe(fingerprint(undefined));
    },
  );
});

const refused: readonly (readonly [what: string, input: () => unknown])[] = [
  ["null", () => null],
  ["nothing", () => undefined],
  ["a text", () => "text"],
  ["a list", () => [{ needed }]],
  ["a missing member", () => ({ first: "a" })],
  ["a member that is undefined", () => ({ needed: undefined })],
  ["a member that is null", () => ({ needed: null })],
  ["a key that nobody knows", () => ({ needed, other: 1 })],
  ["a key that the schema passes over", () => ({ needed, open: { other: 1 } })],
  ["a text in place of a boolean", () => ({ needed: "true" })],
  ["a number in place of a text", () => ({ needed, first: 1 })],
  ["a list in place of an object", () => ({ needed, open: [] })],
  ["an object in place of a list", () => ({ needed, list: { length: 0 } })],
  ["a list in place of a map", () => ({ needed, map: [] })],
  ["an entry of a list", () => ({ needed, list: [1, 1.5] })],
  ["a hole", () => ({ needed, texts: Object.assign([], { 1: "a" }) })],
  ["a free hole", () => ({ needed, free: Object.assign([], { 1: "a" }) })],
  ["an entry of a map", () => ({ needed, map: { a: 1 } })],
  ["a check", () => ({ needed, second: 0.5 })],
  ["not a number", () => ({ needed, second: Number.NaN })],
  ["no form", () => ({ needed, either: { number: "1" } })],
  ["a form with another key", () => ({ needed, either: { word: "a", other: 1 } })],
  ["no scalar form", () => ({ needed, port: [1.5] })],
  ["an empty form", () => ({ needed, either: {} })],
  ["a text for a form", () => ({ needed, either: "word" })],
  ["a list for a form", () => ({ needed, either: ["word"] })],
  ["a function", () => ({ needed, free: () => 1 })],
  ["a bigint", () => ({ needed, free: [1n] })],
  ["a date", () => ({ needed, free: { a: new Date(0) } })],
  [
    "an instance",
    () =>
      new (class Node {
        needed = needed;
      })(),
  ],
  ["an object that inherits", () => Object.assign(Object.create({ first: "a" }), { needed })],
  ["an object of another realm", () => runInNewContext("({needed: true})")],
  ["an own __proto__", () => JSON.parse('{"needed": true, "__proto__": {}}')],
  ["one in a map", () => ({ needed, map: JSON.parse('{"__proto__": true}') })],
  ["one in free data", () => ({ needed, free: JSON.parse('{"__proto__": 1}') })],
  ["a long text", () => ({ needed, first: "a".repeat(MAXIMUM_TEXT_UNITS + 1) })],
  ["a long free text", () => ({ needed, free: "a".repeat(MAXIMUM_TEXT_UNITS + 1) })],
  ["a long list", () => ({ needed, list: Array(MAXIMUM_ENTRIES + 1).fill(1) })],
  ["a long free list", () => ({ needed, free: Array(MAXIMUM_ENTRIES + 1).fill(1) })],
  ["a large map", () => ({ needed, map: objectOf(MAXIMUM_ENTRIES + 1, true) })],
  ["a large free map", () => ({ needed, free: objectOf(MAXIMUM_ENTRIES + 1, 1) })],
  ["a long key", () => ({ needed, map: { ["k".repeat(MAXIMUM_KEY_UNITS + 1)]: true } })],
  ["a long free key", () => ({ needed, free: { ["k".repeat(MAXIMUM_KEY_UNITS + 1)]: 1 } })],
  ["too many values", () => withValues(MAXIMUM_VALUES + 1)],
  ["deep free data", () => ({ needed, free: nested(33) })],
  ["a cycle", () => ({ needed, free: cycle() })],
  [
    "a getter that throws",
    () => ({
      needed,
      get first(): string {
        throw new Error("secret");
      },
    }),
  ],
  [
    "a proxy that throws",
    () => ({
      needed,
      free: new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error("secret");
          },
        },
      ),
    }),
  ],
  ["a list whose length is no number", () => ({ needed, list: lying([Number.NaN]) })],
  ["a list with a fraction of an entry", () => ({ needed, free: lying([1.5]) })],
];

test("what is wrong or unusual is left to the schema and to the snapshot", () => {
  expectOfEach(
    refused,
    ([what]) => what,
    ([, input]) => expect(schema.soundCopy(input())).toBe(undefined),
  );
});

test("minus zero is zero, also in free data", () => {
  const copy = schema.soundCopy({ needed, list: [-0], free: -0 });
  expect(copy).toStrictEqual({ needed, list: [0], free: 0 });
});

test("the length of a list is read once", () => {
  const copy = schema.soundCopy({ needed, list: lying([2, Number.POSITIVE_INFINITY]) });
  expect(copy).toEqual({ needed, list: [7, 7] });
});

test("a getter runs once, and what it gives is what counts", () => {
  let calls = 0;
  const get = () => (calls++ === 0 ? "first" : new Date(0));
  const input = Object.defineProperty({ needed }, "first", { get, enumerable: true });
  expect(schema.soundCopy(input)).toEqual({ needed, first: "first" });
  expect(calls).toBe(1);
});

test("where every object inherits members there is no quick copy", () => {
  try {
    Reflect.set(Object.prototype, "first", "inherited");
    expect(schema.soundCopy({ needed })).toBe(undefined);
  } finally {
    Reflect.deleteProperty(Object.prototype, "first");
  }
});

const documents = [
  {
    schema: eitherRequest,
    validate: validateRequest,
    isClosed: () => true,
    samples: [simpleRequest, fullRequest, richRequest],
  },
  { schema: deploymentSettings, validate: validateSettings, isClosed, samples: [settings] },
];

test.each(documents)(
  "a document is copied where it is sound, and then as a snapshot is (%#)",
  (each) => {
    const input = fc.oneof(...each.samples.map(mutated), ...each.samples.map(fc.constant));
    fc.assert(
      fc.property(input, (document) => {
        const copy = each.schema.soundCopy(document);
        const { data, findings } = snapshot(document, "request");
        const isSound = findings.length === 0 && each.validate(data).ok && each.isClosed(data);
        expect(fingerprint(copy)).toBe(fingerprint(isSound ? data : undefined));
        expectFresh(copy, document);
      }),
    );
  },
);

test.each(documents)(
  "hostile values are copied where they are sound, or not at all (%#)",
  (each) => {
    const place = fc.constantFrom(
      ...each.samples.flatMap((sample) => placesIn(sample).map((path) => ({ sample, path }))),
    );
    fc.assert(
      fc.property(place, hostileValue, ({ sample, path }, make) => {
        const copy = each.schema.soundCopy(replaceAt(sample, path, make));
        if (copy === undefined) return;
        const { data, findings } = snapshot(replaceAt(sample, path, make), "request");
        expect(findings).toEqual([]);
        expect(each.validate(data).ok).toBe(true);
        expect(fingerprint(copy)).toBe(fingerprint(data));
      }),
    );
  },
);

/** Whether there are no keys in settings but ours: others are passed over, and looked at as misspelt. */
function isClosed(data: unknown): boolean {
  if (!isPlainObject(data)) return false;
  const { worker, rbac } = data;
  const account = isPlainObject(worker) ? worker.service_account : undefined;
  return (
    isWithin(data, settingsKeys) &&
    isWithin(worker, ["service_account", "image_pull_secrets"]) &&
    isWithin(account, ["name"]) &&
    isWithin(rbac, ["manage_ray"])
  );
}

function isWithin(object: unknown, keys: readonly string[]): boolean {
  return !isPlainObject(object) || Object.keys(object).every((key) => keys.includes(key));
}

function expectFresh(copy: unknown, original: unknown): void {
  const theirs = new Set(objectsIn(original));
  expect(objectsIn(copy).filter((object) => theirs.has(object))).toEqual([]);
}

function nested(levels: number): unknown {
  let value: unknown = "end";
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

function objectOf(size: number, value: unknown): unknown {
  return Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, value]));
}

/** `needed` and `free`, and below it full lists and one that makes up the number. */
function withValues(count: number, last: object = {}): unknown {
  const full = Math.floor((count - 2) / (MAXIMUM_ENTRIES + 1)) - 1;
  const left = count - 2 - full * (MAXIMUM_ENTRIES + 1) - 2;
  const halves = [Math.floor(left / 2), Math.ceil(left / 2)];
  const lists = [...Array.from({ length: full }, () => MAXIMUM_ENTRIES), ...halves];
  return { needed, free: lists.map((length) => Array(length).fill(0)), ...last };
}

function withHidden(object: object): object {
  Object.defineProperty(object, "hidden", { value: 1 });
  return Object.assign(object, { [Symbol("a")]: 1 });
}

function cycle(): unknown {
  const list: unknown[] = [];
  list.push(list, list);
  return list;
}

/** A list of sevens that says another length each time. */
function lying(lengths: readonly number[]): unknown {
  let asked = 0;
  return new Proxy<number[]>([], {
    get: (_list, key) => (key === "length" ? lengths[asked++] : 7),
  });
}
