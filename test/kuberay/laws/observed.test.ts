import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { apiFor } from "../../../src/api/api-for.ts";
import { pruned } from "../../../src/api/pruned.ts";
import { isObject } from "../../../src/diagnostics/own-field.ts";
import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { readFeatureGates } from "../../../src/kuberay/feature-gates.ts";
import { findBreaches } from "../../../src/kuberay/laws/find-breaches.ts";
import { operatorLaws } from "../../../src/kuberay/laws/registry.ts";
import type { Version } from "../../../src/kuberay/version.ts";
import { parseVersion } from "../../../src/kuberay/version.ts";
import { viewManifest } from "../../../src/kuberay/views/manifest-view.ts";
import { rayLaws } from "../../../src/ray/laws/registry.ts";
import { byTurns } from "../../by-turns.ts";
import { corpusFolder, corpusManifest } from "../../corpus.ts";
import { needs } from "../../needs.ts";
import type { PatchOperation } from "./apply-patch.ts";
import { applyPatch } from "./apply-patch.ts";

/** What a real operator and a real API server made of manifests. */
const FOLDER = "../shared/reference/observed";
const observations = needs(FOLDER, corpusFolder);

interface Observed {
  readonly kuberay: string;
  readonly feature_gates: string;
  readonly bases: Readonly<Record<string, PlainObject>>;
  readonly changes: readonly {
    readonly id: string;
    readonly base: string;
    readonly patch: readonly PatchOperation[];
    readonly observed: { readonly api_server: string; readonly effects: readonly string[] };
  }[];
}

interface Judged {
  readonly file: string;
  readonly verdict: string;
}

/** Refusals that were seen and are not foretold, or the other way round, by the id of the change; reviewed one by one. */
const REVIEWED_CHANGES: readonly string[] = [];

const files = observations.isThere ? readdirSync(FOLDER).sort() : [];

observations.test(
  `every refusal of an operator is foretold, and none else${observations.skipped}`,
  () => {
    const wrong: string[] = [];
    for (const file of files.filter((name) => name.startsWith("observed-"))) {
      const seen: Observed = JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8"));
      for (const { id, base, patch, observed } of seen.changes) {
        if (observed.api_server === "api" || REVIEWED_CHANGES.includes(id)) continue;
        const manifest = applyPatch(seen.bases[base] ?? {}, patch);
        const gates = seen.feature_gates === "default" ? "" : "AllAlpha=true";
        const codes = errorsOf(manifest, seen.kuberay, gates);
        const isRefused = observed.api_server === "operator";
        if (codes.length > 0 !== isRefused) wrong.push(`${file} ${id}: ${codes.join(", ")}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

observations.test(
  `what operators refused of the corpus is an error, and what ran is none${observations.skipped}`,
  () => {
    const wrong: string[] = [];
    const corpora = files.filter((name) => name.startsWith("corpus-"));
    for (const [turn, file] of corpora.entries()) {
      const release = /v(.+)\.json$/.exec(file)?.[1] ?? "";
      const judged: readonly Judged[] = JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8"));
      for (const { file: name, verdict } of byTurns(judged, corpora.length, turn)) {
        if (verdict === "api-server-refuses") continue;
        const codes = errorsOf(corpusManifest(name), release, "");
        const ran = verdict === "pods-made";
        const isRight =
          verdict === "operator-refuses" ? codes.length > 0 : !ran || codes.length === 0;
        if (!isRight) wrong.push(`${release} ${name} ${verdict}: ${codes.join(", ")}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

function errorsOf(manifest: PlainObject, release: string, featureGates: string): readonly string[] {
  const kuberay = parseVersion(release);
  if (kuberay === undefined) throw new Error(`${release} is no version`);
  const view = viewManifest(stored(manifest, kuberay));
  const gates = readFeatureGates(featureGates, kuberay);
  if (view === undefined || !gates.ok) throw new Error("cannot be judged");
  return findBreaches(view, { kuberay, gates: gates.gates }, [...operatorLaws, ...rayLaws])
    .filter(({ severity }) => severity === "error")
    .map(({ code, path }) => `${code} at ${path.join(".")}`);
}

function stored(manifest: PlainObject, kuberayVersion: Version): PlainObject {
  const [kind, apiVersion] = [String(manifest.kind), String(manifest.apiVersion)];
  const answer = apiFor({ kind, apiVersion, kuberayVersion });
  const kept = answer.ok ? pruned(manifest, answer.api) : manifest;
  return isObject(kept) ? kept : manifest;
}
