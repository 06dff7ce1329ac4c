import { expect, test } from "vitest";
import type { Source } from "../../src/diagnostics/diagnostic.ts";
import { errorsAmong } from "../../src/diagnostics/errors-among.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { describeFindings } from "./describe-findings.ts";

function read(text: string, topLevelKeys?: readonly string[]): Source {
  return readYaml({ file: "f.yaml", text }, "request", topLevelKeys && { topLevelKeys });
}

test.each<[string, string, unknown]>([
  ["nothing", "", null],
  ["blanks", " \n\n  \n", null],
  ["comments", "# a\n\n# b", null],
  ["a byte order mark alone", "\ufeff", null],
  ["a null", "~\n", null],
  ["a document's start", "---\n", null],
  ["a document's end", "...\n", null],
  ["a block document", "a:\n  - b: 1\n    c: x y\n  - 2.5\nd: {e: [f, null]}\n", block()],
  ["JSON", '{"a": [{"b": 1, "c": "x y"}, 2.5],\n\t"d": {"e": ["f", null]}}\n', block()],
  ["CRLF", "a:\r\n  - b: 1\r\n    c: x\r\n      y\r\n  - 2.5\r\nd: {e: [f,\r\n ~]}\r\n", block()],
  ["a byte order mark", "\ufeffa: 1\n", { a: 1 }],
  ["markers at both ends", "---\na: 1\n...\n", { a: 1 }],
  ["an empty document behind", "a: 1\n---\n# nothing\n", { a: 1 }],
  ["an empty document before", "---\n---\na: 1\n", { a: 1 }],
  ["booleans of YAML 1.2 only", "[true, False, yes, on, n]", [true, false, "yes", "on", "n"]],
  ["integers of YAML 1.2", "[0o17, 0x1F, 017, 1_0, 0b1]", [15, 31, 17, "1_0", "0b1"]],
  ["large numbers", "[9007199254740993, 1e400, -.inf]", [2 ** 53, Infinity, -Infinity]],
  ["not a number", ".nan", Number.NaN],
  ["dates and sexagesimals as text", "[2024-01-01, 1:30]", ["2024-01-01", "1:30"]],
  ["quoted and block text", "- 'a''b'\n- \"\\x41\\n\"\n- |\n  c\n  d\n- >-\n  e\n  f\n", text()],
  ["keys without quotes", "1: a\n1.0: b\ntrue: c\n0x1F: d\n", keys()],
  ["a text key in several forms", '? a\n: 1\n\'b\': 2\n"null": 3\n"<<": 4\n', quotedKeys()],
  ["missing values", "a:\nb: {c}\nd: [,]", undefined],
  ["values that are null", "a:\nb: {c, d: }\n? e\n", { a: null, b: { c: null, d: null }, e: null }],
  ["anchors and aliases", "a: &x {b: &y [1]}\nc: *x\nd: *y\n", aliases()],
  ["the last of two anchors", "- &x 1\n- *x\n- &x 2\n- *x\n", [1, 1, 2, 2]],
  ["a pair in a list", "[a: 1, b]", [{ a: 1 }, "b"]],
  ["lone surrogates, for validation to refuse", "a: \ud800\n", { a: "\ud800" }],
  ["DEL and C1, for validation to refuse", 'a: "\u007f\u0085"\n', { a: "\u007f\u0085" }],
])("reads %s", (_name, source, expected) => {
  const { data, findings, document } = read(source);
  expect(document).toBe("request");
  expect(data).toEqual(expected);
  expect(errorsAmong(findings).length > 0).toBe(expected === undefined);
});

test("keeps keys that objects have, __proto__ among them", () => {
  const { data } = read("__proto__: {a: 1}\ntoString: 1\nconstructor: 2\n");
  expect(JSON.stringify(data)).toBe('{"__proto__":{"a":1},"toString":1,"constructor":2}');
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
});

test("writes an alias out as a copy of its own", () => {
  const { data } = read("- &x {a: 1}\n- *x\n");
  expect(Array.isArray(data) && data[0] !== data[1]).toBe(true);
});

