import { optionFindings } from "../../diagnostics/option-findings.ts";
import { ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { readOptions } from "../../diagnostics/read-options.ts";
import { report } from "../../diagnostics/report.ts";
import { kindOf } from "../../kuberay/views/manifest-view.ts";
import { readTarget } from "../../validate/read-target.ts";
import type { ServedApis } from "../../validate/served-apis.ts";
import { createServedApis } from "../../validate/served-apis.ts";
import { compareClusters } from "./compare-clusters.ts";
import type { ManifestDiff } from "./manifest-diff.ts";
import { readManifest, unreadManifest } from "./read-manifest.ts";

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
  /** What reports call the pair, such as the name of a file. Default: the namespace and the name of the object. */
  readonly title?: string | undefined;
}

/**
 * Compares what two manifests mean, and says what KubeRay will do when the old one becomes the new one. Each is any
 * RayCluster, RayJob, RayService or RayCronJob as plain data, the dump of a live object too; undefined and null stand for one
 * that is not there.
 * Never throws: wrong inputs and wrong options are diagnostics. The inputs stay as they are, and the result shares nothing with them.
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
  const { title: named, kuberayVersionFrom: from, kuberayVersion, featureGates } = given.values;
  const [before, after] = [readManifest(old), readManifest(current)];
  const target = readTarget({ kuberayVersion, featureGates }, apis);
  if (before.ok && after.ok && target.ok && given.problems.length === 0) {
    return compareClusters(before.data, after.data, {
      title: named ?? titleOf(before.data, after.data),
      target: target.target,
      release: target.release,
      ...(from === undefined ? {} : { kuberayVersionFrom: from }),
    });
  }
  const findings = [
    ...(before.ok ? [] : [unreadManifest(["old"], before.problem)]),
    ...(after.ok ? [] : [unreadManifest(["new"], after.problem)]),
    ...(target.ok ? [] : target.findings),
    ...optionFindings(given.problems),
  ];
  const kind = [after, before].flatMap((read) => (read.ok && read.data ? kindOf(read.data) : []));
  const known = kind.find((each) => each !== undefined);
  return {
    ok: false,
    title: named ?? UNNAMED,
    ...(known === undefined ? {} : { kind: known }),
    diagnostics: report(findings, []),
  };
}

const UNNAMED = "(unnamed)";

/** The names of the new manifest; where it has none, those of the old one. */
function titleOf(old: PlainObject | undefined, current: PlainObject | undefined): string {
  const [before, after] = [old ?? {}, current ?? {}].map((data) => ownObject(data, "metadata"));
  const name = ownText(after, "name") ?? ownText(before, "name") ?? UNNAMED;
  const namespace = ownText(after, "namespace") ?? ownText(before, "namespace");
  return namespace === undefined ? name : `${namespace}/${name}`;
}
