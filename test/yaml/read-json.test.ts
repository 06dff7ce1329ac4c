import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "../../src/yaml/read-json.ts";
import { anyCharacter } from "../any-character.ts";
import { isThorough } from "../property-runs.ts";

function read(text: string) {
  return readJson({ file: "RAY_GPU_LABELS", text }, "settings");
}

test("JSON gives the same data as the runtime's own parser", () => {
  const spaces = fc.constantFrom<string | number>(0, 1, 4, "\t", " \t");
  fc.assert(
    fc.property(fc.json({ stringUnit: anyCharacter, maxDepth: 5 }), spaces, (json, space) => {
      const value: unknown = JSON.parse(json);
      const { data, findings } = read(JSON.stringify(value, null, space));
      expect(findings).toEqual([]);
      expect(data).toEqual(value);
    }),
  );
});

test("what the runtime's own parser refuses is refused, and nothing else", () => {
  const fragments = fc.constantFrom(
    ...'{ } [ ] : , "a" "b" " \\ \\" true false null yes 1 -0 01 1. .5 1e5 1E+ a \u00a0 \ufeff'.split(
      " ",
    ),
    ..." \t\n\r",
    '"\\u00e9"',
    '"\\u00"',
    '"\\x"',
    '"\u007f"',
    '"\t"',
  );
  fc.assert(
    fc.property(
      fc.array(fragments, { maxLength: 9 }).map((parts) => parts.join("")),
      (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const { findings } = read(text);
        const isRefused = findings.some(({ code }) => code === "yaml-syntax");
        expect(isRefused, text).toBe(!isJson);
        if (!isJson) expect(findings).toMatchObject([{ range: { file: "RAY_GPU_LABELS" } }]);
      },
    ),
  );
});

type Mistake = readonly [text: string, columns: string, message: string, hint: string];

// biome-ignore format: one text a line.
const mistakes: readonly Mistake[] = [
  ["yes", "1:1-1:4", '"yes" is not a JSON value.', 'Write true, or "yes" in double quotes for a string.'],
  ["False", "1:1-1:6", '"False" is not a JSON value.', 'Write false, or "False" in double quotes for a string.'],
  ["None", "1:1-1:5", '"None" is not a JSON value.', 'Write null, or "None" in double quotes for a string.'],
  ["01", "1:1-1:3", '"01" is not a JSON value.', 'Write 1, or "01" in double quotes for a string.'],
  ["NaN", "1:1-1:4", '"NaN" is not a JSON value.', 'Write "NaN" in double quotes.'],
  ["nvidia.com/gpu", "1:1-1:15", '"nvidia.com/gpu" is not a JSON value.', 'Write "nvidia.com/gpu" in double quotes.'],
  ["busybox:1.28 ", "1:1-1:13", '"busybox:1.28" is not a JSON value.', 'Write "busybox:1.28" in double quotes.'],
  ["'{}'", "1:1-1:5", '"\'{}\'" is not a JSON value.', "Use double quotes instead of single ones."],
  ["{a: 1}", "1:2-1:3", 'The key "a" is not in double quotes.', 'Write "a" in double quotes.'],
  ["{'a': 1}", "1:2-1:5", 'The key "\'a\'" is not in double quotes.', "Use double quotes instead of single ones."],
  ['{"a": b}', "1:7-1:8", '"b" is not a JSON value.', 'Write "b" in double quotes.'],
  ['{"a": 1,}', "1:9-1:10", 'A key is missing before "}".', "Remove the comma before it."],
  ["[1,]", "1:4-1:5", 'A value is missing before "]".', "Remove the comma before it."],
  ["]", "1:1-1:2", 'A value is missing before "]".', "Add it."],
  ['{"a" 1}', "1:6-1:7", 'A colon is missing before "1".', "Add the colon."],
  ["[1 2]", "1:4-1:5", 'A comma is missing before "2".', "Add the comma."],
  ["[1}", "1:3-1:4", 'A comma is missing before "}".', "Add the comma."],
  ["true false", "1:6-1:11", 'After the end of the JSON value comes "false".', "Keep only one value."],
  ['{"a": {', "1:8-1:8", "The text ends before the object does.", "Close it with }."],
  ["[\n  1,\n  2\n", "3:4-3:4", "The text ends before the list does.", "Close it with ]."],
  ['"abc', "1:1-1:5", "The text in quotes does not end.", "Close the quotes."],
  ['"a\tb"', "1:3-1:4", "The text in quotes contains the control character U+0009.", "Write it as \\t."],
  ['"a\\d"', "1:3-1:5", 'The text in quotes contains "\\\\d", which is not an escape in JSON.', "Write each backslash twice."],
  ['"\\u12"', "1:2-1:4", 'The text in quotes contains "\\\\u", which is not an escape in JSON.', "Write \\u with four hexadecimal digits."],
  ["", "1:1-1:1", "There is no JSON value.", "Write one, such as null."],
];

test.each(mistakes)("%j is wrong at %s", (text, columns, message, hint) => {
  const { data, findings } = read(text);
  expect(data).toBeUndefined();
  const [{ code, range, message: actual, hint: advice } = never()] = findings;
  const { start, end } = range ?? never();
  expect([code, `${start.line}:${start.column}-${end.line}:${end.column}`, actual, advice]).toEqual(
    ["yaml-syntax", columns, message, hint],
  );
});

test("a key that stands twice, and depth, are refused as in YAML", () => {
  expect(read('{"a": 1, "a": 2}').findings).toMatchObject([
    { code: "duplicate-key", path: ["a"], range: { start: { line: 1, column: 10 } } },
  ]);
  const deep = `${"[".repeat(70)}${"]".repeat(70)}`;
  expect(read(deep).findings).toMatchObject([{ code: "input-limit" }]);
});

test("a long text is read or refused, never a crash", () => {
  const most = 1_000_000;
  const long = "a".repeat(most);
  expect(read(`"${long}"`).data).toBe(long);
  const length = isThorough ? most : most / 10;
  const [letters, brackets, escapes] = ["a", "[", "\\n"].map((unit) => unit.repeat(length));
  for (const text of [`"${letters}`, letters, brackets, `"${escapes?.slice(0, most * 0.8)}`]) {
    expect(read(text ?? "").findings).toHaveLength(1);
  }
  expect(read(`"${long}${long}"`).findings).toMatchObject([{ code: "input-limit" }]);
});

function never(): never {
  throw new Error("There is no finding, or it has no range.");
}
