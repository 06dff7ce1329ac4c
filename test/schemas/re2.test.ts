import { expect, test } from "vitest";
import type { JsonSchema } from "../../src/schemas/json-schema.ts";
import { mapSubschemas } from "../../src/schemas/json-schema.ts";
import { publishedOnce } from "./published-once.ts";
import { re2Problem } from "./re2-problem.ts";

test.each(publishedOnce())("validators in Go can read every pattern of $file", ({ actual }) => {
  const found = patternsOf(JSON.parse(actual));
  expect(found.length).toBeGreaterThan(1);
  expect(found.filter((pattern) => re2Problem(pattern) !== undefined)).toEqual([]);
});

test.each([
  "a(?=b)",
  "a(?!b)",
  "(?<=a)b",
  "(?<!a)b",
  "(?<name>a)",
  "(a)\\1",
  "(?<n>a)\\k<n>",
  "[\\u007f]",
  "\\u{1f600}",
  "\\cA",
  "[\\cA]",
  "a{1001}",
  "a{2,1001}",
  "[]",
  "[^]",
  "[[:alpha:]]",
  "a(",
])("%s is refused", (pattern) => {
  expect(re2Problem(pattern)).toBeTypeOf("string");
});

test.each([
  "^[a-z]([-a-z0-9]*[a-z0-9])?$",
  "a(?:b|c)",
  "\\(\\?=x",
  "[(?=]",
  "[\\]u]",
  "[\\x7f-\\x9f]",
  "\\d\\.\\w\\/",
  "a{0,1000}",
  "x\\{1001\\}",
  "[{1001}]",
])("%s is accepted", (pattern) => {
  expect(re2Problem(pattern)).toBeUndefined();
});

/** The patterns of a schema at every depth. */
function patternsOf(schema: JsonSchema): readonly string[] {
  const found = [
    ...(schema.pattern === undefined ? [] : [schema.pattern]),
    ...Object.keys(schema.patternProperties ?? {}),
  ];
  mapSubschemas(schema, (subschema) => {
    found.push(...patternsOf(subschema));
    return subschema;
  });
  return found;
}
