import type { Compiled, CompileResult } from "../../compile-documents.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { printYaml } from "../../yaml/print.ts";
import { inDocumentOrder } from "../formats/in-document-order.ts";
import { createProgress } from "../formats/progress.ts";
import { withMark } from "../io/compiled-mark.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { OutputFile } from "../io/output-file.ts";
import { readText } from "../io/read-text.ts";
import { compileAsNeeded } from "./compile-as-needed.ts";
import type { LocatedTarget } from "./located-target.ts";

export interface CompiledTargets {
  /** Of the requests that compiled. */
  readonly outputs: readonly OutputFile[];
  /** Errors and warnings, target by target. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was read and has something wrong with it. */
  readonly texts: readonly TextDocument[];
  readonly isSound: boolean;
}

export interface CompileTargetsOptions {
  /** Whether warnings are errors for every target. */
  readonly strict: boolean;
  readonly quiet: boolean;
}

/** Reads and compiles every request of some targets. Throws an AccessError. */
export async function compileTargets(
  targets: readonly LocatedTarget[],
  { strict, quiet }: CompileTargetsOptions,
  io: CommandLineIo,
): Promise<CompiledTargets> {
  const total = targets.reduce((sum, { requests }) => sum + requests.length, 0);
  const progress = createProgress("compiling", total, quiet, io);
  const outputs: OutputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const texts: TextDocument[] = [];
  let isSound = true;
  try {
    for (const target of targets) {
      const settings =
        target.settings === undefined ? undefined : await readText(target.settings, io);
      const options = {
        strict: strict || target.strict,
        kuberayVersion: target.kuberayVersion,
        settingsAt: target.settingsAt,
      };
      const results: CompileResult[] = [];
      for (const { file, output } of target.requests) {
        const request = await readText(file, io);
        const result = await compileAsNeeded(request, settings, options);
        if (result.ok) outputs.push(outputFile(output, target.name, result));
        else isSound = false;
        if (!result.ok || result.diagnostics.length > 0) {
          results.push(result);
          texts.push(request);
        }
        await progress.advance();
      }
      diagnostics.push(...inDocumentOrder(results));
      if (settings !== undefined) texts.push(settings);
    }
  } finally {
    await progress.end();
  }
  return { outputs, diagnostics, texts, isSound };
}

function outputFile(file: string, target: string, { manifest, plan }: Compiled): OutputFile {
  const unmarked = printYaml(manifest);
  return {
    file,
    text: withMark(unmarked),
    unmarked,
    target,
    manifests: [manifest],
    kuberayVersion: plan.kuberay_version,
  };
}
