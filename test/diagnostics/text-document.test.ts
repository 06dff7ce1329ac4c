import { expect, test } from "vitest";
import { asTextDocument } from "../../src/diagnostics/text-document.ts";

const text = { file: "a.yaml", text: "" };

test.each<readonly [what: string, input: unknown]>([
  ["an object", text],
  ["an object with more in it", { ...text, kind: "RayCluster" }],
  ["what has both from its prototype", Object.create(text)],
])("%s is a text", (_what, input) => {
  expect(asTextDocument(input)).toEqual(text);
});

const throwing = {
  file: "a.yaml",
  get text(): string {
    throw new Error("no");
  },
};

test.each<readonly [what: string, input: unknown]>([
  ["nothing", undefined],
  ["null", null],
  ["a string", "kind: RayCluster"],
  ["a function", Object.assign(() => 1, text)],
  ["a file alone", { file: "a.yaml" }],
  ["a text alone", { text: "" }],
  ["a text that is none", { file: "a.yaml", text: 7 }],
  ["a file that has no name", { file: 7, text: "" }],
  ["a getter that throws", throwing],
])("%s is no text", (_what, input) => {
  expect(asTextDocument(input)).toBeUndefined();
});
