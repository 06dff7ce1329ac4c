import { report } from "../../diagnostics/report.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { DiagnosticReporter } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { findConflicts } from "./find-conflicts.ts";
import { locateTargets } from "./locate-targets.ts";
import type { LocatedTarget } from "./located-target.ts";
import { readProject } from "./read-project.ts";

/**
 * The targets of a project file with all their files, or undefined where anything is wrong with it, which is reported.
 * Throws an AccessError.
 */
export async function openProject(
  text: TextDocument,
  reporter: DiagnosticReporter,
  io: CommandLineIo,
): Promise<readonly LocatedTarget[] | undefined> {
  const { source, project, findings } = readProject(text);
  if (project === undefined) {
    await reporter(report(findings, [source]), [text]);
    return undefined;
  }
  const { targets, findings: missing } = await locateTargets(project, text.file, io);
  const conflicts = await findConflicts(targets, text.file, io);
  const diagnostics = report([...missing, ...conflicts], [source]);
  if (diagnostics.length === 0) return targets;
  await reporter(diagnostics, [text]);
  return undefined;
}
