import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { CompileResult } from "../../src/compile-documents.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { objectsIn } from "./plain-copies.ts";

/** A manifest or an error, and a report that can be read, stored and sent, whatever was in the input. */
export function expectOrder(result: CompileResult): void {
  // Each call of expect costs more than the checks.
  expect([...disorderOf(result), ...unreadableOf(result.diagnostics)]).toEqual([]);
}

function disorderOf(result: CompileResult): readonly unknown[] {
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  const added = pollution();
  if (!result.ok) return errors.length > 0 ? added : [...added, "no error and no manifest"];
  const text = printYaml(result.manifest);
  return [
    ...added,
    ...errors,
    ...(text.startsWith("apiVersion: ray.io/v1") ? [] : [text]),
    ...(isStored(result.plan) ? [] : [result.plan]),
  ];
}

function unreadableOf(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  const texts = diagnostics.flatMap(({ message, hint = "", related = [] }) => [
    message,
    hint,
    ...related.map((place) => place.message),
  ]);
  const report = renderDiagnostics(diagnostics).replaceAll("\n", "");
  return [
    ...diagnostics.slice(51),
    ...objectsIn(diagnostics).filter((object) => !Object.isFrozen(object)),
    ...(isStored(diagnostics) ? [] : [diagnostics]),
    ...diagnostics.filter((diagnostic) => !isSentence(diagnostic)),
    ...texts.filter((text) => text.length >= 1_000 || UNPRINTABLE.test(text)),
    ...(UNPRINTABLE.test(report) ? [report] : []),
  ];
}

/** Whether JSON keeps all of it. */
function isStored(data: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(data)), data);
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
