import { expect, test } from "vitest";
import { parseResources } from "../../src/ray/parse-resources.ts";
import { resourcesParameter } from "../../src/ray/resources-parameter.ts";
import { readResourcesText } from "../../src/ray/resources-text.ts";

test.each<readonly [text: string, reading: string, resources: object | undefined]>([
  [`'{"a": 1}'`, "sound", { a: 1 }],
  [`"{\\"a\\": 1}"`, "sound", { a: 1 }],
  [`"{\\"a\\\\\\\\b\\": 1}"`, "sound", { "a\\b": 1 }],
  [`"'{\\"a\\": 1}'"`, "unreadable", { a: 1 }],
  [`'{"a\\\\b": 1}'`, "sound", { "a\\b": 1 }],
  [`'{"a": 1, "b": 2}'`, "sound", { a: 1, b: 2 }],
  ["'{}'", "sound", {}],
  [`{"a": 1}`, "unquoted", { a: 1 }],
  ["[1]", "unreadable", undefined],
  [`'{"a": 1.0}'`, "fraction", { a: 1 }],
  [`'{"a": 1e1}'`, "fraction", { a: 10 }],
  [`'{"a": 0.5}'`, "fraction", undefined],
  [`'{"a": "1"}'`, "fraction", undefined],
  [`'{"a": 1`, "unreadable", undefined],
  [`'{"a": 1}"`, "unreadable", undefined],
  ["''''", "unreadable", undefined],
  ["''", "unreadable", undefined],
  ["'", "unreadable", undefined],
  ["", "unreadable", undefined],
  [" 1 ", "unreadable", undefined],
])("%s is %s, and means %j", (text, reading, resources) => {
  expect(readResourcesText(text)).toBe(reading);
  expect(parseResources(text)).toEqual(resources);
});

test.each([100_000, 100_001])("of %d characters only what is short enough is read", (length) => {
  const text = `'{"a":1${" ".repeat(length - 9)}}'`;
  expect(parseResources(text)).toEqual(length > 100_000 ? undefined : { a: 1 });
  expect(readResourcesText(text.slice(1, -1).padEnd(length))).toBe(
    length > 100_000 ? "sound" : "unquoted",
  );
});

test("resources are written in order, in quotes that are part of the text", () => {
  expect(resourcesParameter({ b: 2, 'a"': 1 })).toBe(`'{"a\\"": 1, "b": 2}'`);
});
