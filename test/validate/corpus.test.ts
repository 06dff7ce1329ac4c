import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { judgeManifests } from "../../src/validate/judge-manifests.ts";
import { readTarget } from "../../src/validate/read-target.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { byTurns } from "../by-turns.ts";
import { parsedCrd } from "../crds/parsed-crd.ts";
import { needs } from "../needs.ts";
import { isThorough } from "../property-runs.ts";

const CORPUS = "../shared/corpus";
const OBSERVED = "../shared/reference/observed";
const RELEASES = ["1.1.1", "1.4.2", "1.7.0"];
const corpus = needs(CORPUS, OBSERVED);

/** What a real API server and a real operator made of a manifest. */
interface Seen {
  readonly file: string;
  readonly verdict: string;
  /** Why strict validation refused it. */
  readonly strict?: string;
}

/** How far a manifest gets: refused by the API server, by the operator, by Kubernetes' pods, or by nobody. */
type Verdict = "api-server" | "operator" | "pods" | "nobody";

/** What may be seen of a manifest for which each verdict is right. Seeing no pods within some seconds decides nothing. */
const SEEN_AS: Readonly<Record<Verdict, readonly string[]>> = {
  "api-server": ["api-server-refuses"],
  operator: ["operator-refuses"],
  pods: ["pods-refused", "pods-forbidden-by-what-is-missing", "no-pods"],
  nobody: ["pods-made", "pods-forbidden-by-what-is-missing", "no-pods"],
};

/** What the API server drops, and refuses only where it is asked to be strict. */
const DROPPED: readonly string[] = ["api-unknown-field", "api-field-not-in-release"];

/** Manifests that are judged otherwise than they were seen, reviewed one by one: `release file`. */
const REVIEWED: readonly string[] = [];

corpus.test.each(RELEASES)(
  `real manifests are judged as KubeRay %s and its cluster judged them${corpus.skipped}`,
  (release) => {
    const seen: readonly Seen[] = JSON.parse(
      readFileSync(`${OBSERVED}/corpus-v${release}.json`, "utf8"),
    );
    const otherwise: string[] = [];
    const falseErrors: string[] = [];
    // By day each manifest for one of the releases.
    const judged = byTurns(seen, RELEASES.length, RELEASES.indexOf(release));
    for (const { file, verdict, strict } of judged) {
      const text = readFileSync(`${CORPUS}/${file}`, "utf8");
      const { diagnostics, manifests } = validateManifests(
        { file, text },
        { kuberayVersion: release },
      );
      expect(manifests, file).toBe(1);
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      const isDropped = errors.some(({ code }) => code.startsWith("api-"));
      const isAlike =
        SEEN_AS[verdictOf(errors)].includes(verdict) && isDropped === (strict !== undefined);
      const told = errors.map(({ code, path }) => `${code} at ${formatPath(path)}`).join("; ");
      if (!isAlike) otherwise.push(`${release} ${file}: ${verdict}, but ${told}`);
      const isFine = strict === undefined && verdict === "pods-made";
      if (isFine && errors.length > 0) falseErrors.push(`${release} ${file}: ${told}`);
      for (const { message, hint } of diagnostics) {
        expect(message, file).toMatch(/^\S.*\.$/);
        expect(hint, file).toMatch(/\S/);
      }
    }
    expect(falseErrors).toEqual([]);
    expect(seen.length).toBeGreaterThan(200);
    expect(otherwise.map((line) => line.replace(/:.*$/, ""))).toEqual(
      REVIEWED.filter((id) => id.startsWith(`${release} `)),
    );
    expect(otherwise.length / judged.length, otherwise.join("\n")).toBeLessThanOrEqual(0.03);
  },
);

function verdictOf(errors: readonly Diagnostic[]): Verdict {
  const codes = errors.map(({ code }) => code).filter((code) => !DROPPED.includes(code));
  if (codes.some((code) => code.startsWith("api-"))) return "api-server";
  if (codes.some((code) => !code.startsWith("pod-"))) return "operator";
  return codes.length > 0 ? "pods" : "nobody";
}

const CRDS = "../shared/crds";
// Reading CRDs takes long; other tests hold the table to each of them.
const RELEASE = "1.7.0";
const crdFiles = ["rayclusters", "rayjobs", "rayservices"].map(
  (kind) => `${CRDS}/${kind}-v${RELEASE}.yaml`,
);
const crds = needs(CORPUS, ...crdFiles);

/** What only a release can know of a field. */
const ofReleases: Readonly<Record<string, string>> = {
  "api-field-not-in-release": "api-unknown-field",
};

crds.test(`real manifests are judged alike by a release and by its CRDs${crds.skipped}`, () => {
  const wrong: string[] = [];
  // Our own reader takes long to read them.
  const crd = isThorough
    ? {
        file: "crds.yaml",
        text: crdFiles.map((file) => readFileSync(file, "utf8")).join("\n---\n"),
      }
    : crdFiles.map(parsedCrd);
  const known = readTarget({ kuberayVersion: RELEASE });
  const own = readTarget({ kuberayVersion: RELEASE, crd });
  if (!known.ok || !own.ok) throw new Error(JSON.stringify([known, own]));
  const files = readdirSync(CORPUS).filter((name) => name.endsWith("yaml"));
  for (const file of byTurns(files, 5)) {
    const input = { file, text: readFileSync(`${CORPUS}/${file}`, "utf8") };
    const [before, after] = [judgeManifests(input, known), judgeManifests(input, own)];
    const told = briefly(after.diagnostics);
    if (told !== briefly(before.diagnostics)) wrong.push(`${file}: ${told}`);
    if (after.unjudgedRules > 0) wrong.push(`${file}: rules that are not judged`);
  }
  expect(wrong).toEqual([]);
});

function briefly(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ code, pointer }) => `${ofReleases[code] ?? code} ${pointer}`)
    .join("; ");
}
