import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorsAmong } from "../../src/diagnostics/errors-among.ts";
import { readYamlDocuments } from "../../src/yaml/read-yaml-documents.ts";
import { needs } from "../needs.ts";
import { isThorough } from "../property-runs.ts";
import { describeFindings } from "./describe-findings.ts";

function read(text: string, dialect: "manifest" | "request" = "manifest") {
  return readYamlDocuments({ file: "f.yaml", text }, "request", { dialect });
}

/** The first document, as JSON has it, or `refused`. */
function reading(text: string): unknown {
  const [source] = read(text);
  if (source === undefined) return null;
  if (errorsAmong(source.findings).length > 0) return "refused";
  return JSON.parse(JSON.stringify(source.data));
}

/** Taken from runs of sigs.k8s.io/yaml 1.4.0. */
test.each<[string, string, unknown]>([
  ["words for booleans", "[y, Y, n, N, yes, NO, On, oFF, TRUE]", bools()],
  ["words for null", "[~, null, NULL, nULL, '~', ]", [null, null, null, "nULL", "~"]],
  ["octal numbers", "[0644, 0o17, 0O17, -010, 00, 08, 0o8]", [420, 15, 15, -8, 0, 8, "0o8"]],
  ["other bases", "[0x1f, -0X1F, 0b101, +0b1, 0b2, 0x]", [31, -31, 5, 1, "0b2", "0x"]],
  ["underscores", "[1_0, 1__0_, 0_7, 0x_f, _1, 1_e3]", [10, 10, 7, 15, "_1", 1000]],
  ["floats", "[.5, 5., +.5, 1.e2, 1E3, .5_5, ._5, .]", [0.5, 5, 0.5, 100, 1000, 0.55, "._5", "."]],
  ["numbers beyond a float", "[1e309, -1e309, 1e-400]", ["1e309", "-1e309", 0]],
  ["more than 64 bits", "[18446744073709551616, 0x10000000000000000]", beyond()],
  ["sexagesimals and dates", "[1:30, 2001-12-14, 12:30:45]", ["1:30", "2001-12-14", "12:30:45"]],
  ["quotes", "['0644', \"yes\", 'on']", ["0644", "yes", "on"]],
  ["keys", "{y: 1, 0x10: 2, 1.0: 3, 1e6: 4, 1e-5: 5, True: 6, '0x10': 7}", keys()],
  ["the last of two keys", "a: 1\na: 2\n", { a: 2 }],
  ["two spellings of one key", "yes: 1\ntrue: 2\n", { true: 2 }],
  ["a tag that says text", "[!!str 0644, !!str yes, !!str]", ["0644", "yes", ""]],
  ["tags of numbers", "[!!int '0644', !!float 1, !!bool 'on']", [420, 1, true]],
  ["binary", "!!binary aMOp\n", "h\u00e9"],
  ["tags that nobody knows", "[!a 1, !b {c: 1}, ! 2]", ["1", { c: 1 }, "2"]],
  ["a set", "!!set {a, b}\n", { a: null, b: null }],
  ["a merge key", "- &a {x: 1, y: 2}\n- {<<: *a, z: 3}\n", [xy(), { x: 1, true: 2, z: 3 }]],
  ["a merge key behind", "- &a {x: 1}\n- {x: 2, <<: *a}\n", [{ x: 1 }, { x: 1 }]],
  ["several merged", "- &a {x: 1}\n- {<<: [*a, {x: 2, w: 3}]}\n", [{ x: 1 }, { x: 1, w: 3 }]],
  ["an alias as key", "a: &k b\n*k : 1\n", { a: "b", b: 1 }],
  ["the directive of YAML 1.1", "%YAML 1.1\n---\n[no]\n", [false]],
  ["line breaks of old", "a: 1\rb: 2\r", { a: 1, b: 2 }],
  ["JSON with its escapes", '{"a": "\\/\\ud83d\\ude00"}', { a: "/\u{1f600}" }],
  ["a line separator in quotes", "'a\u2028b'\n", "a\u2028b"],
  ["a next line in quotes", "'a \u0085 b'\n", "a b"],
  ["tabs that only separate", 'a:\t1\nb:\t"c"\t# d\ne: &f\t[\tg\t]\nh: |2\n  \ti\n', tabs()],
  ["a tab behind spaces and text", "a: 1\n \t\nb: x\n  \ty\n", { a: 1, b: "x y" }],
  ["JSON that tabs indent", '\t{\n\t"a": 1\n}\n\t', { a: 1 }],
  ["comments without a space", 'a: "b"# c\nd: [1,# e\n2]# f\ng: |# h\n  i\n', comments()],
  ["brackets that are not indented", "a:\n  b: [\n1,\n  2\n]\n  c: {\nx: 1\n  }\n", unindented()],
  [
    "quotes that are not indented",
    "a:\n  b: \"x\ny\"\n  c: 'x\n\n y'\n",
    { a: { b: "x y", c: "x\ny" } },
  ],
  ["brackets that tabs indent", "a: [\n\t1,\n\t{\n\t\tb: c\n\t}\n]\n", { a: [1, { b: "c" }] }],
  ["a text in brackets on lines that are not indented", "a: [x\ny]\n", { a: ["x y"] }],
])("reads %s as Go's readers do", (_name, text, expected) => {
  expect(reading(text)).toEqual(expected);
});

