import { compile } from "../../src/compile.ts";
import type { CompileResult } from "../../src/compile-documents.ts";
import { deepFrozen } from "../compile/plain-copies.ts";
import { memory } from "../memory.ts";
import type { Case } from "./cases.ts";

const results = memory<CompileResult>();

/** What `compile` makes of a case, without the case's options. Test files share it, so that it is frozen. */
export function compiledCase(entry: Case): CompileResult {
  return results(entry, () => deepFrozen(compile(entry.request, entry.settings)));
}
