import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { needsThat } from "../needs.ts";
import { isThorough } from "../property-runs.ts";
import { bundledCommandLine } from "../scripts/bundled-command-line.ts";
import { REQUEST } from "./documents.ts";

// The cache of compiled code, in this Node and in others: RAYCLUSTER_NODES names their programs, as PATH names folders.

const others = (process.env.RAYCLUSTER_NODES ?? "").split(delimiter).filter((path) => path !== "");
const nodes = [process.execPath, ...others];

const folder = mkdtempSync(join(tmpdir(), "raycluster-launch-"));
const program = join(folder, "cli.cjs");
const home = join(folder, "home");
const cache = join(home, ".cache/raycluster-compiler/code");

beforeAll(async () => {
  await bundledCommandLine(process.cwd(), program);
});

beforeEach(() => {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
});

const filled = new Map<string, string>();

/** A home in which a Node has run once before, and what the program said then. */
function homeAfter(node: string): string {
  const kept = join(folder, `home-${nodes.indexOf(node)}`);
  const said = filled.get(node) ?? compiled(node, { HOME: kept });
  filled.set(node, said);
  cpSync(kept, home, { recursive: true });
  return said;
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function compiled(node: string, environment: Readonly<Record<string, string>> = { HOME: home }) {
  const { status, stdout, stderr } = spawnSync(node, [program, "compile", "-"], {
    env: environment,
    input: REQUEST,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining("bug")]);
  return stdout;
}

/** Files of compiled code, by their paths in a folder. */
function filesIn(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

test.each(nodes)("%s keeps compiled code and takes it again", (node) => {
  const first = compiled(node);
  const files = filesIn(cache);
  expect(files.length).toBeGreaterThanOrEqual(2);
  // As texts: to compare buffers, expect lists each byte.
  const contents = files.map((path) => readFileSync(path, "latin1"));
  expect(compiled(node)).toBe(first);
  expect(filesIn(cache)).toEqual(files);
  expect(files.map((path) => readFileSync(path, "latin1"))).toEqual(contents);
});

test.each(nodes)("%s works without a cache, and is told so", (node) => {
  const expected = homeAfter(node);
  rmSync(home, { recursive: true });
  expect(compiled(node, { HOME: home, NODE_DISABLE_COMPILE_CACHE: "1" })).toBe(expected);
  if (isThorough) expect(compiled(node, {})).toBe(expected);
  expect(filesIn(home)).toEqual([]);
  writeFileSync(home, "a file where a folder should be");
  expect(compiled(node)).toBe(expected);
  expect(readFileSync(home, "utf8")).toBe("a file where a folder should be");
  rmSync(home);
});

const SPOILED: readonly ((code: Buffer) => Buffer)[] = [
  (code) => Buffer.from(code).fill(0, code.length / 2),
  (code) => code.subarray(0, code.length - 1),
  () => Buffer.alloc(0),
];

// By day each of its files in another way; test/cli/code-cache.test.ts tries more ways within this process.
test.each(nodes)("%s compiles anew what was cut or changed in its cache", (node) => {
  const expected = homeAfter(node);
  const whole = new Map(filesIn(cache).map((path) => [path, readFileSync(path)]));
  for (let turn = 0; turn < (isThorough ? SPOILED.length : 1); turn += 1) {
    for (const [index, [path, code]] of [...whole].entries()) {
      writeFileSync(path, SPOILED[(index + turn) % SPOILED.length]?.(code) ?? "");
    }
    expect(compiled(node)).toBe(expected);
  }
});

test.each(nodes)("%s leaves a cache alone that others can write", (node) => {
  homeAfter(node);
  const files = filesIn(cache);
  for (const path of files) writeFileSync(path, "not ours");
  chmodSync(cache, 0o777);
  compiled(node);
  expect(files.map((path) => readFileSync(path, "utf8"))).toEqual(files.map(() => "not ours"));
});

test.each(nodes)("%s takes nothing that others could write or that is a link", (node) => {
  const expected = homeAfter(node);
  const [first = "", second = ""] = filesIn(cache);
  for (const path of [first, second]) {
    // Both copies of the code alike, which is all that tells whether it is whole.
    const code = readFileSync(path);
    const half = code.subarray(0, code.length / 2).fill(0xff, 200);
    writeFileSync(path, Buffer.concat([half, half]));
  }
  chmodSync(first, 0o666);
  const elsewhere = join(home, "elsewhere");
  writeFileSync(elsewhere, readFileSync(second));
  rmSync(second);
  symlinkSync(elsewhere, second);
  expect(compiled(node)).toBe(expected);
});

const { test: testOthers, skipped } = needsThat(
  others.length > 0,
  "RAYCLUSTER_NODES names no other programs of Node",
);

testOthers(`there are Nodes of other releases${skipped}`, () => {
  const versions = nodes.map(
    (node) => spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.split(".")[0],
  );
  expect(new Set(versions).size).toBeGreaterThan(1);
});
