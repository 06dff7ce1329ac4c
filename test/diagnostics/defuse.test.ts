import fc from "fast-check";
import { expect, test } from "vitest";
import { defuse, defuseInColumns, defuseLines } from "../../src/diagnostics/defuse.ts";
import { hostileText, isCommand, UNPRINTABLE } from "./hostile-text.ts";

test.each([
  ["Zoë: 日本 😀 \u0301", "Zoë: 日本 😀 \u0301"],
  ["a\r\nb\tc", "a\\u000d\\u000ab\\u0009c"],
  ["\u001b[31m \u009b", "\\u001b[31m \\u009b"],
  ["\u202e \u2066 \u200b \ufeff \u2028", "\\u202e \\u2066 \\u200b \\ufeff \\u2028"],
  ["\ud800 \u{e0041}", "\\ud800 \\udb40\\udc41"],
  ["::error::x", "\\u003a\\u003aerror::x"],
  [" \u00a0\u3000::error::x", " \u00a0\u3000\\u003a\\u003aerror::x"],
  ["a::b", "a::b"],
  [":a", ":a"],
  ["x ##[error]y", "x ##\\u005berror]y"],
  ["##vso[task.complete]", "##vso\\u005btask.complete]"],
  ["a ##teamcity[x] ##vso[y]", "a ##teamcity\\u005bx] ##vso\\u005by]"],
  ["###[a", "###\\u005ba"],
  ["## [a] #[b]", "## [a] #[b]"],
])("%j becomes %j", (text, defused) => {
  expect(defuse(text)).toBe(defused);
});

test("nothing hostile is left, and what is defused stays as it is", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const defused = defuse(text);
      expect(defused).not.toMatch(UNPRINTABLE);
      expect(isCommand(defused)).toBe(false);
      expect(defuse(defused)).toBe(defused);
    }),
  );
});

test("in JSON the meaning stays the same", () => {
  fc.assert(
    fc.property(fc.dictionary(hostileText, hostileText), (value) => {
      const printed = defuseLines(JSON.stringify(value, null, 2));
      expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(printed.split("\n").filter(isCommand)).toEqual([]);
    }),
  );
});

test("in columns every unit keeps its own", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = defuseInColumns(text);
      expect(shown).toHaveLength(text.length);
      expect(shown).not.toMatch(UNPRINTABLE);
      expect(isCommand(shown)).toBe(false);
    }),
  );
  expect(defuseInColumns("a:\t##[x] \u202e::")).toBe("a: ##?x] ?::");
});
