import { expect } from "vitest";
import type { CompileResult } from "../../src/compile-documents.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { objectsIn } from "./plain-copies.ts";

/** A manifest or an error, and a report that can be read, stored and sent, whatever was in the input. */
export function expectOrder(result: CompileResult): void {
  expect(pollution()).toEqual([]);
  if (result.ok) {
    expect(printYaml(result.manifest)).toMatch(/^apiVersion: ray\.io\/v1/);
    expect(JSON.parse(JSON.stringify(result.plan))).toEqual(result.plan);
    expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expectReadable(result.diagnostics);
  } else {
    expect(result.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    expectReadable(result.diagnostics);
  }
}

function expectReadable(diagnostics: readonly Diagnostic[]): void {
  expect(diagnostics.length).toBeLessThanOrEqual(51);
  expect(objectsIn(diagnostics).filter((object) => !Object.isFrozen(object))).toEqual([]);
  expect(JSON.parse(JSON.stringify(diagnostics))).toEqual(diagnostics);
  // Each call of expect costs more than the checks.
  expect(diagnostics.filter((diagnostic) => !isSentence(diagnostic))).toEqual([]);
  const texts = diagnostics.flatMap(({ message, hint = "", related = [] }) => [
    message,
    hint,
    ...related.map((place) => place.message),
  ]);
  expect(texts.filter((text) => text.length >= 1_000 || UNPRINTABLE.test(text))).toEqual([]);
  expect(renderDiagnostics(diagnostics).replaceAll("\n", "")).not.toMatch(UNPRINTABLE);
}

function isSentence({ message, hint = "" }: Diagnostic): boolean {
  return /^["A-Za-z0-9_$[].*\.$/.test(message) && /^["A-Za-z_].*[.?]$/.test(hint);
}

/** Controls, bidirectional and invisible characters, line breaks of any kind, and halves of characters. */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/u;

/** What was added to the prototype of all objects. */
function pollution(): readonly string[] {
  const found: string[] = [];
  for (const key in {}) found.push(key);
  return found;
}
