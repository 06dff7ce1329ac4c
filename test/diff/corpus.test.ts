import { expect } from "vitest";
import { apiFor } from "../../src/api/api-for.ts";
import { withStoredDefaults } from "../../src/api/with-stored-defaults.ts";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";
import { newestKuberay } from "../../src/kuberay/releases.ts";
import { manifestKinds } from "../../src/kuberay/views/manifest-view.ts";
import { byTurns } from "../by-turns.ts";
import { corpusDocuments, corpusFolder } from "../corpus.ts";
import { needs } from "../needs.ts";
import { isThorough } from "../property-runs.ts";
import { briefly, compared } from "./compared.ts";
import { respelled, shuffled, withDefaults } from "./rewrite-manifest.ts";

const corpus = needs(corpusFolder);

corpus.test(
  `every real object is the same as itself, however it is written${corpus.skipped}`,
  () => {
    const objects = byTurns(Object.keys(corpusDocuments()), 9).flatMap(objectsIn);
    const wrong: string[] = [];
    for (const [index, [file, manifest]] of objects.entries()) {
      const itself = structuredClone(manifest);
      const isSound = compared(manifest, itself).refusals.length === 0;
      const rewritten = shuffled(withDefaults(respelled(manifest, () => 1)), counter());
      // What has a wrong type or comes twice has no other way to be written.
      const copies = { itself, ...(isSound ? { rewritten, stored: stored(manifest) } : {}) };
      for (const [name, copy] of Object.entries(copies)) {
        // There and back by turns, at night both.
        const ways = [
          ...(isThorough || index % 2 === 0 ? [[manifest, copy]] : []),
          ...(isThorough || index % 2 === 1 ? [[copy, manifest]] : []),
        ];
        for (const [from, to] of ways) {
          const diff = compared(from, to);
          if (!diff.same) wrong.push(`${file} ${name}: ${briefly(diff).slice(0, 2).join(", ")}`);
        }
      }
    }
    const kinds = objects.map(([, { kind }]) => kind);
    for (const kind of ["RayCluster", "RayJob", "RayService"]) {
      expect(kinds.filter((each) => each === kind).length).toBeGreaterThan(isThorough ? 50 : 4);
    }
    expect(wrong).toEqual([]);
  },
);

/** The objects of KubeRay's kinds in a file. */
function objectsIn(file: string): readonly (readonly [string, PlainObject])[] {
  return (corpusDocuments()[file] ?? []).flatMap((data) => {
    if (!isPlainObject(data) || !isPlainObject(data.spec)) return [];
    if (!manifestKinds.some((kind) => kind === data.kind)) return [];
    const named = { ...data, metadata: data.metadata ?? { name: "x" } };
    return [[file, JSON.parse(JSON.stringify(named))] as const];
  });
}

function stored(manifest: PlainObject): PlainObject {
  const answer = apiFor({
    kind: String(manifest.kind),
    apiVersion: String(manifest.apiVersion),
    kuberayVersion: newestKuberay,
  });
  const data = answer.ok ? withStoredDefaults(manifest, answer.api) : manifest;
  return JSON.parse(JSON.stringify(data));
}

/** Other numbers each time, and always the same ones. */
function counter(): () => number {
  let number = 7;
  return () => {
    number = (number * 31 + 11) % 997;
    return number;
  };
}
