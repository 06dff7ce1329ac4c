import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { diagnosticCodes } from "../../../src/diagnostics/codes.ts";
import { isObject, ownObject, ownText } from "../../../src/diagnostics/own-field.ts";
import { formatPath } from "../../../src/diagnostics/path.ts";
import { parseVersion } from "../../../src/kuberay/version.ts";
import { checkClusterPods } from "../../../src/validate/pod/check-cluster-pods.ts";
import { checkPodTemplate } from "../../../src/validate/pod/check-pod-template.ts";
import { corpusDocuments, corpusFolder } from "../../corpus.ts";
import { needs } from "../../needs.ts";

const OBSERVED = "../shared/reference/observed";
const RELEASES = ["1.1.1", "1.4.2", "1.7.0"];
const corpus = needs(corpusFolder, OBSERVED);

/** Manifests on which we differ on purpose: id -> why. */
const REVIEWED: Readonly<Record<string, string>> = {};

corpus.test.each(RELEASES)(
  `no error where KubeRay %s made pods, and one where they were refused${corpus.skipped}`,
  (release) => {
    const wrong: string[] = [];
    for (const entry of verdicts(release)) {
      const id = `${entry.file}@${release}`;
      if (id in REVIEWED) continue;
      const errors = errorsOf(entry.file, entry.kind, release);
      const refused = entry.warnings.some((warning) => /Pod "[^"]*" is invalid: /.test(warning));
      if (entry.verdict === "pods-made" && errors.length > 0) {
        wrong.push(`${id}: ${errors.join("; ")}`);
      }
      if (refused && errors.length === 0) wrong.push(`${id}: no error, but ${entry.warnings}`);
    }
    expect(wrong).toEqual([]);
  },
);

interface Verdict {
  readonly file: string;
  readonly kind: string;
  readonly verdict: string;
  readonly warnings: readonly string[];
}

function verdicts(release: string): readonly Verdict[] {
  const text = readFileSync(`${OBSERVED}/corpus-v${release}.json`, "utf8");
  const entries: readonly Partial<Verdict>[] = Object.values(JSON.parse(text));
  return entries.map(({ file = "", kind = "", verdict = "", warnings = [] }) => ({
    file,
    kind,
    verdict,
    warnings,
  }));
}

function errorsOf(file: string, kind: string, release: string): readonly string[] {
  const kuberay = parseVersion(release);
  if (kuberay === undefined) throw new Error(release);
  return (corpusDocuments()[file] ?? []).flatMap((data) => {
    if (!isObject(data) || ownText(data, "kind") !== kind) return [];
    const spec = ownObject(data, "spec");
    const isCluster = kind === "RayCluster";
    const [key, embedded] = Object.entries(spec).find(
      ([name]) => name === "rayClusterSpec" || name === "rayClusterConfig",
    ) ?? ["", {}];
    const findings = [
      ...checkClusterPods(isCluster ? spec : embedded, isCluster ? ["spec"] : ["spec", key], {
        kuberay,
        ...(isCluster ? { clusterName: ownText(ownObject(data, "metadata"), "name") } : {}),
      }),
      ...(Object.hasOwn(spec, "submitterPodTemplate")
        ? checkPodTemplate(ownObject(spec, "submitterPodTemplate"), {
            kuberay,
            role: "submitter",
            path: ["spec", "submitterPodTemplate"],
          })
        : []),
    ];
    return findings
      .filter(({ code }) => diagnosticCodes[code].severity === "error")
      .map(({ code, path, message }) => `${code} at ${formatPath(path)}: ${message}`);
  });
}