test.each<[string, string]>([
  ["infinity", "a: .inf"],
  ["an empty line that begins with a tab", "a: 1\n\t\nb: 2\n"],
  ["a tab at the end", "a: 1\n\t"],
  ["a tab before a comment", "a: b\n\t# c\n"],
  ["a tab behind a key on the line before", "a:\n  \tb\n"],
  ["a tab behind quotes on the line before", 'a: "b"\n \t\nc: d\n'],
  ["a tab behind the dash of an item", "- \ta\n"],
  ["a tab behind the sign of a key", "?\ta\n"],
  ["a tab that begins a block of text", "a: |\n  \tb\n"],
  ["no number", "a: .NaN"],
  ["a null key", "~: 1"],
  ["an unsigned key", "9223372036854775808: 1"],
  ["a list as key", "[a]: 1"],
  ["a tag that does not fit", "!!int 1.5"],
  ["text as null", "!!null x"],
  ["binary that is none", "!!binary a"],
  ["a merge of no map", "<<: [1]"],
  ["a merge of nothing", "<<:"],
  ["an anchor that is not there", "*a"],
  ["an anchor within itself", "&a [*a]"],
  ["another directive", "%YAML 1.2\n---\na: 1"],
  ["half a character", 'a: "\\ud800"'],
  ["a slash that is escaped", 'a: "\\/"'],
  ["a line break that is hidden in a comment", "# a\u2028b: 1"],
  ["DEL", "a: \u007f"],
])("refuses %s as Go's readers do", (_name, text) => {
  expect(reading(text)).toBe("refused");
  expect(read(text)[0]?.data).toBeUndefined();
});

const readings = "../shared/reference/go-yaml-readings.jsonl";
const seenReadings = needs(readings);

test("a document without indentation does not hide that others are broken, and no document is lost", () => {
  const broken = "a: [\n".repeat(2_000);
  const sources = read(`${broken}---\nb: [\n1]\n---\nc: 1\n---\nd: }\n`);
  const mistaken = sources.map(({ findings }) => errorsAmong(findings).length > 0);
  expect([sources.length, mistaken[0], mistaken.at(-1)]).toEqual([4, true, true]);
  expect(sources[2]?.data).toEqual({ c: 1 });
});

seenReadings.test(`reads what was seen of Go's reader${seenReadings.skipped}`, () => {
  const wrong = readFileSync(readings, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): { in: string; json?: unknown; error?: string } => JSON.parse(line))
    .map((seen) => ({ seen, ours: reading(seen.in) }))
    .filter(({ seen, ours }) =>
      seen.error === undefined
        ? JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(seen.json))
        : ours !== "refused",
    );
  expect(wrong).toEqual([]);
});

function sorted(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(sorted);
  if (typeof data !== "object" || data === null) return data;
  return Object.entries(data)
    .map(([key, value]) => [key, sorted(value)])
    .sort();
}

test("every document of a stream is read, with places of the whole text", () => {
  const sources = read("# none\n---\na: 1\n---\n\n---\n- b: yes\n...\n---\nc: [\n---\nd: 4\n");
  expect(sources.map(({ data }) => data)).toEqual([{ a: 1 }, [{ b: true }], undefined, { d: 4 }]);
  expect(sources.map(({ findings }) => describeFindings(findings))).toEqual([
    [],
    ["surprising-yaml 7:6-9 [0].b"],
    ["yaml-syntax 10:4-5"],
    [],
  ]);
  expect(sources[3]?.rangeOf?.(["d"], "value")?.start).toEqual({ line: 12, column: 4 });
});