test.each<[string, string, readonly string[]]>([
  ["a key without a colon", "a: 1\nb c\nd: 2\n", ["yaml-syntax 2:1-4"]],
  ["a key without a colon at the end", "a: 1\nb c\n", ["yaml-syntax 2:1-4"]],
  ["a colon without a space", "a:1\nb: 2\n", ["yaml-syntax 1:1-4"]],
  [
    "a conflict of a merge",
    "a: 1\nb c\nd:\n<<<<<<< HEAD\n  e: 1\n=======\n>>>>>>> x\nf g\n",
    ["yaml-syntax 2:1-4", "yaml-syntax 4:1-13"],
  ],
  ["a conflict in CRLF", "a: 1\r\n<<<<<<<\r\n=======\r\n>>>>>>>\r\n", ["yaml-syntax 2:1-8"]],
  [
    "a conflict in JSON",
    '{"a": 1,\n<<<<<<< HEAD\n"b": "c"\n=======\n>>>>>>> x\n}',
    ["yaml-syntax 2:1-13"],
  ],
  ["eight signs are no mark", "a: 1\n<<<<<<<<\n", ["yaml-syntax 2:1-9"]],
  ["tabs", "a:\n\tb: 1\n\tc: 2\n", ["yaml-syntax 2:1-2", "yaml-syntax 3:1-2"]],
  ["indentation that fits nowhere", "a:\n  b: 1\n c: 2\n", ["yaml-syntax 3:2-6"]],
  ["a value that has a map below it", "a: 1\n  b: 2\n", ["yaml-syntax 2:3-7"]],
  ["a map below it behind comments", "a: 1\n\n  # c\n  b: 2\n", ["yaml-syntax 4:3-7"]],
  ["an item less deep than its list", "a:\n  - x\n - y\n", ["yaml-syntax 3:2-5"]],
  ["an item below a value", "a: x\n- b\n", ["yaml-syntax 2:1-4"]],
  ["a key among items", "a:\n  - b\n  c: 1\n", ["yaml-syntax 3:3-7"]],
  ["a key less deep than its item", "- a: 1\n b: 2\n", ["yaml-syntax 2:2-6"]],
  ["a key below brackets", "a: {b: 1}\n  c: 1\n", ["yaml-syntax 2:3-7"]],
  ["a key less deep than the first", " a: 1\nb: 2\n", ["yaml-syntax 2:1-5"]],
  ["two colons", "a: b: c\n", ["yaml-syntax 1:4-5"]],
  ["a list behind a key", "a: - b\n", ["yaml-syntax 1:4-5"]],
  ["a list behind a map", "- a\nb: c\nd: e\n", ["yaml-syntax 2:1-5"]],
  ["an open quote", 'a: "b\nc: d\n\n', ["yaml-syntax 1:4-5"]],
  ["an open single quote", "a: 'it''s\nc: d\n", ["yaml-syntax 1:4-5"]],
  ["a quote that an escape keeps open", 'a: "b\\"\n', ["yaml-syntax 1:4-5"]],
  ["an open quote before closed ones", 'a: "b\nc: "d"\n', ["yaml-syntax 1:4-5"]],
  ["an open single quote before closed ones", "- a: 'b\n  c: 'd'\n", ["yaml-syntax 1:6-7"]],
  ["an open quote before a comment", "a:\n  b: 'c\n  d: e # it's\n", ["yaml-syntax 2:6-7"]],
  ["two open quotes", 'a: "b\nc: "d\n', ["yaml-syntax 1:4-5"]],
  ["an open quote in JSON", '{"a": "b,\n "c": "d",\n "e": 1}', ["yaml-syntax 1:7-8"]],
  ["an open quote in brackets", 'a: ["b",\n    "c,\n    "d"]\n', ["yaml-syntax 2:5-6"]],
  ["an open quote of a key", 'a:\n  "b: c\n  "d": e\n', ["yaml-syntax 2:3-4"]],
  ["text behind a quote of two lines", 'a: "b\n  c" d\n', ["yaml-syntax 2:6-7"]],
  ["an open bracket", '{"a": [1', ["yaml-syntax 1:7-8"]],
  ["a bracket open in a block", "a: [1, 2\nb: 3\n", ["yaml-syntax 1:4-5"]],
  ["two open brackets", "a: {b: [\n", ["yaml-syntax 1:8-9"]],
  ["a bracket of the other kind", "a: [1}\n", ["yaml-syntax 1:6-7"]],
  ["a bracket too many", "a: ]\nb: 2\n", ["yaml-syntax 1:4-5"]],
  ["a comma too many", "[1,, 2]", ["yaml-syntax 1:4-5"]],
  ["a comma too few", '{\n  "a": 1\n  "b": 2\n}', ["yaml-syntax 2:8-9"]],
  ["signs that start nothing", "- %a\n- @b\n- `c\n", places("2:3-4", "3:3-4", "1:3-4")],
  ["an unknown escape", 'a: "\\d"\n', ["yaml-syntax 1:5-6"]],
  ["text behind a quote", 'a: "b" c\n', ["yaml-syntax 1:8-9"]],
  ["a comment without a space", 'a: "b"#c\n', ["yaml-syntax 1:7-9"]],
  ["a bad block header", "a: |x\n  b\n", ["yaml-syntax 1:5-6"]],
  ["an anchor without a name", "a: & b\n", ["yaml-syntax 1:4-5"]],
  ["an alias without a name", "a: * b\n", ["yaml-syntax 1:4-5"]],
  ["an alias with an anchor", "a: &b *c\n", ["yaml-syntax 1:7-9"]],
  ["two anchors", "a: &b &c 1\n", ["yaml-syntax 1:7-9"]],
  ["a key of 1,025 characters", `${"k".repeat(1_025)}: 1\n`, ["yaml-syntax 1:1-1026"]],
  ["text behind a document's end", "a: 1\n... b\n", ["yaml-syntax 2:5-6"]],
  ["a merge conflict", "a: 1\n=======\nb: 2\n", ["yaml-syntax 2:1-8"]],
  ["two mistakes", "a: @b\nc: d\ne: %f\n", ["yaml-syntax 1:4-5", "yaml-syntax 3:4-5"]],
  ["a no-break space before a key", "a:\n  b: 1\n\u00a0\u00a0c: 2\n", ["yaml-syntax 3:1-4"]],
  ["one among the spaces before a key", "a:\n  b: 1\n \u00a0c: 2\n", ["yaml-syntax 3:2-3"]],
  ["one before an item", "a:\n  - b\n\u00a0\u00a0- c\n", ["yaml-syntax 3:1-2"]],
  ["one behind a dash", "-\u00a0a: 1\n  b: 2\n", ["yaml-syntax 1:2-3"]],
  ["one behind a colon", "a:\u00a01\nb: 2\n", ["yaml-syntax 1:3-4"]],
  ["one behind a quote", 'a: "b"\u00a0# c\nd: 1\n', ["yaml-syntax 1:7-8"]],
  ["one behind a header", "a: |\u00a0\n  b\nc: 1\n", ["yaml-syntax 1:5-6"]],
  ["one alone on its line", "a:\n  b: 1\n  \u00a0\n  c: 1\n", ["yaml-syntax 3:3-4"]],
  ["one elsewhere", "a: b\u3000c\nd: @e\n", ["yaml-syntax 2:4-5"]],
  ["keys that begin with an em space", "a:\n\u2003b: 1\n\u2003c: 2\n", places("2:1-3", "3:1-3")],
  ["a key that ends with a zero-width space", "a\u200b: 1\n", ["yaml-syntax 1:1-3"]],
  ["keys in brackets", "{\u00a0a: 1, b:\u00a02}\n", places("1:2-4", "1:9-13")],
  ["a byte order mark inside", "a: 1\n\ufeffb: 2\n", ["yaml-syntax 2:1-3"]],
  ["NUL", "a: 1\nb: \0\n", ["yaml-syntax 2:4-5"]],
  ["an escape character in a comment", "# \u001b[31m\n", ["yaml-syntax 1:3-4"]],
  ["a lone carriage return", "a: 1\rb: 2\n", ["yaml-syntax 1:5-5"]],
  ["a malformed tag", "a: !x!y z\n", ["unsupported-yaml 1:4-8"]],
])("refuses %s, without data", (_name, source, expected) => {
  const { data, findings } = read(source);
  expect([...describeFindings(findings)].sort()).toEqual([...expected].sort());
  expect(data).toBeUndefined();
});

