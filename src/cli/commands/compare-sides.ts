import { dirname, relative } from "node:path";
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
  /** The folder of its project file, from that of the project that was asked for. */
  readonly project?: string | undefined;
}

/** Compares the clusters of two sides, each for the release that the command line says, else that is found for its files. */
export async function compareSides(
  { before, after, target, project }: Sides,
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
    diffs.push({
      ...diff,
      ...(target === undefined ? {} : { target }),
      ...(project === undefined ? {} : { project }),
    });
  }
  return diffs;
}

/** The folder that tells a project file from others, seen from the folder of the one that was asked for. */
export function projectFolder(file: string, root: string): string {
  return relative(root, dirname(file)).replaceAll("\\", "/");
}

/** With the projects of targets only where there are several; one that was asked for itself needs no name. */
export function withProjects(diffs: readonly ManifestDiff[]): readonly ManifestDiff[] {
  const areSeveral = new Set(diffs.map(({ project }) => project)).size > 1;
  return diffs.map(({ project = "", ...diff }) =>
    areSeveral && project !== "" ? { ...diff, project } : diff,
  );
}
