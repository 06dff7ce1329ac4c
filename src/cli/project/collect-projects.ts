import { dirname } from "node:path";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readText } from "../io/read-text.ts";
import { createFileFinder } from "./find-files.ts";
import type { ProjectTargets } from "./locate-targets.ts";
import { nothingFound, under } from "./locate-targets.ts";
import type { OpenedProject, ProjectFinding } from "./located-target.ts";
import { readProject } from "./read-project.ts";

/** A project file and those that it names. */
export interface CollectedProjects {
  /** All of them, in the order in which they are read. */
  readonly projects: readonly OpenedProject[];
  /** Those whose own text is sound. */
  readonly listed: readonly ProjectTargets[];
  readonly findings: readonly ProjectFinding[];
}

/** Reads a project file and those that it names, at every depth. Throws an AccessError. */
export async function collectProjects(
  text: TextDocument,
  io: CommandLineIo,
): Promise<CollectedProjects> {
  const state: State = { opened: new Map(), above: [], listed: [], findings: [] };
  await open(text, state, io);
  return {
    projects: [...state.opened.values()],
    listed: state.listed,
    findings: state.findings,
  };
}

interface State {
  /** By their real places. */
  readonly opened: Map<string, OpenedProject>;
  /** The project files that lead to the present one. */
  readonly above: string[];
  readonly listed: ProjectTargets[];
  readonly findings: ProjectFinding[];
}

async function open(text: TextDocument, state: State, io: CommandLineIo): Promise<void> {
  const place = await io.realPath(text.file);
  const { source, targets, projects, findings } = readProject(text);
  const project = { text, source, place };
  state.opened.set(place, project);
  state.findings.push(...findings.map((finding) => ({ project, finding })));
  if (targets === undefined) return;
  state.listed.push({ project, targets });
  state.above.push(place);
  const folder = dirname(text.file);
  const find = createFileFinder(folder, io);
  for (const glob of projects) {
    const files = await find(glob.text);
    if (files.length === 0) {
      state.findings.push({ project, finding: nothingFound(glob, "project file") });
    }
    for (const path of files) {
      const file = under("", path);
      const other = await io.realPath(file);
      // A wide glob matches its own file, too.
      if (other === place && /[*?{]/.test(glob.text)) continue;
      if (other === place) {
        state.findings.push({ project, finding: ownFile(glob.path) });
      } else if (state.above.includes(other)) {
        state.findings.push({ project, finding: circle(file, glob.path) });
      } else if (!state.opened.has(other)) {
        await open(await readText(file, io), state, io);
      }
    }
  }
  state.above.pop();
}

function ownFile(path: Finding["path"]): Finding {
  return {
    code: "invalid-target",
    document: "config",
    path,
    message: "This project file includes itself.",
    hint: "Remove it here; its own targets count anyway.",
  };
}

function circle(file: string, path: Finding["path"]): Finding {
  return {
    code: "invalid-target",
    document: "config",
    path,
    message: `${file} includes this project file, so they would include each other in a loop.`,
    hint: "Let only one project file list the others.",
  };
}
