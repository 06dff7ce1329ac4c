import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { INVALID_REQUEST, REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

test.each<[boolean, Readonly<Record<string, string>>, readonly string[], boolean]>([
  [false, {}, [], false],
  [true, {}, [], true],
  [true, { TERM: "xterm" }, [], true],
  [true, { TERM: "dumb" }, [], false],
  [true, { NO_COLOR: "1" }, [], false],
  [true, { NO_COLOR: "" }, [], true],
  [false, { FORCE_COLOR: "1" }, [], true],
  [false, { FORCE_COLOR: "true" }, [], true],
  [false, { FORCE_COLOR: "" }, [], false],
  [true, { FORCE_COLOR: "0" }, [], false],
  [true, { FORCE_COLOR: "false" }, [], false],
  [false, { FORCE_COLOR: "1", TERM: "dumb" }, [], true],
  [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, [], true],
  [false, {}, ["--color"], true],
  [false, { NO_COLOR: "1", TERM: "dumb" }, ["--color"], true],
  [true, {}, ["--no-color"], false],
  [true, { FORCE_COLOR: "1" }, ["--no-color"], false],
])(
  "terminal %j, environment %j, flags %j: colour %j",
  async (terminal, environment, flags, colour) => {
    const { stderr } = await runCommandLine(["compile", "-", ...flags], {
      terminal,
      environment,
      stdin: INVALID_REQUEST,
    });
    expect(stderr.includes("\u001b[")).toBe(colour);
  },
);

test("colour changes nothing but the colour", async () => {
  const plain = await runCommandLine(["compile", "-"], { stdin: INVALID_REQUEST });
  const coloured = await runCommandLine(["compile", "-", "--color"], { stdin: INVALID_REQUEST });
  expect(coloured.stderr).not.toBe(plain.stderr);
  expect(stripVTControlCharacters(coloured.stderr)).toBe(plain.stderr);
});

test.each(["json", "github", "sarif"])("--format %s has no colour", async (format) => {
  const argv = ["compile", "-", "--color", "--format", format];
  const { stderr } = await runCommandLine(argv, { stdin: INVALID_REQUEST, terminal: true });
  expect(stderr).not.toContain("\u001b");
});

test("data has no colour", async () => {
  const { stdout } = await runCommandLine(["compile", "-", "--color"], { stdin: REQUEST });
  expect(stdout).not.toContain("\u001b");
});
