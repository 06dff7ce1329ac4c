import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatPath } from "../../src/diagnostics/path.ts";
import { readinessReasons } from "../../src/lifecycle/readiness/readiness-reasons.ts";
import { settingsVariables } from "../../src/model/environment/settings-variables.ts";
import { extractCode } from "./documented-code.ts";

const page = readFileSync("docs/embedding.md", "utf8");

test("the page lists every variable with its setting, in order", () => {
  const rows = settingsVariables.map(({ name, path, encoding }) => {
    const value = encoding === "json" ? "JSON" : "plain";
    return `| \`${name}\` | \`${formatPath(path)}\` | ${value} |`;
  });
  expect(tableUnder("| variable | setting | value |")).toEqual(rows);
});

test("the page lists every reason with its meaning, in order", () => {
  const rows = Object.entries(readinessReasons).map(
    ([code, { is_final, summary }]) => `| \`${code}\` | ${is_final ? "yes" : "no"} | ${summary} |`,
  );
  expect(tableUnder("| reason | final | meaning |")).toEqual(rows);
});

test("a block of code belongs to the file that its first line names", () => {
  const text = "```ts\n// a.ts\none();\n```\n\n```yaml\n# b\n```\n\n```ts\n// a.ts\ntwo();\n```\n";
  expect([...extractCode(text)]).toEqual([["a.ts", "one();\n\ntwo();\n\n"]]);
  expect(() => extractCode("```ts\none();\n```\n")).toThrow("does not name its file");
});

function tableUnder(header: string): readonly string[] {
  const lines = page.slice(page.indexOf(header)).split("\n").slice(2);
  return lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith("|")),
  );
}
