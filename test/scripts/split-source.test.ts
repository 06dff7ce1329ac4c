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
  const call = (name: string) => `late().${name}`;
  const { ordinary, rare } = splitSource("/src/check.ts", SOURCE, new Set(["check"]), call);
  expect(
    ordinary,
  ).toBe(`export var check = /* @__PURE__ */ compiledAtOnce(function check(value: string): readonly Finding[] {
  return value.length > LIMIT ? [tooLong(value)] : [];
});
const LIMIT = 5;

function tooLong() { return late().tooLong.apply(undefined, arguments); }
export function unused() { return late().unused.apply(undefined, arguments); }
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
