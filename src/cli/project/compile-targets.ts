import { dirname, relative } from "node:path";
import type { CompileResult } from "../../compile-documents.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { Compiled } from "../../plan/compiled.ts";
import { printYamlDocuments } from "../../yaml/print.ts";
import { inDocumentOrder } from "../formats/in-document-order.ts";
import { createProgress } from "../formats/progress.ts";
import { withMark } from "../io/compiled-mark.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { OutputFile } from "../io/output-file.ts";
import { isUpToDate } from "../io/present-output.ts";
import { MAXIMUM_BYTES, readText } from "../io/read-text.ts";
import { compileAsNeeded } from "./compile-as-needed.ts";
import { createProjectFinder } from "./find-project-file.ts";
import type { LocatedTarget } from "./located-target.ts";
import { createNameRegister, objectNames } from "./name-register.ts";
import { readTargetLayers } from "./read-target-layers.ts";
import type { RememberedOutputs } from "./remembered-outputs.ts";
import { digestOf, openRememberedOutputs } from "./remembered-outputs.ts";

export interface CompiledTargets {
  /** Of the requests that compiled, those whose files are missing or something else, unless all are wanted. */
  readonly outputs: readonly OutputFile[];
  /** How many files are what they should be. */
  readonly current: number;
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
  /** Takes what was compiled, in place of files. */
  readonly take?: (compiled: readonly Compiled[]) => void;
  /** Whether outputs that are on the disk already are wanted, too, and the manifests of all. Default false. */
  readonly wantsAll?: boolean | undefined;
}

/**
 * Reads and compiles every request of some targets. What is on the disk already is not kept, so that memory does not grow
 * with projects that are up to date. Throws an AccessError.
 */
export async function compileTargets(
  targets: readonly LocatedTarget[],
  { strict, quiet, take, wantsAll = false }: CompileTargetsOptions,
  io: CommandLineIo,
): Promise<CompiledTargets> {
  const total = targets.reduce((sum, { requests }) => sum + requests.length, 0);
  const progress = createProgress("compiling", total, quiet, io);
  const ownerOf = createOwnerFinder(io);
  const memoryOf = createMemoryFinder(io);
  const outputs: OutputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const texts: TextDocument[] = [];
  let isSound = true;
  let current = 0;
  const finish = async (
    file: string,
    compiled: readonly Compiled[],
    target: LocatedTarget,
    kuberayVersion: string,
  ) => {
    const { name, project } = target;
    const place = { file, target: name, project: project.place, kuberayVersion };
    const output = outputFile(place, compiled, await ownerOf(file, target));
    if (wantsAll) outputs.push({ ...output, manifests: compiled.map(({ manifest }) => manifest) });
    else if (await isUpToDate(output, io)) current++;
    else outputs.push(output);
    return output;
  };
  try {
    for (const target of targets) {
      const isOneFile = target.outputFolder === undefined;
      const layers = await readTargetLayers(target, strict, io);
      const isRemembered = take === undefined && !wantsAll && !isOneFile;
      const memory = isRemembered ? await memoryOf(target) : undefined;
      const names = createNameRegister();
      const results: CompileResult[] = [];
      const together: Compiled[] = [];
      for (const { file, output } of target.requests) {
        await progress.advance();
        const text = await readText(file, io);
        const inputs =
          memory === undefined
            ? ""
            : digestOf(layers.identity(memory), (await ownerOf(output, target)) ?? "", text.text);
        const recalled = memory?.recall(inputs);
        if (recalled !== undefined && (await holds(output, recalled.digest, io))) {
          names.add(file, recalled.objects);
          current++;
          continue;
        }
        const documents = await compileAsNeeded(text, layers.deployment);
        const compiled = documents.filter((result) => result.ok);
        const told = documents.filter((result) => !result.ok || result.diagnostics.length > 0);
        const objects = objectNames(documents);
        names.add(file, objects);
        if (compiled.length < documents.length) isSound = false;
        else if (take !== undefined) take(compiled);
        else if (isOneFile) together.push(...compiled);
        else {
          const { text: expected } = await finish(output, compiled, target, layers.kuberayVersion);
          if (told.length === 0 && memory !== undefined) {
            const known = objects.filter((object) => object !== undefined);
            memory.remember(inputs, { digest: digestOf(expected), objects: known });
          }
        }
        if (told.length > 0) texts.push(text);
        results.push(...told);
      }
      const clashes = await names.report(layers.deployment, (file) => readText(file, io));
      if (clashes.diagnostics.length > 0) isSound = false;
      const [first] = target.requests;
      if (together.length > 0 && first !== undefined && isSound) {
        await finish(first.output, together, target, layers.kuberayVersion);
      }
      diagnostics.push(...clashes.diagnostics, ...inDocumentOrder(results));
      texts.push(...clashes.texts, ...layers.texts);
    }
  } finally {
    await progress.end();
  }
  await memoryOf.save();
  return { outputs, current, diagnostics, texts, isSound };
}

/** Finds the memory of each project once. */
function createMemoryFinder(io: CommandLineIo) {
  const known = new Map<string, Promise<RememberedOutputs | undefined>>();
  const find = ({ project }: LocatedTarget) => {
    const memory = known.get(project.place) ?? openRememberedOutputs(project.place, io);
    known.set(project.place, memory);
    return memory;
  };
  const save = async () => {
    for (const memory of known.values()) await (await memory)?.save();
  };
  return Object.assign(find, { save });
}

/** Whether a file holds a text, by the digest of that. */
async function holds(file: string, digest: string, io: CommandLineIo): Promise<boolean> {
  try {
    const bytes = await io.readFile(file, MAXIMUM_BYTES);
    return (
      digestOf(new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes)) === digest
    );
  } catch {
    return false;
  }
}

/** The way from an output to the project file that it belongs to, where that is not the nearest one. */
function createOwnerFinder(io: CommandLineIo) {
  const findProject = createProjectFinder(io);
  const known = new Map<string, string | undefined>();
  return async (file: string, { project }: LocatedTarget): Promise<string | undefined> => {
    const key = `${project.place}\0${dirname(file)}`;
    if (known.has(key)) return known.get(key);
    const folder = await io.realPath(dirname(file));
    const isNearest = (await findProject(folder)) === project.place;
    const way = isNearest ? undefined : relative(folder, project.place).replaceAll("\\", "/");
    known.set(key, way);
    return way;
  };
}

function outputFile(
  place: Pick<OutputFile, "file" | "target" | "project" | "kuberayVersion">,
  compiled: readonly Compiled[],
  owner: string | undefined,
): OutputFile {
  const unmarked = printYamlDocuments(compiled.map(({ manifest }) => manifest));
  return { ...place, text: withMark(unmarked, owner), unmarked };
}
