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

test("what is not called goes elsewhere, with what only it uses", () => {
  const stub = (name: string) => `late("${name}")`;
  const { ordinary, rare } = splitSource("/src/check.ts", SOURCE, new Set(["check"]), stub);
  expect(ordinary).toBe(`var tooLong = /* @__PURE__ */ late("tooLong");
export var unused = /* @__PURE__ */ late("unused");
export var check = /* @__PURE__ */ compiledAtOnce(function check(value: string): readonly Finding[] {
  return value.length > LIMIT ? [tooLong(value)] : [];
});
const LIMIT = 5;

export { LIMIT };
`);
  expect(rare?.functions).toEqual(["tooLong", "unused"]);
  expect(rare?.text).toBe(`import { show, suggest as didYouMean } from "./show.ts";

import { LIMIT } from "./check.ts";
const NAMES = Object.freeze([
  "a",
]);

function tooLong(value: string): Finding {
  return { message: show(value), hint: didYouMean(value, NAMES, LIMIT) };
}

async function unused(): Promise<void> {}
export { tooLong, unused };
`);
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
  const stub = (name: string) => `late("${name}")`;
  const { ordinary, rare } = splitSource("/src/law.ts", LAW, new Set(), stub);
  expect(ordinary).toBe(`var law_check = /* @__PURE__ */ late("law_check");
var law_find = /* @__PURE__ */ late("law_find");
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
  expect(rare).toEqual({
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
  });
  const called = new Set(["check", "find"]);
  expect(splitSource("/src/law.ts", LAW, called, stub).rare).toBeUndefined();
});

test("methods that may use what is no variable of the file stay where they are", () => {
  const text = `export const lawOf = (code: string) => ({
  check() {
    return code;
  },
});
`;
  expect(splitSource("/src/law.ts", text, new Set(), String).rare).toBeUndefined();
});

test("a file whose functions are all called stays whole", () => {
  const called = new Set(["check", "tooLong", "unused"]);
  const { ordinary, rare } = splitSource("/src/check.ts", SOURCE, called, () => "");
  expect(rare).toBeUndefined();
  // No engine takes a hint for an asynchronous function.
  expect(ordinary).toContain("export async function unused(): Promise<void> {}\n");
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
  expect(splitSource("/src/check.ts", text, new Set(["check"]), () => "")).toEqual({
    ordinary: text,
    rare: undefined,
  });
});

test("calls of meta are left out, whatever they are called with", () => {
  const text = 'a.meta({ x: f(")"), y: `(` /* ) */ }).min(1).meta(\n// (\n)';
  expect(withoutSchemaWords(text)).toBe("a.min(1)");
  expect(() => withoutSchemaWords("a.meta((1)")).toThrow("does not end");
});
