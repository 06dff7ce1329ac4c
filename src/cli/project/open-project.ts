import { report } from "../../diagnostics/report.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { DiagnosticReporter } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { collectProjects } from "./collect-projects.ts";
import { findConflicts } from "./find-conflicts.ts";
import { locateTargets } from "./locate-targets.ts";
import type { LocatedTarget } from "./located-target.ts";

/**
 * The targets of a project file, and of those that it names, with all their files; or undefined where anything is wrong,
 * which is reported. Throws an AccessError.
 */
export async function openProject(
  text: TextDocument,
  reporter: DiagnosticReporter,
  io: CommandLineIo,
): Promise<readonly LocatedTarget[] | undefined> {
  const { projects, listed, findings: own } = await collectProjects(text, io);
  const findings = [...own];
  if (findings.length === 0 && listed.length === projects.length) {
    const { targets, findings: missing } = await locateTargets(listed, io);
    findings.push(...missing, ...(await findConflicts(targets, io)));
    if (findings.length === 0) return targets;
  }
  const diagnostics = projects.flatMap((project) => {
    const ofProject = findings.filter((each) => each.project === project);
    return report(
      ofProject.map(({ finding }) => finding),
      [project.source],
    );
  });
  await reporter(
    diagnostics,
    projects.map((project) => project.text),
  );
  return undefined;
}
