import { diffWithApis } from "../../diff/compare/diff-manifests.ts";
import type { ManifestDiff } from "../../diff/compare/manifest-diff.ts";
import { createServedApis } from "../../validate/served-apis.ts";
import type { FoundManifest } from "../io/collect-manifests.ts";
import { pairManifests } from "../io/pair-manifests.ts";
import type { FoundRelease } from "../project/find-releases.ts";

/** What the command line says of the operator. */
export interface OperatorFlags {
  readonly kuberayVersion: string | undefined;
  readonly featureGates: string | undefined;
}

/** Clusters that are paired with one another and with no others. */
export interface Sides {
  readonly before: readonly FoundManifest[];
  readonly after: readonly FoundManifest[];
  /** The target of a project that all of them belong to. */
  readonly target?: string | undefined;
}

/** Compares the clusters of two sides, each for the release that the command line says, else that is found for its files. */
export async function compareSides(
  { before, after, target }: Sides,
  releaseOf: (files: readonly string[]) => Promise<FoundRelease>,
  { kuberayVersion, featureGates }: OperatorFlags,
): Promise<readonly ManifestDiff[]> {
  const diffs: ManifestDiff[] = [];
  const apis = createServedApis();
  // In a project it is known which file is whose.
  const single = target === undefined ? "meet" : "stay-apart";
  for (const { title, files, old, current } of pairManifests(before, after, single)) {
    const release =
      kuberayVersion === undefined
        ? await releaseOf(files)
        : { version: kuberayVersion, from: "--kuberay-version" };
    const diff = diffWithApis(
      old,
      current,
      {
        kuberayVersion: release.version,
        kuberayVersionFrom: release.from,
        featureGates,
        title,
      },
      apis,
    );
    diffs.push(target === undefined ? diff : { ...diff, target });
  }
  return diffs;
}
