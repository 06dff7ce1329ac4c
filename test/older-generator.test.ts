import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { DiagnosticCode } from "../src/diagnostics/codes.ts";
import { diffManifests } from "../src/diff/compare/diff-manifests.ts";
import { needs } from "./needs.ts";
import type { Difference } from "./older-generator/differences.ts";
import { differences } from "./older-generator/differences.ts";
import type { Sample } from "./older-generator/sample.ts";
import { clusterOf, compileSample, readSamples } from "./older-generator/sample.ts";
import type { ToleratedDifference } from "./older-generator/tolerated.ts";
import { toleratedDifferences } from "./older-generator/tolerated.ts";
import { replaceAt } from "./schemas/mutated.ts";

const file = "../shared/reference/sematic-samples.json";
const seen = needs(file);

const vectors = readSamples("test/vectors/older-generator.json");
const samples = seen.isThere ? readSamples(file) : [];

/** The errors of older generators, by their type and a word in them, and what the compiler says instead. */
const errors: readonly {
  readonly type: string;
  readonly word: RegExp;
  readonly code: DiagnosticCode;
  /** Where only a warning is left of the error: the heading in docs/differences.md that gives the reason. */
  readonly heading?: string;
}[] = [
  { type: "UnsupportedVersionError", word: /of Kuberay/, code: "kuberay-version-unsupported" },
  { type: "UnsupportedVersionError", word: /ray versions/, code: "ray-version-unsupported" },
  { type: "UnsupportedUsageError", word: /with GPUs/, code: "gpus-unsupported" },
  { type: "UnsupportedUsageError", word: /one GPU/, code: "gpu-resource-key-required" },
  { type: "ValueError", word: /AutoScalerConfig/, code: "autoscaler-required" },
  { type: "ValueError", word: />= min/, code: "worker-bounds" },
  {
    type: "ValueError",
    word: /> 0/,
    code: "group-without-workers",
    heading: "A group that can never have a worker is no error",
  },
];

test.each(vectors)("$request.name means what an older generator meant", (sample) => {
  expect(unexplained(sample)).toEqual([]);
});

seen.test(`every manifest of the samples means the same${seen.skipped}`, () => {
  const manifests = samples.filter(({ error }) => error === null);
  expect(manifests.length).toBeGreaterThan(5);
  for (const sample of manifests) expect(unexplained(sample), sample.request.name).toEqual([]);
});

seen.test(`every error of the samples has its diagnostic${seen.skipped}`, () => {
  const refused = samples.filter(({ error }) => error !== null);
  expect(refused.length).toBeGreaterThan(5);
  for (const sample of refused) expectDiagnostic(sample);
});

test.each(vectors)("diff shows of $request.name only what is documented", (sample) => {
  expect(undocumentedChanges(sample)).toEqual([]);
});

seen.test(`diff shows of every sample only what is documented${seen.skipped}`, () => {
  for (const sample of samples.filter(({ error }) => error === null)) {
    expect(undocumentedChanges(sample), sample.request.name).toEqual([]);
  }
});

test("no tolerated difference is out of date", () => {
  const used = new Set(
    vectors.flatMap((sample) => differencesOf(sample).map((d) => explanation(d, sample))),
  );
  expect(toleratedDifferences.filter((entry) => !used.has(entry))).toEqual([]);
});

test.each([
  [["spec", "workerGroupSpecs", 0, "maxReplicas"], 4],
  [["spec", "workerGroupSpecs", 0, "template", "spec", "nodeSelector"], { pool: "other" }],
  [["spec", "workerGroupSpecs", 0, "template", "spec", "tolerations"], []],
  [["spec", "headGroupSpec", "template", "metadata", "annotations"], {}],
  [["spec", "headGroupSpec", "template", "spec", "serviceAccountName"], "other"],
  [["spec", "headGroupSpec", "template", "spec", "containers", 0, "image"], "other:1"],
  [["spec", "autoscalerOptions", "resources", "limits", "cpu"], "600m"],
  [["spec", "autoscalerOptions", "env"], undefined],
  [["spec", "enableInTreeAutoscaling"], false],
])("the comparison sees %j change to %j", (path, value) => {
  const [sample] = vectors;
  if (sample === undefined) expect.fail("There is no vector.");
  const ours = compileSample(sample);
  const altered = replaceAt(ours.ok ? ours.manifest : undefined, path, () => value);
  const found = differences(sample.manifest, altered);
  expect(found.filter((difference) => !explanation(difference, sample))).not.toEqual([]);
});

test("docs/differences.md gives the reason for each difference", () => {
  const text = readFileSync("docs/differences.md", "utf8");
  const headings = [...text.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
  const needed = [...toleratedDifferences, ...errors].flatMap(({ heading }) => heading ?? []);
  expect(headings).toEqual(expect.arrayContaining(needed));
  expect(new Set(headings).size).toBe(headings.length);
});

/** An error of an older generator is an error here; a warning only where the documentation says why. */
function expectDiagnostic(sample: Sample): void {
  const { type = "", message = "" } = sample.error ?? {};
  const matching = errors.filter((entry) => entry.type === type && entry.word.test(message));
  expect(matching, message).toHaveLength(1);
  const result = compileSample(sample);
  const found = result.diagnostics.filter(({ code }) => code === matching[0]?.code);
  const expected = matching[0]?.heading === undefined ? "error" : "warning";
  expect(new Set(found.map(({ severity }) => severity)), message).toEqual(new Set([expected]));
}

/** What `diff` shows of moving a cluster over, with effects that moving over must not have, too. */
function undocumentedChanges(sample: Sample): readonly string[] {
  const result = compileSample(sample);
  if (!result.ok) expect.fail("It does not compile.");
  const kuberayVersion = sample.request.kuberay_version;
  const diff = diffManifests(sample.manifest, result.manifest, { kuberayVersion });
  if (!diff.ok) expect.fail("It cannot be compared.");
  return diff.changes
    .filter(({ effect, path }) => {
      const isDocumented = documentedChanges.some((pattern) => pattern.test(path));
      return !isDocumented || !["none", "new-pods-only"].includes(effect);
    })
    .map(({ effect, path }) => `${effect} ${path}`);
}

/** The paths of what docs/differences.md lists, as `diff` writes them. */
const documentedChanges: readonly RegExp[] = [
  /^metadata\.labels\["controller-tools\.k8s\.io"\]$/,
  /^spec\.autoscalerOptions\./,
  /\.ports\[8000\/TCP\]$/,
  /\.initContainers\[(?:init|wait-for-head)\]$/,
  /\.rayStartParams\["num-gpus"\]$/,
  /\.resources\.(?:limits|requests)\.(?:cpu|memory)$/,
];

function unexplained(sample: Sample): readonly Difference[] {
  return differencesOf(sample).filter((difference) => !explanation(difference, sample));
}

function differencesOf(sample: Sample): readonly Difference[] {
  const result = compileSample(sample);
  expect(result.ok ? [] : result.diagnostics).toEqual([]);
  return result.ok ? differences(sample.manifest, result.manifest) : [];
}

function explanation(difference: Difference, sample: Sample): ToleratedDifference | undefined {
  return toleratedDifferences.find(
    ({ path, accepts }) => path.test(difference.path) && accepts(difference, clusterOf(sample)),
  );
}