test.each<[string, string, readonly string[], unknown]>([
  ["a directive", "%YAML 1.1\n---\na: nay\n", ["unsupported-yaml 1:1-10"], { a: "nay" }],
  ["another directive", "%TAG ! x:\n---\na: 1\n", ["unsupported-yaml 1:1-10"], { a: 1 }],
  ["a second document", "a: 1\n---\nb: 2\n", ["unsupported-yaml 2:1-4"], { a: 1 }],
  ["a third document, once", "1\n---\n2\n---\n3\n", ["unsupported-yaml 2:1-4"], 1],
  ["a bare second document", "a: 1\n...\nb: 2\n", ["unsupported-yaml 3:1-2"], { a: 1 }],
  ["a local tag", "a: !b c\n", ["unsupported-yaml 1:7-8 a"], { a: "c" }],
  ["a tag on a list", "a: !b\n  - 1\n", ["unsupported-yaml 2:3-6 a"], { a: [1] }],
  [
    "a tag of YAML's own",
    "- !!binary aGk=\n- !!str 1\n",
    two("1:12-16 [0]", "2:9-10 [1]"),
    ["aGk=", "1"],
  ],
  ["a tag on a key", "!!str a: 1\n", ["unsupported-yaml 1:7-8"], { a: 1 }],
  ["a tag on nothing", "a: !b\n", ["unsupported-yaml 1:6-6 a"], { a: "" }],
  ["a null key", "a: {~: 1, b: 2}\n", ["unsupported-yaml 1:5-6 a"], { a: { b: 2 } }],
  ["an empty key", ": 1\n", ["unsupported-yaml 1:1-1"], {}],
  ["a list as key", "? [a]\n: 1\n", ["unsupported-yaml 1:3-6"], {}],
  ["a template", "a: {{ b }}\n", ["unsupported-yaml 1:5-10 a"], { a: {} }],
  ["an alias as key", "a: &x b\n*x : 1\n", ["unsupported-yaml 2:1-3"], { a: "b" }],
  ["a merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", ["unsupported-yaml 3:3-5 c"], undefined],
  ["an alias to nothing", "a: *x\n", ["unsupported-yaml 1:4-6 a"], undefined],
  ["an alias before its anchor", "a: *x\nb: &x 1\n", ["unsupported-yaml 1:4-6 a"], undefined],
  [
    "an alias in its own anchor",
    "a: &x [{b: *x}]\n",
    ["unsupported-yaml 1:12-14 a[0].b"],
    undefined,
  ],
  ["a mistake in an anchor, once", "- &x {~: 1}\n- *x\n", ["unsupported-yaml 1:7-8 [0]"], [{}, {}]],
  ["a key twice", "a: 1\nb: 2\na: 3\n", ["duplicate-key 3:1-2 a"], { a: 1, b: 2 }],
  ["a key in two forms", '1: a\n"1": b\n', ['duplicate-key 2:1-4 ["1"]'], { 1: "a" }],
  ["a key thrice, deeper", "- a: {b: 1, b: 2, b: 3}\n", thrice(), [{ a: { b: 1 } }]],
])("reports %s and says what the rest is", (_name, source, expected, data) => {
  const result = read(source);
  expect(describeFindings(result.findings)).toEqual(expected);
  expect(result.data).toEqual(data);
});

