import type { DiagnosticCode } from "../../src/diagnostics/codes.ts";
import { diagnosticCodes } from "../../src/diagnostics/codes.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";

/** Whether a diagnostic speaks of one field alone, so that a JSON Schema can say the same. */
export function isSingleField({ code }: Diagnostic): boolean {
  return singleFieldCodes.has(code);
}

/** Whether the text itself could not be read as it stands; an editor's YAML reader says so. */
export function isUnreadable({ code }: Diagnostic): boolean {
  return unreadableCodes.has(code);
}

const codes: readonly string[] = Object.keys(diagnosticCodes);

const singleFieldCodes: ReadonlySet<DiagnosticCode | string> = new Set([
  "input-limit",
  "foreign-document",
  // Of pod templates.
  "api-unknown-field",
  "api-wrong-type",
  "pod-template-merge",
  ...codes.slice(codes.indexOf("missing-field"), codes.indexOf("worker-bounds")),
]);

const unreadableCodes: ReadonlySet<DiagnosticCode | string> = new Set([
  "yaml-syntax",
  "duplicate-key",
  "unsupported-yaml",
  "not-plain-data",
]);
