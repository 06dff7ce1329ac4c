import { compile } from "../../src/compile.ts";
import type { CompileResult } from "../../src/compile-documents.ts";
import { deepFrozen } from "../compile/plain-copies.ts";
import type { Case } from "./cases.ts";

/** What `compile` makes of a case, without the case's options. Test files share it, so that it is frozen. */
export function compiledCase(entry: Case): CompileResult {
  const result = results.get(entry) ?? deepFrozen(compile(entry.request, entry.settings));
  results.set(entry, result);
  return result;
}

const results = new WeakMap<Case, CompileResult>();
