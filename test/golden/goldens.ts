import { compile } from "../../src/compile.ts";
import type { CompileResult } from "../../src/compile-documents.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { apiGoldens } from "./api-goldens.ts";
import type { Case } from "./cases.ts";
import { cases, textsOf } from "./cases.ts";
import { cliGoldens } from "./cli-goldens.ts";
import { compiledCase } from "./compiled-case.ts";
import { diffGoldens } from "./diff-goldens.ts";
import { effectGoldens } from "./effect-goldens.ts";
import { importGoldens } from "./import-goldens.ts";
import { lawGoldens } from "./law-goldens.ts";
import { manifestGoldens } from "./manifest-goldens.ts";
import { originGoldens } from "./origin-goldens.ts";
import { planGoldens } from "./plan-goldens.ts";
import { podAdditionGoldens } from "./pod-addition-goldens.ts";
import { podGoldens } from "./pod-goldens.ts";

/** What a file below `golden/` must hold. */
export interface Golden {
  /** Relative to `golden/`. */
  readonly file: string;
  /** Makes it anew. */
  readonly print: () => string | Promise<string>;
}

/** Every golden file there is, from the fixtures alone. */
export async function goldens(): Promise<readonly Golden[]> {
  const valid = await cases("valid");
  const invalid = await cases("invalid");
  return [
    ...valid.map((entry) => ({ file: `valid/${entry.name}.yaml`, print: () => manifestOf(entry) })),
    ...invalid.map((entry) => ({
      file: `invalid/${entry.name}.txt`,
      print: () => reportOf(entry),
    })),
    ...(await planGoldens()),
    ...(await originGoldens()),
    ...cliGoldens(),
    ...diffGoldens(),
    ...manifestGoldens(),
    ...podGoldens(),
    ...importGoldens(),
    ...apiGoldens(),
    ...lawGoldens(),
    ...effectGoldens(),
    ...podAdditionGoldens(),
  ];
}

function manifestOf(entry: Case): string {
  const result = compiled(entry);
  if (result.ok) return printYaml(result.manifest);
  const report = renderDiagnostics(result.diagnostics, { texts: textsOf(entry) });
  throw new Error(`fixtures/valid/${entry.name} does not compile:\n${report}`);
}

function compiled(entry: Case): CompileResult {
  if (entry.options === undefined) return compiledCase(entry);
  return compile(entry.request, entry.settings, entry.options);
}

/** Errors, or warnings where it compiles: either way there must be something to say. */
function reportOf(entry: Case): string {
  const result = compiled(entry);
  const diagnostics = result.diagnostics;
  if (diagnostics.length === 0) throw new Error(`fixtures/invalid/${entry.name} has no mistake.`);
  return renderDiagnostics(diagnostics, { texts: textsOf(entry) });
}
