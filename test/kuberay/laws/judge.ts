import type { Finding } from "../../../src/diagnostics/diagnostic.ts";
import { formatPath } from "../../../src/diagnostics/path.ts";
import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { readFeatureGates } from "../../../src/kuberay/feature-gates.ts";
import { findBreaches } from "../../../src/kuberay/laws/find-breaches.ts";
import { operatorLaws } from "../../../src/kuberay/laws/registry.ts";
import { parseVersion } from "../../../src/kuberay/version.ts";
import { viewManifest } from "../../../src/kuberay/views/manifest-view.ts";
import { rayLaws } from "../../../src/ray/laws/registry.ts";
import type { Memory } from "../../memory.ts";
import { memory } from "../../memory.ts";

const known = memory<Memory<readonly Finding[]>>();

/** The same of a row's manifest, which is judged for the goldens as well: once. */
export function judgeRow(
  manifest: PlainObject,
  release: string,
  gates?: string,
): readonly Finding[] {
  const ofManifest = known(manifest, memory);
  return ofManifest(`${release} ${gates}`, () => judge(manifest, release, gates));
}

/** What all laws find in a manifest under a release. */
export function judge(manifest: PlainObject, release: string, gates = ""): readonly Finding[] {
  const kuberay = parseVersion(release);
  if (kuberay === undefined) throw new Error(`${release} is no version`);
  const read = readFeatureGates(gates, kuberay);
  if (!read.ok) throw new Error(read.problems.join(" "));
  const view = viewManifest(manifest);
  if (view === undefined) throw new Error("This is no kind of KubeRay's.");
  return findBreaches(view, { kuberay, gates: read.gates }, [...operatorLaws, ...rayLaws]);
}

/** `error containers at spec.headGroupSpec.template.spec.containers`, for findings of one code. */
export function briefly(findings: readonly Finding[], code: string): readonly string[] {
  return findings
    .filter((finding) => finding.code === code)
    .map((finding) => `${finding.severity} ${formatPath(finding.path)}`);
}
