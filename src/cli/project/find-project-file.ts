import { dirname, join } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import { AccessError } from "../io/access-error.ts";
import { exists } from "../io/exists.ts";
import type { CommandLineIo } from "../io/io.ts";

/** What a project file is called where no other is named. */
export const PROJECT_FILE = "raycluster.config.yaml";

/** Every name that it may have. */
export const PROJECT_FILES: readonly string[] = Object.freeze([
  PROJECT_FILE,
  "raycluster.config.yml",
  "raycluster.config.json",
]);

/** The project file in a folder or in the nearest one above, as an absolute path; undefined if there is none. */
export type ProjectFinder = (folder: string) => Promise<string | undefined>;

/** A finder that looks into each folder once. It throws an AccessError where two project files stand side by side. */
export function createProjectFinder(io: CommandLineIo): ProjectFinder {
  const known = new Map<string, Promise<string | undefined>>();
  const find = (folder: string): Promise<string | undefined> => {
    const present = known.get(folder);
    if (present !== undefined) return present;
    const above = dirname(folder);
    const found = projectFileIn(folder, io).then(
      (file) => file ?? (above === folder ? undefined : find(above)),
    );
    known.set(folder, found);
    return found;
  };
  return async (folder) => find(await io.realPath(folder));
}

async function projectFileIn(folder: string, io: CommandLineIo): Promise<string | undefined> {
  const found: string[] = [];
  for (const name of PROJECT_FILES) {
    if (await exists(join(folder, name), io)) found.push(name);
  }
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    const both = `there are two project files, ${first} and ${second}, in ${defuse(folder)}`;
    throw new AccessError(`${both}; remove one, or name one with --config FILE.`);
  }
  return first === undefined ? undefined : join(folder, first);
}
