// Compiling
export type { Compiled, CompileOptions, CompileResult, NotCompiled } from "./compile.ts";
export { compile } from "./compile.ts";
