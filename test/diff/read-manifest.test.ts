import { expect, test } from "vitest";
import { readManifest, unreadManifest } from "../../src/diff/compare/read-manifest.ts";
import { expectOfEach } from "../expect-of-each.ts";
import { cluster } from "./manifests.ts";

const KINDS = "RayCluster, RayJob, RayService or RayCronJob";
const head = { kind: "RayCluster", apiVersion: "ray.io/v1" };

const problems: readonly (readonly [input: unknown, problem: string])[] = [
  [[], "It is a list, not one manifest."],
  [[cluster()], "It is a list, not one manifest."],
  ["a", 'It is the string "a", not a manifest.'],
  [5, "It is the number 5, not a manifest."],
  [false, "It is false, not a manifest."],
  [{ file: "a.yaml", text: "kind: RayCluster" }, "It is a text: parse it, and pass one object."],
  ["kind: RayCluster\n", "It is a text: parse it, and pass one object."],
  [{}, `It has no kind, such as ${KINDS}.`],
  [{ kind: 5 }, `It has no kind, such as ${KINDS}.`],
  [{ kind: "Pod", apiVersion: "v1" }, `Its kind is "Pod", not ${KINDS}.`],
  [{ kind: "RayCluster" }, "It has no apiVersion."],
  [{ ...head, apiVersion: 1 }, "It has no apiVersion."],
  [{ ...head, apiVersion: "v1" }, 'Its apiVersion is "v1", which is not in the group ray.io.'],
  [
    { ...head, apiVersion: "array.io/v1" },
    'Its apiVersion is "array.io/v1", which is not in the group ray.io.',
  ],
  [
    { ...head, apiVersion: "ray.io" },
    'Its apiVersion is "ray.io", which is not in the group ray.io.',
  ],
  [head, "It has no metadata."],
  [{ ...head, metadata: 5, spec: {} }, "Its metadata is the number 5, not an object."],
  [{ ...head, metadata: [], spec: {} }, "Its metadata is a list, not an object."],
  [{ ...head, metadata: {} }, "It has no spec."],
  [{ ...head, metadata: {}, spec: null }, "It has no spec."],
  [{ ...head, metadata: {}, spec: "a" }, 'Its spec is the string "a", not an object.'],
];

test("what is no manifest says why", () => {
  expectOfEach(
    problems,
    ([, problem]) => problem,
    ([input, problem]) => {
      expect(readManifest(input)).toEqual({ ok: false, problem });
    },
  );
});

test("what is no data says where", () => {
  const read = readManifest({ ...head, metadata: {}, spec: { a: () => 1 } });
  expect(read).toMatchObject({ ok: false, problem: expect.stringMatching(/^spec\.a: .+\.$/) });
});

test("a manifest is copied, and nothing is none", () => {
  const manifest = cluster();
  const read = readManifest(manifest);
  expect(read).toEqual({ ok: true, data: manifest });
  expect(read).not.toHaveProperty(
    "data",
    expect.toSatisfy((data) => data === manifest),
  );
  for (const input of [undefined, null]) {
    expect(readManifest(input)).toEqual({ ok: true, data: undefined });
  }
  const empty = { kind: "RayJob", apiVersion: "ray.io/v2", metadata: {}, spec: {} };
  expect(readManifest(empty)).toEqual({ ok: true, data: empty });
});

test("a manifest that cannot be read is a finding of its place", () => {
  expect(unreadManifest(["after"], "It has no spec.")).toEqual({
    code: "foreign-document",
    document: "manifest",
    path: ["after"],
    message: "It has no spec.",
    hint: `Pass a ${KINDS}.`,
  });
});
