import { dirname } from "node:path";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { formatPath } from "../../diagnostics/path.ts";
import { count } from "../../diagnostics/show.ts";
import { foldedCase } from "../io/folded-case.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { FoundRequest, LocatedTarget, ProjectFinding } from "./located-target.ts";

/**
 * Manifests that would take the place of one another or of something that is read, whichever way their paths are spelled;
 * and requests that lie among manifests, so that a glob would take these for requests, too. One finding speaks for all
 * that have one cause.
 */
export async function findConflicts(
  targets: readonly LocatedTarget[],
  io: CommandLineIo,
): Promise<readonly ProjectFinding[]> {
  const requests = targets.flatMap((target) =>
    target.requests.map((request): LocatedRequest => ({ ...request, target })),
  );
  const amongOutputs = await requestsAmongOutputs(requests, targets, io);
  const inputs = await inputPlaces(targets, io);
  const findings: ProjectFinding[] = [...amongOutputs.values()];
  const taken = new Map<string, LocatedRequest>();
  const shared = new Map<string, SharedOutputs>();
  for (const request of requests) {
    const place = foldedCase(await io.realPath(request.output));
    const other = taken.get(place);
    const input = inputs.get(place);
    if (other === undefined) taken.set(place, request);
    if (other !== undefined && !isOneFile(request, other)) {
      const cause = `${globKey(other)} ${globKey(request)}`;
      const present = shared.get(cause);
      if (present === undefined) shared.set(cause, { request, other, more: 0 });
      else present.more++;
    }
    if (other === undefined && input !== undefined && !amongOutputs.has(globKey(request))) {
      findings.push({ project: request.target.project, finding: overwritten(request, input) });
    }
  }
  for (const { request, other, more } of shared.values()) {
    const finding = sharedOutput(request, other, more);
    findings.push({ project: request.target.project, finding });
  }
  return findings;
}

interface LocatedRequest extends FoundRequest {
  readonly target: LocatedTarget;
}

/** The first pair that would share a file, and how many more there are for the same cause. */
interface SharedOutputs {
  readonly request: LocatedRequest;
  readonly other: LocatedRequest;
  more: number;
}

/** Whether both go to the one file of their target. */
function isOneFile(request: LocatedRequest, other: LocatedRequest): boolean {
  return request.target === other.target && request.target.outputFolder === undefined;
}

async function inputPlaces(
  targets: readonly LocatedTarget[],
  io: CommandLineIo,
): Promise<ReadonlyMap<string, string>> {
  const inputs = new Map<string, string>();
  for (const { requests, settings, patches, project } of targets) {
    const files = [...requests.map(({ file }) => file), ...settings, ...patches];
    for (const file of [...files, project.text.file])
      inputs.set(foldedCase(await io.realPath(file)), file);
  }
  return inputs;
}

/** By glob: one finding speaks for all that it matches. */
async function requestsAmongOutputs(
  requests: readonly LocatedRequest[],
  targets: readonly LocatedTarget[],
  io: CommandLineIo,
): Promise<ReadonlyMap<string, ProjectFinding>> {
  const folders = new Set<string>();
  for (const { outputFolder } of targets) {
    if (outputFolder !== undefined) folders.add(await io.realPath(outputFolder));
  }
  const findings = new Map<string, ProjectFinding>();
  for (const request of requests) {
    const key = globKey(request);
    if (findings.has(key) || !folders.has(await io.realPath(dirname(request.file)))) continue;
    const finding: Finding = {
      code: "invalid-target",
      document: "config",
      path: request.globPath,
      message: `The request ${request.file} is in an output folder.`,
      hint: "Choose an output_dir without requests, or a glob that matches no outputs.",
    };
    findings.set(key, { project: request.target.project, finding });
  }
  return findings;
}

function sharedOutput(request: LocatedRequest, other: LocatedRequest, more: number): Finding {
  const both =
    request.file === other.file
      ? `Two targets would both write the manifest of ${request.file}`
      : `${other.file} and ${request.file} would both be written`;
  const isCaseOnly =
    request.output !== other.output && foldedCase(request.output) === foldedCase(other.output);
  const output = isCaseOnly
    ? `${other.output} and ${request.output}, one file where case does not count`
    : request.output;
  const others = more === 0 ? "" : `, and ${count(more, "more pair")} would share a file`;
  const isHere = other.target.project === request.target.project;
  const isSamePlace = isHere && formatPath(other.globPath) === formatPath(request.globPath);
  const elsewhere = isHere ? "" : ` The other one is in ${other.target.project.text.file}.`;
  return {
    code: "invalid-target",
    document: "config",
    path: request.globPath,
    message: `${both} to ${output}${others}.${elsewhere}`,
    hint:
      request.target === other.target && request.target.hasOutputName
        ? "Separate them by folder with output_name: {folder}/{name}, or rename one of them."
        : "Rename one of them, or give their targets different output folders.",
    ...(isSamePlace || !isHere
      ? {}
      : {
          related: [{ document: "config", path: other.globPath, message: "the first one is here" }],
        }),
  };
}

function overwritten(request: LocatedRequest, input: string): Finding {
  return {
    code: "invalid-target",
    document: "config",
    path: request.globPath,
    message: `The manifest of ${request.file} would overwrite the input ${input}.`,
    hint: "Choose another output_dir, or rename one of them.",
  };
}

function globKey({ target, globPath }: LocatedRequest): string {
  return JSON.stringify([target.project.place, target.name, globPath]);
}