test.each<[string, "manifest" | "request", readonly string[]]>([
  ["a: yes\n", "manifest", ["surprising-yaml 1:4-7 a"]],
  ["a: yes\n", "request", ["surprising-yaml 1:4-7 a"]],
  ["a: 'yes'\n", "manifest", []],
  ["a: true\n", "request", []],
  ["y: 1\n", "manifest", ["surprising-yaml 1:1-2 true"]],
  ["y: 1\n", "request", ["surprising-yaml 1:1-2 y"]],
  ["a: 0644\n", "manifest", ["surprising-yaml 1:4-8 a"]],
  ["a: \u201c2.52.0\u201d\n", "manifest", ["surprising-yaml 1:4-12 a"]],
  ["a: \u2018b\u2019\n", "request", ["surprising-yaml 1:4-7 a"]],
  ["a: \u201cb\u201d c\n", "request", []],
  ["a: '\u201cb\u201d'\n", "request", []],
  ["a: \u00a0b\n", "manifest", ["surprising-yaml 1:4-6 a"]],
  ["a: b\u3000\n", "request", ["surprising-yaml 1:4-6 a"]],
  ["a: b\u00a0# c\n", "manifest", ["surprising-yaml 1:4-9 a"]],
  ["a: '\u00a0b'\n", "manifest", []],
  ["a: b\u3000c\n", "request", []],
  ["a: |\n  \u3000b\n", "manifest", []],
  ["a:\n\u00a0\u00a0b: 1\n", "manifest", ["yaml-syntax 2:1-4"]],
  ["defaultMode: 0644\n", "manifest", []],
  ["a: 1_000\n", "request", ["surprising-yaml 1:4-9 a"]],
  ["a: 1\na: 2\n", "manifest", ["surprising-yaml 2:1-2 a"]],
  ["a: 1\na: 2\n", "request", ["duplicate-key 2:1-2 a"]],
  ["a: [1, 1.5, 1e3, 0x1f, 0o17, ~, 1Gi, v1, 2001-12-14]\n", "manifest", []],
])("of %j as a %s it reports %j", (text, dialect, expected) => {
  expect(describeFindings(read(text, dialect)[0]?.findings ?? [])).toEqual(expected);
});

test("a byte order mark before a document is no part of it, and nothing moves", () => {
  const sources = read("\ufeffa: 1\n---\n\ufeffb: 2\n--- \r\n\ufeffc: 3\n");
  expect(sources.map(({ data }) => data)).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
  expect(sources[2]?.rangeOf?.(["c"], "value")?.start).toEqual({ line: 5, column: 5 });
  expect(read("a: 1\n\ufeffb: 2\n")[0]?.data).toBeUndefined();
});

test("a dump may be larger than a request, and the hint fits what is too large", () => {
  const large = `- a: ${"x".repeat(1_000)}\n`.repeat(1_200);
  expect(read(large)[0]?.findings).toEqual([]);
  expect(read(large, "request")[0]?.findings.map(({ hint }) => hint)).toEqual([
    "Remove what the compiler does not read.",
  ]);
  const [tooLarge] = read("#".repeat(16 * 2 ** 20 + 1));
  expect(tooLarge?.findings.map(({ code, hint }) => [code, hint])).toEqual([
    ["input-limit", "Split it, or select fewer objects."],
  ]);
});

/** More than are noted. */
const MISTAKES = isThorough ? 30_000 : 2_100;

test("no document counts as sound behind mistakes that were not noted", () => {
  const sources = read(`${"---\na: @\n".repeat(MISTAKES)}---\nb: 1\n`);
  // At night there are more documents than are read, and the last one is not sound either.
  const broken = isThorough ? sources : sources.slice(0, MISTAKES);
  expect(broken.length).toBeGreaterThan(2_000);
  expect(broken.every(({ data }) => data === undefined)).toBe(true);
  expect(broken.every(({ findings }) => findings.length > 0)).toBe(true);
});

test("no number of tags hides a mistake", () => {
  const [source] = read(`${"- !a b\n".repeat(MISTAKES)}- @c\n`);
  expect(describeFindings(source?.findings ?? [])).toEqual([`yaml-syntax ${MISTAKES + 1}:3-4`]);
});

test("no warning crowds out a mistake", () => {
  const [source] = read(`${"- y\n".repeat(2_000)}- .inf\n`);
  expect(source?.findings).toHaveLength(1_000);
  expect(errorsAmong(source?.findings ?? [])).toHaveLength(1);
});

test("a place in a map that is merged is that of the anchor", () => {
  const [source] = read("a: &a {x: 1}\nb:\n  <<: *a\n  z: 2\n");
  expect(source?.rangeOf?.(["b", "x"], "value")?.start).toEqual({ line: 1, column: 11 });
});

function bools() {
  return [true, true, false, false, true, false, true, "oFF", true];
}

function beyond() {
  return [2 ** 64, "0x10000000000000000"];
}

function keys() {
  return { true: 6, "16": 2, "0x10": 7, "1": 3, "1e+06": 4, "1e-05": 5 };
}

function xy() {
  return { x: 1, true: 2 };
}

function unindented() {
  return { a: { b: [1, 2], c: { x: 1 } } };
}

function comments() {
  return { a: "b", d: [1, 2], g: "i\n" };
}

function tabs() {
  return { a: 1, b: "c", e: ["g"], h: "\ti\n" };
}
