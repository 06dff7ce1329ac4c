import fc from "fast-check";
import { expect, test } from "vitest";
import { readYaml } from "../../src/yaml/read.ts";
import { anyCharacter } from "../any-character.ts";
import { isThorough } from "../property-runs.ts";
import { hostileText } from "./arbitrary-tree.ts";
import { describeFindings } from "./describe-findings.ts";

function read(text: string, topLevelKeys?: readonly string[]) {
  return readYaml({ file: "f.yaml", text }, "request", topLevelKeys && { topLevelKeys });
}

function codesOf(text: string): readonly string[] {
  return read(text).findings.map(({ code }) => code);
}

const nestings: Readonly<Record<string, (levels: number) => string>> = {
  "flow lists": (levels) => `${"[".repeat(levels)}1${"]".repeat(levels)}`,
  "flow maps": (levels) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`,
  "open flow lists": (levels) => "[".repeat(levels),
  "open flow maps": (levels) => "{".repeat(levels),
  "flow lists and maps": (levels) => "[{a: ".repeat(levels),
  "pairs in flow lists": (levels) => "[a: ".repeat(levels),
  "block lists on one line": (levels) => "- ".repeat(levels),
  "block lists by indentation": (levels) => indented("-", levels),
  "block maps by indentation": (levels) => indented("a:", levels),
  "explicit keys": (levels) => "? ".repeat(levels),
  "flow collections as keys": (levels) => "? [{".repeat(levels),
  "lists below an ignored key": (levels) => `x: ${"[".repeat(levels)}${"]".repeat(levels)}\n`,
};

/** A hostile text comes more than once, and an exhausted stack does its harm only after some warming up. */
test.each(Object.entries(nestings))("refuses 5,000 levels of %s, each time", (_name, nest) => {
  for (const [levels, times] of [
    [100, 3],
    [1_000, 3],
    [5_000, isThorough ? 30 : 6],
  ] as const) {
    for (let time = 0; time < times; time++) {
      const { data, findings } = read(nest(levels));
      const places = findings.map(({ code, range }) => [code, range?.file]);
      expect([data, places]).toEqual([undefined, [["input-limit", "f.yaml"]]]);
    }
  }
});

test.each(["flow lists", "flow maps", "block maps by indentation"])(
  "reads 64 levels of %s and refuses 65",
  (name) => {
    expect(codesOf(nestings[name]?.(64) ?? "@")).toEqual([]);
    expect(codesOf(nestings[name]?.(65) ?? "@")).toEqual(["input-limit"]);
  },
);

test("says where a text gets too deep", () => {
  const { findings } = read(`a:\n - ${"[".repeat(100)}`);
  expect(describeFindings(findings)).toEqual(["input-limit 2:67-68"]);
});

test("counts levels through aliases", () => {
  const nest = (levels: number, inside: string) =>
    `${"[".repeat(levels)}${inside}${"]".repeat(levels)}`;
  const text = (levels: number) => `- &a ${nest(40, "1")}\n- ${nest(levels, "*a")}\n`;
  expect(codesOf(text(23))).toEqual([]);
  expect(codesOf(text(24))).toEqual(["input-limit"]);
});

test("bounds what aliases make of a small text", () => {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 12; level++) {
    const aliases = Array.from({ length: 10 }, () => `*a${level - 1}`).join(", ");
    lines.push(`a${level}: &a${level} [${aliases}]`);
  }
  const { data, findings } = read(lines.join("\n"));
  expect(data).toBeUndefined();
  expect(findings.map(({ code }) => code)).toEqual(["input-limit"]);
  expect(findings[0]?.message).toContain("100,000");
  expect(read(`${lines.join("\n")}\nray: 1\n`, ["ray"])).toMatchObject({
    data: { ray: 1 },
    findings: [],
  });
});

test("counts 100,000 values and no more", () => {
  const many = (last: string) =>
    `a: &a\n${"- x\n".repeat(1_000)}b: [${"*a, ".repeat(97)}${last}]\n`;
  // The root, its two lists, 98 times a thousand items, 97 aliases and their lists, and the last list make 98,198.
  expect(codesOf(many(`[${"x, ".repeat(1_802)}]`))).toEqual([]);
  expect(codesOf(many(`[${"x, ".repeat(1_803)}]`))).toEqual(["input-limit"]);
});

test("bounds the text", () => {
  expect(codesOf("#".repeat(1_048_576))).toEqual([]);
  expect(codesOf("#".repeat(1_048_577))).toEqual(["input-limit"]);
  expect(codesOf("]".repeat(10_000))).toEqual(["yaml-syntax"]);
  expect(codesOf("\n#".repeat(150_001))).toEqual(["input-limit"]);
});

const units = [
  ..."[ ] { } , : ? - ' \" * & ! | > % @ ` # \\ a 1 ~ < = \t \n \r \0 \u0002 \u0018 \u001f \ufeff \ud800".split(
    " ",
  ),
  ...["- ", "? ", ": ", "a: ", "*a ", "&a ", "!a ", "[a: ", "{a: ", "[]: ", "<<: ", "'' ", '"\\'],
  ...[
    "a\n",
    "a:\n",
    "- a\n",
    "- - a\n",
    "---\n",
    "...\n",
    "%a\n",
    "|\n",
    "- |\n",
    "\r\n",
    " \n",
    "#\n",
  ],
  ...["a: @\n", "a:\n\tb:\n", "a: 'x\n", "{a: 1}\n", "*a\n", "- !a\n", "a: 1\n"],
];

