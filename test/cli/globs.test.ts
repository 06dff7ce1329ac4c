import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeIo } from "../../src/cli/io/node-io.ts";
import { createFileFinder } from "../../src/cli/project/find-files.ts";
import { fitsSegment, globProblem, parseGlob } from "../../src/cli/project/glob.ts";

const files = [
  "a.yaml",
  "b.yml",
  "c.json",
  ".hidden.yaml",
  "x/a.yaml",
  "x/ab.yaml",
  "x/y/a.yaml",
  "x/y/z/deep.yaml",
  "x/.git/config.yaml",
  "x/node_modules/p/a.yaml",
  "X/upper.yaml",
  "x-1/request.yaml",
  "x[1]/a.yaml",
  "é/\u{1f600}.yaml",
];

const folder = mkdtempSync(join(tmpdir(), "raycluster-globs-"));
const { stdin, stdout, stderr } = process;
const io = nodeIo({ argv: [], env: {}, cwd: () => folder, stdin, stdout, stderr });

beforeAll(() => {
  for (const file of files) write(join(folder, "plain", file));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
}

test.each<[string, readonly string[]]>([
  ["a.yaml", ["a.yaml"]],
  ["./a.yaml", ["a.yaml"]],
  ["x/../a.yaml", ["a.yaml"]],
  ["x//a.yaml", ["x/a.yaml"]],
  ["*.yaml", ["a.yaml"]],
  ["*", ["a.yaml", "b.yml", "c.json"]],
  ["*.{yaml,yml,json}", ["a.yaml", "b.yml", "c.json"]],
  ["{a,b}.{yaml,yml}", ["a.yaml", "b.yml"]],
  ["{x/{a,ab},c}.{yaml,json}", ["c.json", "x/a.yaml", "x/ab.yaml"]],
  ["x/a{,b}.yaml", ["x/a.yaml", "x/ab.yaml"]],
  ["x/?.yaml", ["x/a.yaml"]],
  ["x/??.yaml", ["x/ab.yaml"]],
  ["x/a*.yaml", ["x/a.yaml", "x/ab.yaml"]],
  ["x/*a*b*.yaml", ["x/ab.yaml"]],
  ["x/*/a.yaml", ["x/y/a.yaml"]],
  ["*/a.yaml", ["x/a.yaml", "x[1]/a.yaml"]],
  ["x[1]/*.yaml", ["x[1]/a.yaml"]],
  ["x/**", ["x/a.yaml", "x/ab.yaml", "x/y/a.yaml", "x/y/z/deep.yaml"]],
  ["x/**/a.yaml", ["x/a.yaml", "x/y/a.yaml"]],
  ["**/deep.yaml", ["x/y/z/deep.yaml"]],
  ["**/**/a.yaml", ["a.yaml", "x/a.yaml", "x/y/a.yaml", "x[1]/a.yaml"]],
  ["**/y/**/*.yaml", ["x/y/a.yaml", "x/y/z/deep.yaml"]],
  ["{x,x/y}/a.yaml", ["x/a.yaml", "x/y/a.yaml"]],
  ["é/?.yaml", ["é/\u{1f600}.yaml"]],
  ["*/request.yaml", ["x-1/request.yaml"]],
  [".*.yaml", [".hidden.yaml"]],
  [".hidden.yaml", [".hidden.yaml"]],
  ["x/.git/*.yaml", ["x/.git/config.yaml"]],
  ["x/node_modules/**/a.yaml", ["x/node_modules/p/a.yaml"]],
  ["x/*/p/a.yaml", []],
  ["X/*.yaml", ["X/upper.yaml"]],
  ["x", []],
  ["a.yaml/*", []],
  ["nothing/**/*.yaml", []],
  ["**/nothing", []],
])("%s finds %j", async (glob, expected) => {
  expect(globProblem(glob)).toBeUndefined();
  expect(await createFileFinder("plain", io)(glob)).toEqual(
    expected.map((file) => `plain/${file}`),
  );
  const absolute = join(folder, "plain", glob);
  expect(await createFileFinder("elsewhere", io)(absolute)).toEqual(
    expected.map((file) => join(folder, "plain", file)),
  );
});

test.each<[string, RegExp]>([
  ["{a,b", /opens a brace and does not close/],
  ["a}b", /closes a brace that was not opened/],
  ["}a{", /closes a brace that was not opened/],
  ["!a.yaml", /cannot exclude/],
  ["a/", /does not name a file/],
  ["{a,}", /does not name a file/],
  ["a/{b,c/}", /does not name a file/],
  ["*/../a.yaml", /after a wildcard/],
  ["..", /after a wildcard/],
  [".", /after a wildcard/],
  ["{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}", /more than 256 paths/],
])("%s is no glob", (glob, problem) => {
  expect(globProblem(glob)).toMatch(problem);
});

test("any number of folders is said once", () => {
  expect(parseGlob("a/**/**/**/b*")).toEqual(parseGlob("a/**/b*"));
  expect(parseGlob(`${"**/".repeat(300)}*.yaml`)).toEqual([
    { base: "", segments: ["**", "*.yaml"] },
  ]);
});

test("long globs have problems, too", () => {
  expect(globProblem("a".repeat(1001))).toMatch(/longer than 1000 characters/);
  expect(globProblem("{a,b}".repeat(200))).toMatch(/more than 256 paths/);
  expect(globProblem("{".repeat(500) + "}".repeat(500))).toMatch(/does not name a file/);
  expect(globProblem(`${"{".repeat(499)}a${"}".repeat(499)}`)).toBeUndefined();
});

test("many stars take no time", () => {
  expect(fitsSegment("a".repeat(20_000), `${"*a".repeat(200)}b`)).toBe(false);
});

test("a segment fits as the regular expression that it stands for", () => {
  const characters = fc.constantFrom("a", "b", "*", "?", ".", "\u{1f600}");
  const segment = fc.array(characters, { maxLength: 8 }).map((some) => some.join(""));
  const name = fc
    .array(fc.constantFrom("a", "b", "\u{1f600}"), { maxLength: 8 })
    .map((some) => some.join(""));
  const fitting = { true: 0, false: 0 };
  fc.assert(
    fc.property(name, segment, (text, pattern) => {
      const source = pattern.replaceAll(".", "\\.").replaceAll("*", ".*").replaceAll("?", ".");
      const expected = new RegExp(`^${source}$`, "u").test(text);
      fitting[`${expected}`]++;
      expect(fitsSegment(text, pattern)).toBe(expected);
    }),
    { examples: [["ab", "a*"]] },
  );
  expect(fitting.true).toBeGreaterThan(0);
});

test("every text is a glob that can be parsed, or has a problem", () => {
  const text = fc.array(fc.constantFrom("a", "*", "?", "{", "}", ",", "/", ".", "!"), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(text, (characters) => {
      const glob = characters.join("");
      if (globProblem(glob) !== undefined) return;
      for (const { segments } of parseGlob(glob)) {
        expect(segments.length).toBeGreaterThan(0);
        expect(segments.at(-1)).not.toBe("**");
      }
    }),
  );
});

test("links to folders are followed where they are named, and circles are never walked", async () => {
  const linked = join(folder, "linked");
  for (const path of ["a.yaml", "x/a.yaml"]) write(join(linked, path));
  symlinkSync(".", join(linked, "x", "loop"));
  symlinkSync("x", join(linked, "link"));
  symlinkSync("self", join(linked, "self"));
  symlinkSync("nowhere", join(linked, "dangling.yaml"));
  symlinkSync("a.yaml", join(linked, "linked.yaml"));
  mkdirSync(join(linked, "folder.yaml"));
  const find = createFileFinder("linked", io);
  expect(await find("**/a.yaml")).toEqual(["linked/a.yaml", "linked/x/a.yaml"]);
  expect(await find("link/*.yaml")).toEqual(["linked/link/a.yaml"]);
  expect(await find("*.yaml")).toEqual(["linked/a.yaml", "linked/linked.yaml"]);
});
