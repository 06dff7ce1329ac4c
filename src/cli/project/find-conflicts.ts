import { dirname } from "node:path";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { FoundRequest, LocatedTarget } from "./located-target.ts";

/**
 * Manifests that would take the place of one another or of something that is read, whichever way their paths are spelled;
 * and requests that lie among manifests, so that a glob would take these for requests, too.
 */
export async function findConflicts(
  targets: readonly LocatedTarget[],
  projectFile: string,
  io: CommandLineIo,
): Promise<readonly Finding[]> {
  const requests = targets.flatMap((target, targetIndex) =>
    target.requests.map((request) => ({ ...request, targetIndex })),
  );
  const amongOutputs = await requestsAmongOutputs(requests, targets, io);
  const inputs = new Map<string, string>();
  for (const { file } of requests) inputs.set(await io.realPath(file), file);
  const settings = targets.flatMap((target) => target.settings ?? []);
  for (const file of [...settings, projectFile]) inputs.set(await io.realPath(file), file);

  const findings: Finding[] = [...amongOutputs.values()];
  const taken = new Map<string, LocatedRequest>();
  for (const request of requests) {
    const place = await io.realPath(request.output);
    const other = taken.get(place);
    const input = inputs.get(place);
    if (other !== undefined) {
      findings.push(sharedOutput(request, other));
    } else if (input !== undefined && !amongOutputs.has(globKey(request))) {
      findings.push(overwritten(request, input));
    }
    if (other === undefined) taken.set(place, request);
  }
  return findings;
}

interface LocatedRequest extends FoundRequest {
  readonly targetIndex: number;
}

/** By glob: one finding speaks for all that it matches. */
async function requestsAmongOutputs(
  requests: readonly LocatedRequest[],
  targets: readonly LocatedTarget[],
  io: CommandLineIo,
): Promise<ReadonlyMap<string, Finding>> {
  const folders = new Set<string>();
  for (const { outputFolder } of targets) folders.add(await io.realPath(outputFolder));
  const findings = new Map<string, Finding>();
  for (const request of requests) {
    const key = globKey(request);
    if (findings.has(key) || !folders.has(await io.realPath(dirname(request.file)))) continue;
    findings.set(key, {
      code: "invalid-target",
      document: "config",
      path: globPath(request),
      message: `The request ${request.file} lies in a folder for outputs.`,
      hint: "Choose an output_dir that holds no requests, or a glob that matches no outputs.",
    });
  }
  return findings;
}

function sharedOutput(request: LocatedRequest, other: LocatedRequest): Finding {
  const both =
    request.file === other.file
      ? `Two targets would both write the manifest of ${request.file}`
      : `${other.file} and ${request.file} would both be written`;
  return {
    code: "invalid-target",
    document: "config",
    path: globPath(request),
    message: `${both} to ${request.output}.`,
    hint: "Rename one of them, or give their targets different output folders.",
    related: [{ document: "config", path: globPath(other), message: "the first one is here" }],
  };
}

function overwritten(request: LocatedRequest, input: string): Finding {
  return {
    code: "invalid-target",
    document: "config",
    path: globPath(request),
    message: `The manifest of ${request.file} would overwrite ${input}, which is read.`,
    hint: "Choose another output_dir, or rename one of them.",
  };
}

function globPath({ targetIndex, globIndex }: LocatedRequest): Path {
  return ["targets", targetIndex, "requests", globIndex];
}

function globKey({ targetIndex, globIndex }: LocatedRequest): string {
  return `${targetIndex}.${globIndex}`;
}