test("of a key that stands twice, the first place is related", () => {
  const { findings } = read("a:\n  b: 1\n  b: 2\n");
  expect(findings[0]?.related?.map(({ path }) => path)).toEqual([["a", "b"]]);
  expect(findings[0]?.message).toContain('"b"');
});

test.each<[string, string, unknown]>([
  ["their content", "x: {y: [!t z, ~: 1, {<<: 2}]}\nray: 1\n", { ray: 1 }],
  ["their aliases, cyclic and unknown", "x: &x [*x, *y]\nray: 1\n", { ray: 1 }],
  ["keys that are no text", "? [x]\n: 1\n~: 2\n!!str z: 3\nray: 1\n", { ray: 1 }],
  ["a root that is no object", "[1, {x: 2}]\n", [1, { x: 2 }]],
  ["keys deeper down", "ray: {x: 1, ray: 2}\n", { ray: { x: 1, ray: 2 } }],
  ["anchors elsewhere", "x: {y: &a [1]}\nray: *a\n", { ray: [1] }],
])("with chosen keys, passes over other keys: %s", (_name, source, data) => {
  const result = read(source, ["ray"]);
  expect(describeFindings(result.findings)).toEqual([]);
  expect(result.data).toEqual(data);
});

test.each<[string, string, readonly string[]]>([
  [
    "duplicate keys",
    "x: {y: 1, y: 2}\nray: 1\nx: 3\n",
    two("1:11-12 x.y", "3:1-2 x", "duplicate-key"),
  ],
  ["syntax", "x: @y\nray: 1\n", ["yaml-syntax 1:4-5"]],
  ["a merge key at the root", "x: &x {ray: 1}\n<<: *x\n", ["unsupported-yaml 2:1-3"]],
  ["a tag at the root", "!x\nray: 1\n", ["unsupported-yaml 2:1-7"]],
  ["what an alias brings in", "x: &x {~: 1}\nray: *x\n", ["unsupported-yaml 1:8-9 ray"]],
])("with chosen keys, still judges %s", (_name, source, expected) => {
  expect(describeFindings(read(source, ["ray"]).findings)).toEqual(expected);
});

