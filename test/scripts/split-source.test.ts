import { expect, test } from "vitest";
import { splitSource } from "./split-source.ts";
import { withoutSchemaWords } from "./without-schema-words.ts";

const SOURCE = `import type { Finding } from "./finding.ts";
import { show, suggest as didYouMean } from "./show.ts";

const LIMIT = 5;

/** Used by none but rare functions. */
const NAMES = Object.freeze([
  "a",
]);

/** Called. */
export function check(value: string): readonly Finding[] {
  return value.length > LIMIT ? [tooLong(value)] : [];
}

function tooLong(value: string): Finding {
  return { message: show(value), hint: didYouMean(value, NAMES, LIMIT) };
}

export async function unused(): Promise<void> {}
`;

/** All functions but some are in one room. */
function allBut(...names: readonly string[]) {
  return (name: string) => (names.includes(name) ? undefined : "rare");
}

const stub = (room: string, name: string) => `late("${room}", "${name}")`;

test("what is not called goes elsewhere, with what only it uses", () => {
  const { ordinary, apart } = splitSource("/src/check.ts", SOURCE, allBut("check"), stub);
  expect(ordinary).toBe(`var tooLong = /* @__PURE__ */ late("rare", "tooLong");
export var unused = /* @__PURE__ */ late("rare", "unused");
export var check = /* @__PURE__ */ compiledAtOnce(function check(value: string): readonly Finding[] {
  return value.length > LIMIT ? [tooLong(value)] : [];
});
const LIMIT = 5;

export { LIMIT };
`);
  expect(apart).toEqual([
    {
      room: "rare",
      functions: ["tooLong", "unused"],
      text: `import { show, suggest as didYouMean } from "./show.ts";

import { LIMIT } from "./check.ts";
const NAMES = Object.freeze([
  "a",
]);

function tooLong(value: string): Finding {
  return { message: show(value), hint: didYouMean(value, NAMES, LIMIT) };
}

async function unused(): Promise<void> {}
export { tooLong, unused };
`,
    },
  ]);
});

const LAW = `const WORDS = Object.freeze(["a"]);

export const law: Law = defineLaw({
  about: (model) => model.has,
  check({ word }) {
    if (word === undefined) return [];

    return WORDS.filter((other) => other === word);
  },
  find(
    word: string,
    place: Place,
  ): Finding | undefined {
    return { word, place };
  },
  own() {
    return this.about;
  },
});
`;

test("methods of a constant that are not called go elsewhere", () => {
  const { ordinary, apart } = splitSource("/src/law.ts", LAW, allBut(), stub);
  expect(ordinary).toBe(`var law_check = /* @__PURE__ */ late("rare", "law_check");
var law_find = /* @__PURE__ */ late("rare", "law_find");
export const law: Law = defineLaw({
  about: (model) => model.has,
  check: law_check,
  find: law_find,
  own() {
    return this.about;
  },
});
export {  };
`);
  expect(apart).toEqual([
    {
      room: "rare",
      functions: ["law_check", "law_find"],
      text: `import {  } from "./law.ts";
const WORDS = Object.freeze(["a"]);

function law_check({ word }) {
    if (word === undefined) return [];

    return WORDS.filter((other) => other === word);
  }
function law_find(
    word: string,
    place: Place,
  ): Finding | undefined {
    return { word, place };
  }
export { law_check, law_find };
`,
    },
  ]);
  const whole = splitSource("/src/law.ts", LAW, allBut("check", "find"), stub);
  expect(whole.apart).toEqual([]);
  expect(whole.ordinary).toContain("\n  check: compiledAtOnce(function ({ word }) {\n");
  expect(whole.ordinary).toContain("\n  own() {\n");
});

test("each room has what only it uses, and reaches the others", () => {
  const text = `const SHARED = 1;

const ONE = 1;

export function kept(): number {
  return 0;
}

function first(): number {
  return SHARED + ONE + second();
}

function second(): number {
  return SHARED + kept();
}
`;
  const rooms: Readonly<Record<string, string>> = { first: "early", second: "late" };
  const { ordinary, apart } = splitSource("/src/law.ts", text, (name) => rooms[name], stub);
  expect(ordinary).toBe(`var second = /* @__PURE__ */ late("late", "second");
export var kept = /* @__PURE__ */ compiledAtOnce(function kept(): number {
  return 0;
});
const SHARED = 1;

export { SHARED, second };
`);
  expect(apart).toEqual([
    {
      room: "early",
      functions: ["first"],
      text: `import { SHARED, second } from "./law.ts";
const ONE = 1;

function first(): number {
  return SHARED + ONE + second();
}

export { first };
`,
    },
    {
      room: "late",
      functions: ["second"],
      text: `import { SHARED, kept } from "./law.ts";
function second(): number {
  return SHARED + kept();
}
export { second };
`,
    },
  ]);
});

test("methods that may use what is no variable of the file stay where they are", () => {
  const text = `export const lawOf = (code: string) => ({
  check() {
    return code;
  },
});
`;
  expect(splitSource("/src/law.ts", text, allBut(), stub).apart).toEqual([]);
});

test("a file whose functions are all called stays whole", () => {
  const { ordinary, apart } = splitSource("/src/check.ts", SOURCE, () => undefined, stub);
  expect(apart).toEqual([]);
  expect(ordinary).toContain("compiledAtOnce(async function unused(): Promise<void> {});\n");
  expect(ordinary).toContain('const NAMES = Object.freeze([\n  "a",\n]);\n');
});

test.each([
  "let works = 0;\n",
  "var works = 0;\n",
  "export let works = 0;\n",
  "const { works } = process;\n",
  'export * from "./works.ts";\n',
  "enum Works {}\n",
  "works();\n",
])("a file with %j stays whole", (statement) => {
  const text = `${SOURCE}\n${statement}`;
  const whole = { ordinary: text, apart: [] };
  expect(splitSource("/src/check.ts", text, allBut("check"), stub)).toEqual(whole);
});

test("calls of meta are left out, whatever they are called with", () => {
  const text = 'a.meta({ x: f(")"), y: `(` /* ) */ }).min(1).meta(\n// (\n)';
  expect(withoutSchemaWords(text)).toBe("a.min(1)");
  expect(() => withoutSchemaWords("a.meta((1)")).toThrow("does not end");
});
