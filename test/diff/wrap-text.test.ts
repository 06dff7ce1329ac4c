import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth } from "../../src/diff/report/text-width.ts";
import { LINE_COLUMNS, wrapText } from "../../src/diff/report/wrap-text.ts";

const texts = fc.array(
  fc.oneof(
    fc.constantFrom(
      " ",
      "  ",
      "::",
      "::error::",
      ".",
      "[",
      "/",
      ",",
      "\\u202e",
      "漢字",
      "😀",
      "e\u0301",
    ),
    fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, "x")),
  ),
  { maxLength: 60 },
);

test("nothing is lost, lines fit, and none begins as a workflow command", () => {
  fc.assert(
    fc.property(texts, (parts) => {
      const text = `  x${parts.join("")}`;
      const lines = wrapText(text, "    ");
      const bare = (part: string) => part.replaceAll(" ", "");
      expect(bare(lines.join(""))).toBe(bare(text));
      for (const line of lines.slice(1)) expect(line.startsWith("    ")).toBe(true);
      expect(lines.slice(1).filter((line) => /^ *::/.test(line))).toEqual([]);
      if (!text.includes(":")) {
        expect(lines.filter((line) => textWidth(line) > LINE_COLUMNS)).toEqual([]);
      }
      expect(lines.some((line) => /^ *[\udc00-\udfff]/.test(line))).toBe(false);
    }),
  );
});

const a = (length: number) => "a".repeat(length);

test.each([
  ["fits", a(80), [a(80)]],
  ["is one longer, without a place to break", a(81), [a(80), "  a"]],
  ["has a space", `${a(40)} ${a(40)}`, [a(40), `  ${a(40)}`]],
  ["has a space at the limit", `${a(80)} b`, [a(80), "  b"]],
  ["is a path", `${a(50)}.${a(40)}`, [a(50), `  .${a(40)}`]],
  ["prefers a late step to an early space", `a ${a(60)}.${a(40)}`, [`a ${a(60)}`, `  .${a(40)}`]],
  ["is wide", "漢".repeat(41), ["漢".repeat(40), "  漢"]],
  ["keeps two colons behind something", `${a(80)}::x`, [a(79), "  a::x"]],
  ["cannot be broken", `x${":".repeat(90)}`, [`x${":".repeat(90)}`]],
  ["keeps an escape whole", `${a(78)}\\u202e`, [a(78), "  \\u202e"]],
])("a text that %s", (_name, text, lines) => {
  expect(wrapText(text, "  ")).toEqual(lines);
});

test.each([
  ["abc", 3],
  ["漢字", 4],
  ["ｆｕ", 4],
  ["한글", 4],
  ["😀", 2],
  ["e\u0301", 1],
  ["ÄÖ", 2],
])("%s takes %d columns", (text, columns) => {
  expect(textWidth(text)).toBe(columns);
});
