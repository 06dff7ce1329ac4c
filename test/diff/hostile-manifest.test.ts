import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import type {
  Change,
  ManifestDiff,
  SpellingDifference,
} from "../../src/diff/compare/manifest-diff.ts";
import { renderDiffHtml } from "../../src/diff/report/render-html.ts";
import { renderDiffJson } from "../../src/diff/report/render-json.ts";
import { renderDiffMarkdown } from "../../src/diff/report/render-markdown.ts";
import { renderDiffText } from "../../src/diff/report/render-text.ts";
import { anyCharacter } from "../any-character.ts";
import { isThorough } from "../property-runs.ts";
import { hostileValues, manifests } from "./arbitrary-manifest.ts";
import { compared } from "./compared.ts";
import { cluster, container, group, withContainers } from "./manifests.ts";

type Place = Change | SpellingDifference;

/** A manifest in which by chance values have given way to hostile ones, and keys too. */
const hostileManifests = fc
  .tuple(manifests, fc.infiniteStream(fc.nat(40)), fc.infiniteStream(hostileValues))
  .map(([manifest, chances, values]) => {
    const spoil = (value: PlainData, depth: number): PlainData => {
      const chance = chances.next().value;
      if (depth > 1 && chance === 0) return values.next().value;
      if (Array.isArray(value)) {
        const items = value.map((item) => spoil(item, depth + 1));
        return chance === 1 ? [...items, values.next().value, ...items] : items;
      }
      if (typeof value !== "object" || value === null) return value;
      const members = Object.entries(value).map(([key, member]): [string, PlainData] => {
        const name = depth > 1 && chances.next().value === 0 ? String(values.next().value) : key;
        return [name, spoil(member, depth + 1)];
      });
      return Object.fromEntries(members);
    };
    return spoil(manifest, 0);
  });

// All controls but the line feed, separators, bidirectional overrides and lone surrogates.
const INVISIBLE =
  /[^\P{Cc}\n]|\p{Zl}|\p{Zp}|\p{Cs}|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

// One property of two manifests, since to make them and to compare them takes longer than what is asked of it.
test("whatever stands in two manifests, all formats work and stay harmless, the way back is the mirror image, inputs stay as they are, and each differs from itself in nothing", () => {
  const sides = fc.option(fc.oneof(manifests, hostileManifests), { nil: undefined, freq: 20 });
  fc.assert(
    fc.property(sides, sides, (old, current) => {
      const text = JSON.stringify([old, current]);
      const diff = diffManifests(deepFrozen(old), deepFrozen(current));
      expectHarmless(diff);
      expectMirrored(diff, diffManifests(structuredClone(current), structuredClone(old)));
      expect(JSON.stringify([old, current])).toBe(text);
      // By day some of them, as it comes.
      if (!diff.ok || old === undefined || (!isThorough && text.length % 3 > 0)) return;
      const same = diffManifests(old, structuredClone(old));
      expect(same).toMatchObject({ same: true, effect: "none", changes: [], spelling: [] });
      if (same.ok) expect(same.totals.before).toEqual(same.totals.after);
    }),
  );
});

function expectHarmless(diff: ManifestDiff): void {
  const text = renderDiffText(diff);
  const markdown = renderDiffMarkdown([diff]);
  const json = renderDiffJson([diff]);
  const html = renderDiffHtml([diff]);
  const outputs = [text, markdown, json, html];
  expect(outputs.filter((output) => /^\s*::|##\w*\[/m.test(output))).toEqual([]);
  expect(outputs.filter((output) => INVISIBLE.test(output))).toEqual([]);
  expect(outputs.filter((output) => !output.endsWith("\n"))).toEqual([]);
  expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify([diff]));
}

function expectMirrored(there: ManifestDiff, back: ManifestDiff): void {
  expect(back.ok).toBe(there.ok);
  if (!there.ok || !back.ok) return;
  expect(back.totals).toEqual({ before: there.totals.after, after: there.totals.before });
  // What must be mirrored; why something has an effect may differ on the way back. All that differs, be it in meaning or in
  // spelling alone: what the new manifest is refused for is a change on the one way and none on the other.
  const content = ({ path, before, after }: Place) => ({ path, before, after });
  const mirrored = ({ path, before, after }: Place) => ({ path, before: after, after: before });
  const [places, mirror] = [
    [...back.changes, ...back.spelling].map(content),
    [...there.changes, ...there.spelling].map(mirrored),
  ].map((all) => all.map((place) => JSON.stringify(place)).sort());
  expect(places).toEqual(mirror);
}

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(deepFrozen);
    Object.freeze(value);
  }
  return value;
}

