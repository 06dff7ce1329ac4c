import fc from "fast-check";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/diff/report/unified-diff.ts";

const names = { oldName: "a/x", newName: "b/x" };
const HEAD = "--- a/x\n+++ b/x\n";

test.each([
  ["equal texts", "a\nb\n", "a\nb\n", ""],
  ["one line", "a\nb\nc\n", "a\nx\nc\n", `${HEAD}@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n`],
  ["a text from nothing", "", "a\nb\n", `${HEAD}@@ -0,0 +1,2 @@\n+a\n+b\n`],
  ["a text to nothing", "a\n", "", `${HEAD}@@ -1 +0,0 @@\n-a\n`],
  ["a line break less", "a\n", "a", `${HEAD}@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n`],
  ["a line break more", "a", "a\n", `${HEAD}@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n`],
  [
    "no line break in both",
    "a\nb",
    "x\nb",
    `${HEAD}@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n`,
  ],
  ["a carriage return", "a\n", "a\r\n", `${HEAD}@@ -1 +1 @@\n-a\n+a\r\n`],
  [
    "three lines of context",
    "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
    "1\n2\n3\n4\nx\n6\n7\n8\n9\n",
    `${HEAD}@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n`,
  ],
])("%s", (_name, old, current, diff) => {
  expect(unifiedDiff(old, current, names)).toBe(diff);
});

test("changes share a hunk up to six lines apart", () => {
  const lines = (distance: number, text: string) =>
    [text, ...Array.from({ length: distance }, (_, index) => `${index}`), text, ""].join("\n");
  const hunks = (distance: number) =>
    unifiedDiff(lines(distance, "a"), lines(distance, "b"), names).match(/^@@/gm)?.length;
  expect([hunks(0), hunks(6), hunks(7)]).toEqual([1, 1, 2]);
});

test("a name keeps to its line", () => {
  expect(unifiedDiff("", "a\n", { oldName: "a\nb", newName: "\u001b[2J" })).toMatch(
    /^--- a\\u000ab\n\+\+\+ \\u001b\[2J\n@@/,
  );
});

const smallTexts = fc
  .tuple(fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 }), fc.boolean())
  .map(([lines, ends]) => lines.join("\n") + (ends && lines.length > 0 ? "\n" : ""));

test("applied to the old text it gives the new one", () => {
  fc.assert(
    fc.property(smallTexts, smallTexts, (old, current) => {
      const diff = unifiedDiff(old, current, names);
      expect(diff === "").toBe(old === current);
      expect(applied(diff, old)).toBe(current);
    }),
  );
});

test("no smaller one exists", () => {
  fc.assert(
    fc.property(smallTexts, smallTexts, (old, current) => {
      const changed = unifiedDiff(old, current, names).match(/^(?:-(?!-- a)|\+(?!\+\+ b))/gm) ?? [];
      const [left, right] = [linesOf(old), linesOf(current)];
      expect(changed.length).toBe(left.length + right.length - 2 * longestCommon(left, right));
    }),
  );
});

test("many thousand changes are a difference too", () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}\n`);
  const old = lines.join("");
  const current = lines.map((line, index) => (index % 2 === 0 ? line : `new ${line}`)).join("");
  expect(applied(unifiedDiff(old, current, names), old)).toBe(current);
});

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** A plain reading of the unified format. */
function applied(diff: string, old: string): string {
  const source = linesOf(old);
  let position = 0;
  let result = "";
  let last = "";
  for (const line of linesOf(diff).slice(2)) {
    const [, start, length] = /^@@ -(\d+)(?:,(\d+))? /.exec(line) ?? [];
    if (start !== undefined) {
      const first = Number(start) - (length === "0" ? 0 : 1);
      result += source.slice(position, first).join("");
      position = first;
    } else if (line.startsWith("\\")) {
      if (last !== "-") result = result.slice(0, -1);
    } else {
      if (line[0] !== "+") position++;
      if (line[0] !== "-") result += line.slice(1);
    }
    last = line[0] ?? "";
  }
  return result + source.slice(position).join("");
}

function longestCommon(left: readonly string[], right: readonly string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const line of left) {
    const next = [0];
    for (const [index, other] of right.entries()) {
      const longest =
        line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0);
      next.push(longest);
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