test.each<[string, string]>([
  ['{\n  "a": 1\n  "b": 2\n}', "comma"],
  ["{a: 1, b", "never closed"],
  ["a:\n  b: 1\n   c: 2\n", "Line 3 is indented deeper than line 2"],
  ["a:\n  b: 1\n c: 2\n", "Line 3 is indented less than line 2"],
  ["- a\nb: c\n", "Line 2 is not a list item"],
  ["a:\u00a01\nb: 2\n", "The character U+00A0 (no-break space) stands where a space belongs."],
  ["\u3000a: 1\n", "U+3000 (ideographic space)"],
  ["a: 1\nb:2\n", "There is no space after the colon"],
  ["a:\n  b:2\n  c: 3\n", 'There is no space after the colon in "b:2"'],
  ["a: # x\n  b:2\n  c: 3\n", 'There is no space after the colon in "b:2"'],
  ["a:\n  b\n  c: 3\n", 'There is no colon and space after "b"'],
  ["-\n  b:2\n  c: 3\n", 'There is no space after the colon in "b:2"'],
  ["a: x\n  b: 2\n", "Line 2 is indented deeper than line 1"],
  ["a: 1\nb c\n", '"b c"'],
  ["a:\n\tb: 1\n", "tab"],
  ["a: @b\n", '"@"'],
  ["a: !!binary b\n", '"!!binary"'],
  ["a: *b\n", '"*b"'],
  ["a: {{ b }}\n", "an object"],
  ["a: \u0001\n", "U+0001"],
])("the message for %j has %s", (source, words) => {
  expect(read(source).findings[0]?.message).toContain(words);
});

test("findings come in the order of the text", () => {
  const { findings } = read("a: {~: 1}\nb: 1\nb: !x 2\nc: !y 3\nc: 4\n---\nd\n");
  expect(describeFindings(findings)).toEqual([
    "unsupported-yaml 1:5-6 a",
    "duplicate-key 3:1-2 b",
    "unsupported-yaml 4:7-8 c",
    "duplicate-key 5:1-2 c",
    "unsupported-yaml 6:1-4",
  ]);
});

test("every finding has a sentence of ours, and advice apart from it", () => {
  const sources = ["a: @b", "a: *b", "a: {b: 1, b: 2}", "%X\n--- a", "a: !b c", "a\nb: c", "\0"];
  for (const { message, hint } of sources.flatMap((source) => read(source).findings)) {
    expect(message).toMatch(/^[A-Z"][^\n]*\.$/);
    expect(hint).toMatch(/^[A-Z][^\n]*\.$/);
  }
});

function block(): unknown {
  return { a: [{ b: 1, c: "x y" }, 2.5], d: { e: ["f", null] } };
}

function text(): unknown {
  return ["a'b", "A\n", "c\nd\n", "e f"];
}

function keys(): unknown {
  return { "1": "a", "1.0": "b", true: "c", "0x1F": "d" };
}

function quotedKeys(): unknown {
  return { a: 1, b: 2, null: 3, "<<": 4 };
}

function aliases(): unknown {
  return { a: { b: [1] }, c: { b: [1] }, d: [1] };
}

function places(...ranges: readonly string[]): readonly string[] {
  return ranges.map((range) => `yaml-syntax ${range}`);
}

function two(first: string, second: string, code = "unsupported-yaml"): readonly string[] {
  return [`${code} ${first}`, `${code} ${second}`];
}

function thrice(): readonly string[] {
  return ["duplicate-key 1:13-14 [0].a.b", "duplicate-key 1:19-20 [0].a.b"];
}
