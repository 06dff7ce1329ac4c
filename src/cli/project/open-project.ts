import { dirname } from "node:path";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { report } from "../../diagnostics/report.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { DiagnosticReporter } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readText } from "../io/read-text.ts";
import { findConflicts } from "./find-conflicts.ts";
import { createFileFinder } from "./find-files.ts";
import type { ProjectTargets } from "./locate-targets.ts";
import { locateTargets, nothingFound, under } from "./locate-targets.ts";
import type { LocatedTarget, OpenedProject, ProjectFinding } from "./located-target.ts";
import { readProject } from "./read-project.ts";

/**
 * The targets of a project file, and of those that it names, with all their files; or undefined where anything is wrong,
 * which is reported. Throws an AccessError.
 */
export async function openProject(
  text: TextDocument,
  reporter: DiagnosticReporter,
  io: CommandLineIo,
): Promise<readonly LocatedTarget[] | undefined> {
  const state: State = { opened: new Map(), above: [], listed: [], findings: [], isSound: true };
  await open(text, state, io);
  const { opened, listed, findings } = state;
  if (findings.length === 0 && state.isSound) {
    const { targets, findings: missing } = await locateTargets(listed, io);
    findings.push(...missing, ...(await findConflicts(targets, io)));
    if (findings.length === 0) return targets;
  }
  const projects = [...opened.values()];
  const diagnostics = projects.flatMap((project) => {
    const own = findings.filter((each) => each.project === project);
    return report(
      own.map(({ finding }) => finding),
      [project.source],
    );
  });
  await reporter(
    diagnostics,
    projects.map((project) => project.text),
  );
  return undefined;
}

interface State {
  /** By their real places. */
  readonly opened: Map<string, OpenedProject>;
  /** The project files that lead to the present one. */
  readonly above: string[];
  readonly listed: ProjectTargets[];
  readonly findings: ProjectFinding[];
  isSound: boolean;
}

async function open(text: TextDocument, state: State, io: CommandLineIo): Promise<void> {
  const place = await io.realPath(text.file);
  const { source, targets, projects, findings } = readProject(text);
  const project = { text, source, place };
  state.opened.set(place, project);
  state.findings.push(...findings.map((finding) => ({ project, finding })));
  if (targets === undefined) {
    state.isSound = false;
    return;
  }
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
      if (state.above.includes(other)) {
        state.findings.push({ project, finding: circle(file, glob.path) });
      } else if (!state.opened.has(other)) {
        await open(await readText(file, io), state, io);
      }
    }
  }
  state.above.pop();
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
