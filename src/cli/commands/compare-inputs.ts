import { defuse } from "../../diagnostics/defuse.ts";
import type { ManifestDiff } from "../../diff/compare/manifest-diff.ts";
import { AccessError } from "../io/access-error.ts";
import type { ManifestCollection } from "../io/collect-manifests.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readManifests, readRevision } from "../io/read-manifests.ts";
import { reportPassedOver } from "../io/report-passed-over.ts";
import { createReleaseFinder } from "../project/find-releases.ts";
import type { OperatorFlags } from "./compare-sides.ts";
import { compareSides } from "./compare-sides.ts";

/** What came of comparing. */
export interface ComparedInputs {
  readonly diffs: readonly ManifestDiff[];
  /** Whether something that should have been compared was not; it is reported. */
  readonly isTrouble: boolean;
}

/**
 * Compares two operands, or the working tree with what git has at a revision. What is ignored is named on standard
 * error. Throws a UsageError or an AccessError.
 */
export async function compareInputs(
  operands: readonly string[],
  revision: string | undefined,
  operator: OperatorFlags,
  io: CommandLineIo,
): Promise<ComparedInputs> {
  const [before, after] =
    revision === undefined
      ? [await readManifests(operands.slice(0, 1), io), await readManifests(operands.slice(1), io)]
      : await bothTrees(revision, operands, io);
  const sides = { before: before.found, after: after.found };
  const diffs = await compareSides(sides, createReleaseFinder(io), operator);
  return endComparison(diffs, [before, after], io);
}

/** Names on standard error what is not compared, and judges whether that is trouble. */
export async function endComparison(
  diffs: readonly ManifestDiff[],
  sides: readonly ManifestCollection[],
  io: CommandLineIo,
): Promise<ComparedInputs> {
  await reportPassedOver(sides, io);
  if (diffs.length === 0) {
    await io.stderr.write(
      "raycluster: neither side holds a manifest of KubeRay, so nothing is compared.\n",
    );
  }
  const isBroken = sides.some(({ passedOver }) =>
    passedOver.some(({ why }) => why === "broken-manifest"),
  );
  return { diffs, isTrouble: isBroken };
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
    ? " The quotes keep the shell from expanding it; remove them, or name a folder."
    : "";
  const sides = `neither ${defuse(revision)} nor the working tree has`;
  throw new AccessError(`${sides} ${defuse(nowhere)}.${hint}`);
}
