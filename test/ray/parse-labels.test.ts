import { expect, test } from "vitest";
import { parseLabels } from "../../src/ray/parse-labels.ts";

test.each<readonly [value: string, labels: object | undefined]>([
  ["a=b", { a: "b" }],
  ["tier=spot,example.com/zone=a", { tier: "spot", "example.com/zone": "a" }],
  ["a=", { a: "" }],
  ["a=b=c", { a: "b=c" }],
  ["", undefined],
  ["a", undefined],
  ["=a", undefined],
  ["a=b,", undefined],
  ["a=b, c=d", { a: "b", " c": "d" }],
  ["a=b,a=c", undefined],
  ["__proto__=x", { ["__proto__"]: "x" }],
])("the labels %j are %j", (value, labels) => {
  expect(parseLabels(value)).toEqual(labels);
});
