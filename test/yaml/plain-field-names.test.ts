import { expect, test } from "vitest";
import { plainFieldNames } from "../../src/yaml/plain-field-names.ts";
import { printText } from "../../src/yaml/print-text.ts";

test("every name is plain text to every reader", () => {
  const unsafe = [...plainFieldNames].filter((name) => printText(name, undefined) !== name);
  expect(unsafe).toEqual([]);
  expect(plainFieldNames.has("<<")).toBe(false);
});
