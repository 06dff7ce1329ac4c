import { compilerCodes } from "./compiler-codes.ts";
import { manifestCodes } from "./manifest-codes.ts";

/** Every code that a diagnostic can carry: those of what is compiled, then those of manifests. The documentation follows it. */
export const diagnosticCodes = Object.freeze({ ...compilerCodes, ...manifestCodes });

/** The closed set of codes: the one field of a diagnostic to branch on. */
export type DiagnosticCode = keyof typeof diagnosticCodes;
