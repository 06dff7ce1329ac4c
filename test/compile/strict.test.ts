import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { compilerCodes } from "../../src/diagnostics/compiler-codes.ts";
import { cases } from "../golden/cases.ts";
import { compiledCase } from "../golden/compiled-case.ts";

// Those with options of their own have one that is wrong.
const invalid = (await cases("invalid")).filter(({ options }) => options === undefined);
const warned = invalid.filter((entry) => compiledCase(entry).ok);
const refused = invalid.filter((entry) => !compiledCase(entry).ok);

test("there is a fixture for every warning of what is compiled", () => {
  const codes = Object.entries(compilerCodes).filter(([, { severity }]) => severity === "warning");
  expect(codes.length).toBeGreaterThan(0);
  for (const [code] of codes) expect(warned.map(({ name }) => name)).toContain(code);
});

test.each(warned)("strict makes an error of $name, and changes nothing else of it", (entry) => {
  const result = compiledCase(entry);
  const strict = compile(entry.request, entry.settings, { strict: true });
  const warnings = result.ok ? result.diagnostics : [];
  expect(warnings.map(({ severity }) => severity)).toEqual(warnings.map(() => "warning"));
  const errors = warnings.map((warning) => ({ ...warning, severity: "error" }));
  expect(strict).toEqual({ ok: false, diagnostics: errors });
});

test.each(refused)("strict changes no more than the severity in $name", (entry) => {
  const result = compiledCase(entry);
  const strict = compile(entry.request, entry.settings, { strict: true });
  const report = result.diagnostics;
  expect(strict.ok).toBe(false);
  const errors = report.map((diagnostic) => ({ ...diagnostic, severity: "error" }));
  expect(strict.ok ? [] : strict.diagnostics).toEqual(errors);
});

test("strict is nothing to a request without warnings", async () => {
  const valid = await cases("valid");
  const sound = valid.filter((entry) => {
    const result = compiledCase(entry);
    return result.ok && result.diagnostics.length === 0;
  });
  expect(sound.length).toBeGreaterThan(10);
  for (const entry of sound) {
    const strict = compile(entry.request, entry.settings, { strict: true });
    expect(strict).toEqual(compiledCase(entry));
  }
});
