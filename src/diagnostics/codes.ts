import type { CodeEntry } from "./code-entry.ts";
import type { CompilerCode } from "./compiler-codes.ts";
import { compilerCodes } from "./compiler-codes.ts";
import type { ManifestCode } from "./manifest-codes.ts";
import { manifestCodes } from "./manifest-codes.ts";

/** The closed set of codes: the one field of a diagnostic to branch on. */
export type DiagnosticCode = CompilerCode | ManifestCode;

/** Every code that a diagnostic can carry: those of what is compiled, then those of manifests. The documentation follows it. */
export const diagnosticCodes: Readonly<Record<DiagnosticCode, CodeEntry>> = Object.freeze({
  ...compilerCodes,
  ...manifestCodes,
});
