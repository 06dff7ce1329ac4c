import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";
import { buildDocumentedCode, typeErrors } from "../embedding/documented-code.ts";
import { expectOfEach } from "../expect-of-each.ts";
import { compareFile } from "../golden/compare-file.ts";
import { API_PAGE, apiPage } from "./api-page.ts";
import { architecturePage } from "./architecture-page.ts";
import { publicNames } from "./public-names.ts";

const names = await publicNames();
const page = readFileSync(API_PAGE, "utf8");
const code = await buildDocumentedCode(API_PAGE);

test.each([apiPage(names), architecturePage()])(
  "$path is what npm run docs writes",
  ({ path, text, actual }) => {
    const difference = compareFile(path, text, actual, "npm run docs");
    if (difference !== undefined) expect.fail(difference);
  },
);

test("every name is on the page, with its signature and a sentence", () => {
  expectOfEach(
    names,
    ({ name }) => name,
    (entry) => {
      expect(page).toContain(`\n### ${entry.name}\n\n\`\`\`typescript\n`);
      expect(entry.signature).toContain(entry.name);
      expect(entry.description).toMatch(/^[^\s].*[.:]$/ms);
    },
  );
});

test("every section of the public names has a heading of its own on the page", () => {
  const sections = [...new Set(names.map(({ section }) => section))];
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(sections);
});

/** What TypeScript itself has. */
const BUILT_IN =
  /^(?:Error|Omit|Pick|PropertyKey|Readonly|ReadonlyMap|Record|Request|Settings|Values|Document|Given|Output)$/;

test("no name names a type that users cannot import", () => {
  expectOfEach(
    names,
    ({ name }) => name,
    ({ signature }) => {
      const text = signature.replaceAll(/\/\*[\s\S]*?\*\/|"[^"]*"/g, "");
      const named = (text.match(/\b[A-Z]\w+/g) ?? []).filter((type) => !BUILT_IN.test(type));
      const known = new Set(names.map(({ name }) => name));
      expect(named.filter((type) => !known.has(type))).toEqual([]);
    },
  );
});

const examples = [
  ...page.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```\n+(?:^```text\n([\s\S]*?)^```)?/gm),
].map(([, file = "", text = "", output = ""]) => ({ file, text, output }));

test.each(names.filter(({ isType }) => !isType))("an example uses $name", ({ name }) => {
  const use = new RegExp(`\\b${name}\\b`);
  expect(examples.some(({ text }) => use.test(text.replaceAll(/^import [\s\S]*?;$/gm, "")))).toBe(
    true,
  );
});

test("the examples have no type errors", async () => {
  expect(await typeErrors(code)).toBe("");
});

test.each(examples)("$file prints what stands below it", async ({ file, output }) => {
  const printed: string[] = [];
  const { inspect } = await import("node:util");
  const spy = vi.spyOn(console, "log").mockImplementation((...values: readonly unknown[]) => {
    printed.push(
      values.map((value) => (typeof value === "string" ? value : inspect(value))).join(" "),
    );
  });
  try {
    await import(pathToFileURL(code.moduleOf(file)).href);
  } finally {
    spy.mockRestore();
  }
  expect(printed.map((line) => `${line.trimEnd()}\n`).join("")).toBe(output);
});
