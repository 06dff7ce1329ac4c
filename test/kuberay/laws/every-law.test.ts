import fc from "fast-check";
import { expect, test } from "vitest";
import { diagnosticCodes } from "../../../src/diagnostics/codes.ts";
import { defuse } from "../../../src/diagnostics/defuse.ts";
import { isPlainObject } from "../../../src/diagnostics/plain-data.ts";
import { findBreaches } from "../../../src/kuberay/laws/find-breaches.ts";
import { operatorLaws } from "../../../src/kuberay/laws/registry.ts";
import { viewManifest } from "../../../src/kuberay/views/manifest-view.ts";
import { rayLaws } from "../../../src/ray/laws/registry.ts";
import { clusterLawRows } from "./cluster-law-rows.ts";
import { cron, job, service, withSpec } from "./manifests.ts";
import { ownerLawRows } from "./owner-law-rows.ts";
import { warningLawRows } from "./warning-law-rows.ts";

const laws = [...operatorLaws, ...rayLaws];
const rows = [...clusterLawRows, ...ownerLawRows, ...warningLawRows];

test.each(laws.map(({ code }) => code))("%s has rows in the tables of these tests", (code) => {
  expect(rows.filter(([law]) => law === code)).not.toEqual([]);
});

test("every law has the severity of its code", () => {
  const wrong = laws.filter(({ code, severity }) => severity !== diagnosticCodes[code].severity);
  expect(wrong.map(({ code }) => code)).toEqual([]);
});

test("every law has a code of its own, and the table of codes follows the registries", () => {
  const codes = laws.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  const known = Object.keys(diagnosticCodes).filter((code) => codes.some((own) => own === code));
  expect(known).toEqual(codes);
});

const manifests = [
  withSpec({ networkPolicy: {}, tlsOptions: {}, historyServerOptions: { collectorOptions: {} } }),
  withSpec({ gcsFaultToleranceOptions: { backend: "rocksdb", storage: {} }, authOptions: {} }),
  job({ submissionMode: "SidecarMode", deletionStrategy: { deletionRules: [{ condition: {} }] } }),
  service({ upgradeStrategy: { type: "NewClusterWithIncrementalUpgrade" } }),
  cron(),
];
const values = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, [], {}, [null], "__proto__", "constructor", -1, 1e21, "a\u0000", [
    [],
  ]),
);

test("whatever stands in a manifest, every law holds its peace or says a sentence", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...manifests),
      fc.nat(),
      values,
      fc.nat(2),
      (base, place, value, gates) => {
        const manifest = JSON.parse(JSON.stringify(base));
        const places = placesOf(manifest);
        const [holder, key] = places[place % places.length] ?? [{}, ""];
        Object.defineProperty(holder, key, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
        const view = viewManifest(manifest);
        if (view === undefined) return;
        const settings = new Map(gates === 0 ? [] : [["AllAlpha", gates === 1]]);
        for (const minor of [1, 4, 6, 7]) {
          const target = { kuberay: { major: 1, minor, patch: 0 }, gates: settings };
          for (const { message, hint, document, related } of findBreaches(view, target, laws)) {
            expect(document).toBe("manifest");
            expect(related?.every((place) => place.document === "manifest")).toBe(true);
            expect(message).toMatch(/^\S.*\.$/);
            expect(defuse(message)).toBe(message);
            expect(hint).toMatch(/^[A-Z].*[.?]$/);
          }
        }
      },
    ),
  );
});

/** Every object and list below, with each of its keys. */
function placesOf(node: unknown): readonly (readonly [object, string])[] {
  if (!isPlainObject(node) && !Array.isArray(node)) return [];
  return Object.entries(node).flatMap(([key, child]) => [[node, key] as const, ...placesOf(child)]);
}
