import { join, relative, resolve, sep } from "node:path";
import { foldedCase } from "../io/folded-case.ts";
import type { CommandLineIo } from "../io/io.ts";
import { isBelow } from "../io/is-below.ts";
import { outputFolderOf, outputName } from "../io/output-name.ts";
import type { CompleteTarget } from "./complete-targets.ts";
import { parseGlob } from "./glob.ts";
import { fillOutputPattern } from "./output-pattern.ts";

/**
 * Where the manifests of some requests go, in their order. Without a pattern they are named after the requests; where two
 * would have one name, all of them keep their folders below the one that the globs have in common, as compilers do.
 */
export async function nameOutputs(
  files: readonly string[],
  { name: target, requests, outputName: pattern }: CompleteTarget,
  {
    projectFolder,
    outputFolder,
  }: { readonly projectFolder: string; readonly outputFolder: string },
  io: CommandLineIo,
): Promise<readonly string[]> {
  const working = await io.realPath(".");
  const bases = requests.flatMap(({ text }) => parseGlob(text).map(({ base }) => base));
  const root = commonFolder(bases.map((base) => resolve(working, projectFolder, base)));
  const parts: { readonly name: string; readonly folder: string; readonly target: string }[] = [];
  for (const file of files) {
    const name = await outputName(file, "", io);
    const place = resolve(working, outputFolderOf(file));
    const folder = isBelow(place, root) ? relative(root, place).replaceAll(sep, "/") : "";
    parts.push({ name, folder, target });
  }
  const isAmbiguous = new Set(parts.map(({ name }) => foldedCase(name))).size < parts.length;
  const chosen = pattern?.text ?? (isAmbiguous ? "{folder}/{name}" : "{name}");
  return parts.map((each) => join(outputFolder, fillOutputPattern(chosen, each)));
}

/** The innermost folder around some absolute ones. */
function commonFolder(folders: readonly string[]): string {
  const [first = sep, ...others] = folders;
  const steps = first.split(sep);
  const shared = others.reduce((length, folder) => {
    const differs = folder.split(sep).findIndex((step, index) => step !== steps[index]);
    const own = folder.split(sep).length;
    return Math.min(length, differs === -1 ? own : differs);
  }, steps.length);
  return steps.slice(0, shared).join(sep) || sep;
}
