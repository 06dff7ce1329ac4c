import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { INVALID_REQUEST, REQUEST } from "./documents.ts";
import type { Surroundings } from "./run-command-line.ts";
import { runCommandLine } from "./run-command-line.ts";

const LIMIT = 16 * 2 ** 20;
const noPermission = async () => {
  throw Object.assign(new Error(), { code: "EACCES" });
};

test.each<[string, string, Surroundings, string]>([
  ["a missing file", "a.yaml", {}, "a.yaml: the file does not exist"],
  [
    "a folder",
    "requests",
    { prepare: (folder) => mkdirSync(join(folder, "requests")) },
    "requests: it is a folder, not a file",
  ],
  [
    "a file below a file",
    "a.yaml/b.yaml",
    { files: { "a.yaml": "" } },
    "a.yaml/b.yaml: a part of its path is not a folder",
  ],
  ["a long name", "a".repeat(300), {}, `${"a".repeat(300)}: its name is too long`],
  [
    "a file without permission",
    "a.yaml",
    { replace: { readFile: noPermission } },
    "a.yaml: permission is denied",
  ],
  [
    "a large file",
    "a.yaml",
    { files: { "a.yaml": new Uint8Array(LIMIT + 1) } },
    "a.yaml: it is larger than 16 MiB",
  ],
  [
    "a large stream",
    "-",
    { stdin: "#".repeat(LIMIT + 1) },
    "standard input: it is larger than 16 MiB",
  ],
  [
    "bytes",
    "a.yaml",
    { files: { "a.yaml": Buffer.of(0x61, 0xff) } },
    "a.yaml: it is not UTF-8 text",
  ],
  [
    "an unfinished character",
    "a.yaml",
    { files: { "a.yaml": Buffer.of(0xe2, 0x82) } },
    "a.yaml: it is not UTF-8 text",
  ],
  [
    "a lone surrogate",
    "-",
    { stdin: Buffer.of(0xed, 0xa0, 0x80) },
    "standard input: it is not UTF-8 text",
  ],
  [
    "UTF-16",
    "a.yaml",
    { files: { "a.yaml": Buffer.from(`\ufeff${REQUEST}`, "utf16le") } },
    "a.yaml: it is UTF-16 text; save it as UTF-8",
  ],
  [
    "a missing file with a terminal escape in its name",
    "a\u001b[31m\n.yaml",
    {},
    "a\\u001b[31m\\u000a.yaml: the file does not exist",
  ],
])("%s cannot be read", async (_what, operand, surroundings, message) => {
  const outcome = await runCommandLine(["compile", operand], surroundings);
  expect(outcome).toMatchObject({
    exitCode: 2,
    stdout: "",
    stderr: `raycluster: cannot read ${message}.\n`,
  });
});

test("settings that cannot be read are named", async () => {
  const { exitCode, stderr } = await runCommandLine(["compile", "-", "--settings", "values.yaml"], {
    stdin: REQUEST,
  });
  expect(exitCode).toBe(2);
  expect(stderr).toBe("raycluster: cannot read values.yaml: the file does not exist.\n");
});

test("a text just within the limit is read", async () => {
  const padding = "#".repeat(LIMIT - REQUEST.length);
  const { stderr } = await runCommandLine(["compile", "-"], { stdin: `${REQUEST}${padding}` });
  expect(stderr).not.toContain("cannot read");
});

test("a byte order mark is passed over and moves no column", async () => {
  const sound = await runCommandLine(["compile", "-"], { stdin: `\ufeff${REQUEST}` });
  const unsound = await runCommandLine(["compile", "-"], { stdin: `\ufeff${INVALID_REQUEST}` });
  expect([sound.exitCode, sound.stderr]).toEqual([0, ""]);
  expect(unsound.stderr).toMatch(/^<stdin>:1:7 error invalid-name /);
});

test("an empty standard input is an invalid request", async () => {
  const { exitCode, stderr } = await runCommandLine(["compile", "-"]);
  expect(exitCode).toBe(3);
  expect(stderr).toContain("error missing-field");
});

test("files are named as they are given", async () => {
  const { stderr } = await runCommandLine(["compile", "./x/../x/a.yaml"], {
    files: { "x/a.yaml": INVALID_REQUEST },
  });
  expect(stderr).toMatch(/^\.\/x\/\.\.\/x\/a\.yaml:1:7 error invalid-name /);
});
