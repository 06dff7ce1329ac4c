import { defuse } from "../../diagnostics/defuse.ts";
import { diffManifests } from "../../diff/compare/diff-manifests.ts";
import type { ManifestDiff } from "../../diff/compare/manifest-diff.ts";
import { AccessError } from "../io/access-error.ts";
import type { ManifestCollection } from "../io/collect-manifests.ts";
import type { CommandLineIo } from "../io/io.ts";
import { pairManifests } from "../io/pair-manifests.ts";
import { readManifests, readRevision } from "../io/read-manifests.ts";
import { reportPassedOver } from "../io/report-passed-over.ts";
import { createReleaseFinder } from "../project/find-releases.ts";

/** What the command line says of the operator. */
export interface OperatorFlags {
  readonly kuberayVersion: string | undefined;
  readonly featureGates: string | undefined;
}

/** What came of comparing. */
export interface ComparedInputs {
  readonly diffs: readonly ManifestDiff[];
  /** Whether something that should have been compared was not; it is reported. */
  readonly isTrouble: boolean;
}

/**
 * Compares two operands, or the working tree with what git has at a revision. What is passed over is named on standard
 * error. Throws a UsageError or an AccessError.
 */
export async function compareInputs(
  operands: readonly string[],
  revision: string | undefined,
  { kuberayVersion, featureGates }: OperatorFlags,
  io: CommandLineIo,
): Promise<ComparedInputs> {
  const [before, after] =
    revision === undefined
      ? [await readManifests(operands.slice(0, 1), io), await readManifests(operands.slice(1), io)]
      : await bothTrees(revision, operands, io);
  const releaseOf = createReleaseFinder(io);
  const diffs: ManifestDiff[] = [];
  for (const { title, files, old, current } of pairManifests(before.found, after.found)) {
    const release =
      kuberayVersion === undefined
        ? await releaseOf(files)
        : { version: kuberayVersion, from: "--kuberay-version" };
    const options = {
      kuberayVersion: release.version,
      kuberayVersionFrom: release.from,
      featureGates,
    };
    diffs.push(diffManifests(old, current, { ...options, title }));
  }
  const sides = [before, after];
  await reportPassedOver(sides, io);
  if (diffs.length === 0) {
    await io.stderr.write("raycluster: neither side holds a RayCluster, so nothing is compared.\n");
  }
  const isNothing = diffs.length === 0 && sides.some((side) => side.notComparable.length > 0);
  const isBroken = sides.some(({ passedOver }) =>
    passedOver.some(({ why }) => why === "broken-cluster"),
  );
  return { diffs, isTrouble: isNothing || isBroken };
}

async function bothTrees(
  revision: string,
  operands: readonly string[],
  io: CommandLineIo,
): Promise<readonly [ManifestCollection, ManifestCollection]> {
  const before = await readRevision(revision, operands, io);
  const after = await readManifests(operands, io, "may-miss");
  const nowhere = before.missing.find((operand) => after.missing.includes(operand));
  if (nowhere === undefined) return [before, after];
  const hint = /[*?[{]/.test(nowhere)
    ? " Quotes keep the shell from expanding it; leave them out, or name a folder."
    : "";
  const sides = `neither ${defuse(revision)} nor the working tree has`;
  throw new AccessError(`${sides} ${defuse(nowhere)}.${hint}`);
}
