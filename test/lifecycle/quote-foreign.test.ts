import { expect, test } from "vitest";
import { quoteForeign } from "../../src/lifecycle/readiness/quote-foreign.ts";

test.each([
  ["It broke", "It broke."],
  [" It\n  broke... ", "It broke."],
  ["", "no reason is given."],
  [" . ", "no reason is given."],
  ["a\u001b[31mb", "a\\u001b[31mb."],
  ["x".repeat(400), `${"x".repeat(400)}.`],
  [`a${"x".repeat(400)}`, `a${"x".repeat(398)}….`],
  [`${" ".repeat(1599)}x`, "x."],
  [`${" ".repeat(1600)}x`, "no reason is given."],
])("%j becomes the end of a sentence", (text, quoted) => {
  expect(quoteForeign(text)).toBe(quoted);
});