test("anything at all is compared or refused", () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    stringUnit: anyCharacter,
  });
  fc.assert(
    fc.property(anything, anything, (old, current) => {
      const diff = diffManifests(old, current);
      expect(diff.ok).toBe((old ?? null) === null && (current ?? null) === null);
    }),
  );
});

const revoked = Proxy.revocable({}, {});
revoked.revoke();
const cycle: Record<string, unknown> = { ...cluster() };
cycle.spec = cycle;
const getter = {
  ...cluster(),
  get spec(): PlainObject {
    throw new Error("no");
  },
};

test.each<readonly [string, unknown, string]>([
  ["a text", "kind: RayCluster", 'It is the string "kind: RayCluster", not a manifest.'],
  ["a list", [cluster()], "It is a list, not one manifest."],
  ["an empty object", {}, "It has no kind, such as"],
  [
    "another kind",
    { kind: "List", items: [] },
    'Its kind is "List", not RayCluster, RayJob, RayService or RayCronJob.',
  ],
  ["no apiVersion", { kind: "RayCluster" }, "It has no apiVersion."],
  [
    "another group",
    { kind: "RayCluster", apiVersion: "v1" },
    'Its apiVersion is "v1", which is not in the group ray.io.',
  ],
  ["no spec", { ...cluster(), spec: null }, "It has no spec."],
  ["a list for metadata", { ...cluster(), metadata: [] }, "Its metadata is a list, not an object."],
  ["a getter that throws", getter, "This value could not be read: a getter or a proxy threw."],
  ["a revoked proxy", revoked.proxy, "This value could not be read: a getter or a proxy threw."],
  ["a cycle", cycle, "This value contains itself."],
  [
    "ten thousand groups",
    cluster({ spec: { workerGroupSpecs: Array.from({ length: 10_000 }, () => group("a")) } }),
    "spec.workerGroupSpecs: There are 10,000 entries here; at most 1,000 are allowed.",
  ],
  [
    "a key that is none",
    JSON.parse('{"kind":"RayCluster","metadata":{"labels":{"__proto__":"x"}}}'),
    'metadata.labels.__proto__: No field, label or annotation can have the key "__proto__".',
  ],
])("%s cannot be compared", (_name, input, problem) => {
  expect(diffManifests(input, cluster())).toMatchObject({
    ok: false,
    diagnostics: [
      { code: "foreign-document", path: ["old"], message: expect.stringContaining(problem) },
    ],
  });
  expect(diffManifests(undefined, input)).toMatchObject({
    ok: false,
    diagnostics: [
      { code: "foreign-document", path: ["new"], message: expect.stringContaining(problem) },
    ],
  });
});

test.each([
  ["nightly", '"nightly" is not a version. It must be numbers with dots.'],
  ["0.3.0", "KubeRay 0.3.0 is older than 0.4.0."],
])("KubeRay %s is no target", (kuberayVersion, message) => {
  expect(diffManifests(cluster(), cluster(), { kuberayVersion })).toMatchObject({
    ok: false,
    diagnostics: [{ code: "invalid-option", path: ["kuberayVersion"], message }],
  });
});

test("keys of Object.prototype are keys like others", () => {
  const keys = ["constructor", "toString", "valueOf", "hasOwnProperty"];
  const labels = Object.fromEntries(keys.map((key) => [key, "x"]));
  const diff = compared(cluster(), cluster({ metadata: { labels }, ...labels }));
  expect(diff.changes.map(({ path }) => path)).toEqual([
    ...["constructor", "hasOwnProperty"],
    ...["constructor", "hasOwnProperty", "toString", "valueOf"].map(
      (key) => `metadata.labels.${key}`,
    ),
    ...["toString", "valueOf"],
  ]);
});

test("a thousand variables are compared", () => {
  const env = (value: string) =>
    withContainers(
      container("ray-head", {
        env: Array.from({ length: 1000 }, (_, index) => ({ name: `V${index}`, value })),
      }),
    );
  expect(compared(env("a"), env("b")).changes).toHaveLength(1000);
});
