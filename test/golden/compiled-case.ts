import { compile } from "../../src/compile.ts";
import type { CompileResult } from "../../src/compile-documents.ts";
import { deepFrozen } from "../compile/plain-copies.ts";
import { madeOnce } from "../made-once.ts";
import type { Case } from "./cases.ts";

/** What `compile` makes of a case, without the case's options. Test files share it, so that it is frozen. */
export function compiledCase(entry: Case): CompileResult {
  return madeOnce(results, entry, () => deepFrozen(compile(entry.request, entry.settings)));
}

const results = new WeakMap<Case, CompileResult>();
