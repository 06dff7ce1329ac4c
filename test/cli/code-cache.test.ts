import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cacheFolder, holdsOnlyOwn } from "../../src/cli/launch/cache-folder.ts";
import { codeCache } from "../../src/cli/launch/code-cache.ts";

let folder = "";
let file = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "raycluster-code-"));
  file = join(folder, "part.cjs");
  writeFileSync(file, "module.exports = (function () { return 1 + 1; });");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function loaded(from: string, build = "build"): unknown {
  const { load, save } = codeCache(from, build);
  const made = load(file);
  save();
  return typeof made === "function" ? made() : undefined;
}

function cacheFiles(): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".bin"));
}

test("what was compiled is kept, and taken again", () => {
  expect(loaded(folder)).toBe(2);
  const [name = ""] = cacheFiles();
  const kept = readFileSync(join(folder, name));
  expect(loaded(folder)).toBe(2);
  expect(readFileSync(join(folder, name))).toEqual(kept);
});

test("another text of the same length gets code of its own", () => {
  expect(loaded(folder)).toBe(2);
  writeFileSync(file, "module.exports = (function () { return 1 + 2; });");
  expect(loaded(folder)).toBe(3);
});

test("another build gets code of its own, though its files have the same length and time", () => {
  expect(loaded(folder)).toBe(2);
  const { atime, mtime } = statSync(file);
  writeFileSync(file, "module.exports = (function () { return 1 + 3; });");
  utimesSync(file, atime, mtime);
  expect(loaded(folder, "other")).toBe(4);
  expect(cacheFiles().filter((name) => name.startsWith("part-other-"))).toHaveLength(1);
});

test("code that was changed or cut is passed over and replaced", () => {
  loaded(folder);
  const [name = ""] = cacheFiles();
  const cacheFile = join(folder, name);
  const code = readFileSync(cacheFile);
  const changes = [100, code.length - 5, code.length - 1].map((index) => {
    const changed = Buffer.from(code);
    changed[index] = (code[index] ?? 0) ^ 1;
    return changed;
  });
  const zeros = Buffer.from(code).fill(0, code.length / 2);
  for (const changed of [...changes, zeros, code.subarray(0, code.length - 1), Buffer.alloc(0)]) {
    writeFileSync(cacheFile, changed);
    loaded(folder);
    expect(readFileSync(cacheFile)).not.toEqual(changed);
  }
});

test("what is no compiled code is passed over and replaced", () => {
  // A text of its own, since V8 remembers what it compiled in this process.
  writeFileSync(file, "module.exports = (function () { return 2; /* no code */ });");
  const { size, mtimeMs } = statSync(file);
  const name = ["part", "build", process.version, process.arch, size, mtimeMs].join("-");
  const cacheFile = join(folder, `${name}.bin`);
  writeFileSync(cacheFile, "no code", { mode: 0o600 });
  expect(loaded(folder)).toBe(2);
  expect(readFileSync(cacheFile, "utf8")).not.toBe("no code");
});

test("old files of other builds are removed when something is written", () => {
  const age = (name: string, days: number) => {
    const time = Date.now() / 1000 - days * 24 * 60 * 60;
    utimesSync(join(folder, name), time, time);
  };
  loaded(folder, "old");
  loaded(folder, "recent");
  loaded(folder, "build");
  const [own = "", old = "", recent = ""] = [...cacheFiles()].sort();
  expect([own, old, recent].map((name) => name.split("-")[1])).toEqual(["build", "old", "recent"]);
  const others = [`${old}.123.tmp`, "part-old.bin", "notes.txt"];
  for (const name of others) writeFileSync(join(folder, name), "");
  mkdirSync(join(folder, `folder-${old}`));
  const kept = readdirSync(folder).filter((name) => name !== "part.cjs");
  for (const name of kept) age(name, name === recent ? 29 : 31);
  loaded(folder);
  expect(existsSync(join(folder, old))).toBe(true);
  writeFileSync(file, "module.exports = (function () { return 7 + 7; });");
  expect(loaded(folder)).toBe(14);
  const left = readdirSync(folder);
  expect(left).toEqual(
    expect.arrayContaining([own, recent, "part-old.bin", "notes.txt", `folder-${old}`]),
  );
  expect(left).not.toContain(old);
  expect(left).not.toContain(`${old}.123.tmp`);
});

