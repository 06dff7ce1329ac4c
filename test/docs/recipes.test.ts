import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { commands } from "../../src/cli/commands/commands.ts";
import { parseFlags } from "../../src/cli/commands/flags.ts";
import { generalFlags } from "../../src/cli/commands/help.ts";
import { codeBlocks, commandLines } from "./command-lines.ts";

const pages = [
  "README.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
].map((path) => ({ path, text: readFileSync(path, "utf8") }));

const lines = pages.flatMap(({ path, text }) =>
  commandLines(text).map((line) => ({ path, ...line })),
);

/** What is wrong with a command line, or undefined. */
function problem([first = "", ...rest]: readonly string[]): string | undefined {
  try {
    if (first.startsWith("-")) {
      parseFlags([first, ...rest], generalFlags);
      return undefined;
    }
    const command = commands.find(({ name }) => name === first);
    if (command === undefined) return `There is no command ${first}.`;
    parseFlags(rest, command.flags);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

test("the pages show command lines", () => {
  const shown = lines
    .filter(({ path }) => path.endsWith("recipes.md"))
    .map(({ words }) => words[0]);
  expect(new Set(shown)).toEqual(
    new Set(["build", "check", "schema", "diff", "validate", "compile", "krm"]),
  );
});

test.each(lines)("$path: $text", ({ words }) => {
  expect(problem(words)).toBeUndefined();
});

test.each([
  [["compil", "request.yaml"]],
  [["compile", "request.yaml", "--setings", "values.yaml"]],
  [["diff", "--format", "htm", "a", "b"]],
  [["check", "--config"]],
  [["--hepl"]],
])("%j would be found", (words) => {
  expect(problem(words)).toBeDefined();
});

test("words end where the shell ends them", () => {
  const text =
    '```sh\nx | npx raycluster diff --git "$(a b)" c > d || raycluster check; e\nraycluster: no\n./raycluster no\n```\n`raycluster`, `raycluster build`';
  expect(commandLines(text).map(({ words }) => words)).toEqual([
    ["diff", "--git", "$(a b)", "c"],
    ["check"],
    ["build"],
  ]);
});

test.each(pages)("the YAML in $path is well-formed", ({ text }) => {
  for (const block of codeBlocks(text, "yaml")) {
    const documents = parseAllDocuments(block);
    expect(documents.length).toBeGreaterThan(0);
    expect("empty" in documents).toBe(false);
    for (const document of documents) {
      expect([...document.errors, ...document.warnings].map(String)).toEqual([]);
    }
  }
});
