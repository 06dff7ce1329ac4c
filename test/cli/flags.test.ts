import fc from "fast-check";
import { expect, test } from "vitest";
import type { FlagTable } from "../../src/cli/commands/flags.ts";
import { parseFlags } from "../../src/cli/commands/flags.ts";
import { UsageError } from "../../src/cli/commands/usage-error.ts";
import { anyCharacter } from "../any-character.ts";

const flags = {
  output: { kind: "value", short: "o", placeholder: "FILE", summary: "" },
  format: { kind: "value", placeholder: "FORMAT", choices: ["text", "json"], summary: "" },
  json: { kind: "switch", short: "j", summary: "" },
  quiet: { kind: "switch", short: "q", summary: "" },
} as const satisfies FlagTable;

test.each<[readonly string[], readonly string[], string | undefined, string]>([
  [[], [], undefined, ""],
  [["a", "-", "b"], ["a", "-", "b"], undefined, ""],
  [["-o", "x", "a"], ["a"], "x", ""],
  [["a", "--output", "x"], ["a"], "x", ""],
  [["--output=x"], [], "x", ""],
  [["-ox"], [], "x", ""],
  [["--output="], [], "", ""],
  [["--output", ""], [], "", ""],
  [["--output", "-"], [], "-", ""],
  [["--output=--json"], [], "--json", ""],
  [["--json", "--json"], [], undefined, "json"],
  [["-jq"], [], undefined, "json quiet"],
  [["-qo", "x"], [], "x", "quiet"],
  [["--", "--json", "-o"], ["--json", "-o"], undefined, ""],
])("%j is understood", (argv, operands, output, switches) => {
  const given = parseFlags(argv, flags);
  const set = (["json", "quiet"] as const).filter((name) => given.isSet(name)).join(" ");
  expect([given.operands, given.value("output"), set]).toEqual([operands, output, switches]);
});

test.each([
  [["--output"], "--output needs a value: --output=FILE."],
  [["-o"], "--output needs a value: --output=FILE."],
  [["--output", "--json"], "--output needs a value: --output=FILE."],
  [["--output", "-q"], "--output needs a value: --output=FILE."],
  [["-o", "x", "--output=y"], "--output is given twice."],
  [["--json=yes"], "--json takes no value."],
  [["--json="], "--json takes no value."],
  [["--format", "jsn"], "--format jsn is not one of text, json. Did you mean json?"],
  [["--format", "xml"], "--format xml is not one of text, json."],
  [["--format="], "--format  is not one of text, json."],
  [["--ouput=x"], "there is no flag --ouput. Did you mean --output?"],
  [["-jx"], "there is no flag -x."],
  [["--__proto__"], "there is no flag --__proto__."],
  [["--constructor=x"], "there is no flag --constructor."],
  [["--no-json"], "there is no flag --no-json. Did you mean --json?"],
  [[`--${"x".repeat(100)}`], `there is no flag --${"x".repeat(57)}….`],
])("%j is refused", (argv, message) => {
  expect(() => parseFlags(argv, flags)).toThrow(new UsageError(message));
});

test("any line is understood or refused with a sentence", () => {
  const word = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 12 }),
    fc.constantFrom(
      "-",
      "--",
      "-o",
      "--output",
      "--format",
      "--json",
      "-jq",
      "--output=",
      "=",
      "-=",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
      try {
        parseFlags(argv, flags);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        expect(String(error)).toMatch(/[.?]$/);
      }
    }),
  );
});