test.each(units)("survives very much of %j", (unit) => {
  // A list of 131,072 is longer than a call takes arguments; longer units do not make so long a list, and by day the others
  // do by turns. At night a text is as long as it may be.
  const isLong = unit.length === 1 && units.indexOf(unit) % 6 === 0;
  const long = isLong ? 131_072 : 4_096;
  for (const length of isThorough ? [20_000, 131_072, 1_048_576] : [long]) {
    const { findings } = read(unit.repeat(length / unit.length));
    expect(findings.length).toBeLessThanOrEqual(1_000);
  }
});

test("finds every mistake, so that a report can say how many it leaves out", () => {
  const keys = "a: 1\n".repeat(500);
  const signs = "- @a\n".repeat(500);
  const tags = "- !a b\n".repeat(500);
  const directives = "%A\n".repeat(500);
  const counts = [keys, signs, tags, `${directives}---\n`].map(
    (text) => read(text).findings.length,
  );
  expect(counts).toEqual([499, 500, 500, 500]);
});

test("finds duplicate keys among very many", () => {
  const lines = Array.from(
    { length: isThorough ? 20_000 : 2_000 },
    (_, index) => `key${index}: 1\n`,
  );
  expect(codesOf(lines.join(""))).toEqual([]);
  expect(codesOf([...lines, "key0: 2\n"].join(""))).toEqual(["duplicate-key"]);
});

const syntax = fc.constantFrom(
  ...[
    "a",
    "b: ",
    "- ",
    "\n",
    "\n  ",
    "\n    ",
    "\t",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ": ",
    "? ",
    "*a ",
    "&a ",
    "!t ",
  ],
  ...[
    "#",
    " # c\n",
    "'",
    '"',
    "|\n",
    ">-\n",
    "\n---\n",
    "\n...\n",
    "%YAML 1.1\n",
    "\\",
    "\r\n",
    "<<: ",
    "1",
    "~",
  ],
  ...["\ufeff", "\ud800", "\0", "\u0085", "é", "@", "`", "__proto__: ", "ray: "],
);

/** Texts of any kind: signs of the syntax in any order, hostile text, any UTF-16. */
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.array(syntax, { maxLength: 40 }).map((parts) => parts.join("")) },
  fc.array(hostileText, { maxLength: 8 }).map((lines) => lines.join("\n")),
  fc.string({ unit: anyCharacter }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

test("reads any text without throwing, every finding placed in it, in order", () => {
  fc.assert(
    fc.property(anyText, fc.option(fc.constant(["ray", "a"])), (text, keys) => {
      const { data, findings, rangeOf } = read(text, keys ?? undefined);
      if (data === undefined) expect(findings.length).toBeGreaterThan(0);
      let last = 0;
      for (const { range, message } of findings) {
        expect(message).toMatch(/\.$/);
        const place = offsets(text, range);
        expect(place.start).toBeGreaterThanOrEqual(last);
        expect(place.end).toBeGreaterThanOrEqual(place.start);
        last = place.start;
      }
      for (const path of [[], ["a"], ["a", 0], [0], ["ray", "b", 1], ["__proto__"]]) {
        if (rangeOf !== undefined) offsets(text, rangeOf(path, "key"));
        if (rangeOf !== undefined) offsets(text, rangeOf(path, "value"));
      }
    }),
  );
});

function indented(sign: string, levels: number): string {
  // Spaces alone would make 12 million characters of 5,000 levels. With 1,400 a text is as long as it may be.
  const most = Math.min(levels, isThorough ? 1_400 : 400);
  const lines = Array.from({ length: most }, (_, level) => " ".repeat(level));
  return lines.map((indent) => `${indent}${sign}\n`).join("");
}

/** The offsets of a range; fails where the text has no such place. */
function offsets(text: string, range: ReturnType<NonNullable<ReturnType<typeof read>["rangeOf"]>>) {
  const lines = text.split(/\r\n|\r|\n/);
  const offset = (line: number, column: number) => {
    const length = lines[line - 1]?.length ?? -1;
    if (column < 1 || column - 1 > length) throw new Error(`Line ${line} has no column ${column}.`);
    return line * 1e6 + column;
  };
  if (range === undefined) throw new Error("There is no range.");
  return {
    start: offset(range.start.line, range.start.column),
    end: offset(range.end.line, range.end.column),
  };
}