test("a file that others can write, or a link, is not read", () => {
  loaded(folder);
  const [name = ""] = cacheFiles();
  const cacheFile = join(folder, name);
  const code = readFileSync(cacheFile);
  for (const spoil of [
    () => chmodSync(cacheFile, 0o622),
    () => {
      writeFileSync(join(folder, "elsewhere"), code);
      rmSync(cacheFile);
      symlinkSync(join(folder, "elsewhere"), cacheFile);
    },
  ]) {
    spoil();
    expect(loaded(folder)).toBe(2);
    // It was written anew, as it is where there is none.
    expect(readFileSync(cacheFile).length).toBeGreaterThan(0);
  }
});

test("a folder that cannot be written does no harm", () => {
  expect(loaded(join(folder, "missing"))).toBe(2);
});

test("the folder is made for the user alone", () => {
  const made = cacheFolder({ HOME: folder });
  expect(made).toBe(join(folder, ".cache/raycluster-compiler/code"));
  expect(cacheFolder({ XDG_CACHE_HOME: join(folder, "x"), HOME: folder })).toBe(
    join(folder, "x/raycluster-compiler/code"),
  );
});

test("a relative path is no place for it", () => {
  const home = cacheFolder({ HOME: folder });
  expect(home).toBeDefined();
  expect(cacheFolder({ XDG_CACHE_HOME: "cache", HOME: folder })).toBe(home);
  expect(existsSync("cache")).toBe(false);
});

test.each([
  ["there is no home", () => ({})],
  ["the home is relative", () => ({ HOME: "home" })],
  ["all is empty", () => ({ XDG_CACHE_HOME: "", HOME: "" })],
  ["it is switched off", () => ({ HOME: folder, NODE_DISABLE_COMPILE_CACHE: "1" })],
  [
    "others can write it",
    () => {
      cacheFolder({ HOME: folder });
      chmodSync(join(folder, ".cache/raycluster-compiler"), 0o777);
      return { HOME: folder };
    },
  ],
  [
    "others can write the folder within",
    () => {
      cacheFolder({ HOME: folder });
      chmodSync(join(folder, ".cache/raycluster-compiler/code"), 0o770);
      return { HOME: folder };
    },
  ],
  [
    "it is a link",
    () => {
      mkdirSync(join(folder, ".cache"));
      mkdirSync(join(folder, "elsewhere"));
      symlinkSync(join(folder, "elsewhere"), join(folder, ".cache/raycluster-compiler"));
      return { HOME: folder };
    },
  ],
  [
    "it cannot be made",
    () => {
      writeFileSync(join(folder, ".cache"), "");
      return { HOME: folder };
    },
  ],
] as const)("there is no folder where %s", (_, environment) => {
  expect(cacheFolder(environment())).toBeUndefined();
});

test.each([
  ["a file that others can write", (path: string) => chmodSync(path, 0o646)],
  ["a folder that its group can write", (path: string) => chmodSync(join(path, ".."), 0o775)],
  ["a link", (path: string) => symlinkSync(path, `${path}-link`)],
] as const)("Node's own cache is not used with %s in it", (_, spoil) => {
  const inner = join(folder, "cache/v22/inner");
  mkdirSync(inner, { recursive: true, mode: 0o755 });
  const path = join(inner, "code");
  writeFileSync(path, "", { mode: 0o644 });
  expect(holdsOnlyOwn(join(folder, "cache"))).toBe(true);
  spoil(path);
  expect(holdsOnlyOwn(join(folder, "cache"))).toBe(false);
});

test("Node's own cache is not used where its folder cannot be read", () => {
  expect(holdsOnlyOwn(join(folder, "missing"))).toBe(false);
});
