import { expect, test } from "vitest";
import { compile } from "../src/compile.ts";
import { diffManifests } from "../src/diff/compare/diff-manifests.ts";
import { importManifest } from "../src/import/import-manifest.ts";
import { validateManifests } from "../src/validate/validate-manifests.ts";
import { byTurns } from "./by-turns.ts";
import { dataOf } from "./compile/plain-copies.ts";
import { cases } from "./golden/cases.ts";
import { isThorough } from "./property-runs.ts";
import { placesIn, replaceAt } from "./schemas/mutated.ts";

/** Becomes no text: String() and template literals throw. */
const UNPRINTABLE = { toString: "y", valueOf: null };

const named = ["pod-templates", "job", "service"];
const inputs = (await cases("valid")).filter(({ name }) => named.includes(name));

test.each(inputs)(
  "a value that is no text makes nothing throw, wherever it stands in the manifest of $name",
  ({ request, settings }) => {
    const result = compile(request, settings);
    if (!result.ok) throw new Error("It does not compile.");
    const manifest: unknown = JSON.parse(JSON.stringify(result.manifest));
    // The cluster of a job or of a service is the cluster of the first one; at night it is tried again.
    const own = placesIn(manifest).filter(
      (place) => isThorough || (place[1] !== "rayClusterSpec" && place[1] !== "rayClusterConfig"),
    );
    const places = byTurns(own, 4);
    expect(own.length).toBeGreaterThan(10);
    for (const [index, place] of places.entries()) {
      const odd = replaceAt(manifest, place, () => UNPRINTABLE);
      const ways = [
        () => validateManifests(odd, { podSecurity: "restricted" }),
        () => diffManifests(manifest, odd),
        () => diffManifests(odd, manifest),
        ...(isThorough || index % 6 === 3 ? [() => importManifest(odd)] : []),
      ];
      expect(() => {
        for (const run of byTurns(ways, 3, index)) run();
      }, place.join(".")).not.toThrow();
    }
  },
);

test.each(inputs)(
  "nor wherever it stands in the request or settings of $name",
  ({ request, settings }) => {
    const documents = [dataOf(request), dataOf(settings)];
    for (const document of documents) {
      for (const place of byTurns(placesIn(document), 4)) {
        const odd = documents.map((each) =>
          each === document ? replaceAt(each, place, () => UNPRINTABLE) : each,
        );
        expect(() => compile(odd[0], odd[1]), place.join(".")).not.toThrow();
      }
    }
  },
);
