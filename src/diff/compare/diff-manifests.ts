import { ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { readOptions } from "../../diagnostics/read-options.ts";
import { showText } from "../../diagnostics/show.ts";
import { readFeatureGates } from "../../kuberay/feature-gates.ts";
import type { KuberayRelease } from "../../kuberay/releases.ts";
import { kuberayRelease, newestKuberayVersion, oldestKuberay } from "../../kuberay/releases.ts";
import type { Version } from "../../kuberay/version.ts";
import { formatVersion, parseVersion, versionProblem } from "../../kuberay/version.ts";
import { compareClusters } from "./compare-clusters.ts";
import type { DiffProblem, ManifestDiff } from "./manifest-diff.ts";
import { readManifest } from "./read-manifest.ts";
import type { ServedApis } from "./served-apis.ts";
import { createServedApis } from "./served-apis.ts";

/** How manifests are compared. */
export interface DiffOptions {
  /** The KubeRay release that decides what a change does. Default: the newest one known. */
  readonly kuberayVersion?: string | undefined;
  /** Where the release comes from, as shown in reports, such as `target "production"`. Default nothing. */
  readonly kuberayVersionFrom?: string | undefined;
  /**
   * What is known of the operator's feature gates, as its flag --feature-gates says it: `RayClusterMTLS=true`. Default: what
   * the release has on.
   */
  readonly featureGates?: string | undefined;
  /** What reports call the pair, such as the name of a file. Default: the namespace and the name of the cluster. */
  readonly title?: string | undefined;
}

/**
 * Compares what two RayClusters mean, and says what KubeRay will do when the old one becomes the new one. Each is any
 * RayCluster as plain data, the dump of a live object too; undefined and null stand for a missing one.
 * Never throws: wrong inputs and wrong options are problems. The inputs stay as they are, and the result shares nothing with them.
 */
export function diffManifests(
  old: unknown,
  current: unknown,
  options?: DiffOptions | null,
): ManifestDiff {
  return diffWithApis(old, current, options, createServedApis());
}

/** The same with APIs that are read once for many pairs. */
export function diffWithApis(
  old: unknown,
  current: unknown,
  options: DiffOptions | null | undefined,
  apis: ServedApis,
): ManifestDiff {
  const given = readOptions<DiffOptions>(options, {
    kuberayVersion: "text",
    kuberayVersionFrom: "text",
    featureGates: "text",
    title: "text",
  });
  const {
    kuberayVersion = newestKuberayVersion,
    title: named,
    kuberayVersionFrom: from,
    featureGates = "",
  } = given.values;
  const [before, after] = [readManifest(old), readManifest(current)];
  const target = readTarget(kuberayVersion);
  const gates = target.ok ? readFeatureGates(featureGates, target.kuberay) : undefined;
  if (before.ok && after.ok && target.ok && gates?.ok === true && given.problems.length === 0) {
    const title = named ?? titleOf(before.data, after.data);
    const source = from === undefined ? {} : { kuberayVersionFrom: from };
    const context = { ...target, ...source, gates: gates.gates, title, apis };
    return compareClusters(before.data, after.data, context);
  }
  const problems: DiffProblem[] = [];
  if (!before.ok) problems.push({ input: "old", message: before.problem });
  if (!after.ok) problems.push({ input: "new", message: after.problem });
  if (!target.ok) problems.push({ input: "kuberay_version", message: target.problem });
  if (gates?.ok === false) {
    for (const message of gates.problems) problems.push({ input: "feature_gates", message });
  }
  for (const { message, hint } of given.problems) {
    problems.push({ input: "options", message: `${message} ${hint}` });
  }
  return { ok: false, title: named ?? UNNAMED, problems };
}

type TargetVersion =
  | { readonly ok: true; readonly kuberay: Version; readonly release: KuberayRelease }
  | { readonly ok: false; readonly problem: string };

function readTarget(text: string): TargetVersion {
  const kuberay = parseVersion(text);
  if (kuberay === undefined) {
    return {
      ok: false,
      problem: `${showText(text)} is not a version. ${versionProblem(text) ?? ""}`,
    };
  }
  const release = kuberayRelease(kuberay);
  if (release !== undefined) return { ok: true, kuberay, release };
  const oldest = formatVersion(oldestKuberay);
  return { ok: false, problem: `KubeRay ${formatVersion(kuberay)} is older than ${oldest}.` };
}

const UNNAMED = "(unnamed)";

/** The names of the new manifest; where it has none, those of the old one. */
function titleOf(old: PlainObject | undefined, current: PlainObject | undefined): string {
  const [before, after] = [old ?? {}, current ?? {}].map((data) => ownObject(data, "metadata"));
  const name = ownText(after, "name") ?? ownText(before, "name") ?? UNNAMED;
  const namespace = ownText(after, "namespace") ?? ownText(before, "namespace");
  return namespace === undefined ? name : `${namespace}/${name}`;
}
