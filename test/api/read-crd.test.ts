import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { checkAgainstApi } from "../../src/api/check-against-api.ts";
import { pruned } from "../../src/api/pruned.ts";
import { QUANTITY_PATTERN } from "../../src/api/quantity-text.ts";
import { readCrd } from "../../src/api/read-crd.ts";
import { unjudgedKeywords } from "../../src/api/unjudged-keywords.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import { parsedCrd } from "../crds/parsed-crd.ts";
import { needs } from "../needs.ts";
import { apiOf } from "./api-of.ts";
import { crdFolder } from "./crd-schemas.ts";

const CORPUS = "../shared/corpus";
const corpus = needs(crdFolder, CORPUS);

const status: PlainObject = { rule: "has(self.jobStatus) || has(self.jobDeploymentStatus)" };

const spec: PlainObject = {
  type: "object",
  required: ["size", "name"],
  properties: {
    name: { type: "string", default: "a" },
    size: { type: "integer", format: "int32", minimum: 1 },
    mode: { type: "string", enum: ["a", "b"] },
    amount: {
      "x-kubernetes-int-or-string": true,
      anyOf: [{ type: "integer" }, { type: "string" }],
    },
    labels: { type: "object", additionalProperties: { type: "string", maxLength: 3 } },
    free: {
      type: "object",
      "x-kubernetes-preserve-unknown-fields": true,
      properties: { on: { type: "boolean" } },
    },
    parts: {
      type: "array",
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["name"],
      items: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
    },
    loose: { "x-kubernetes-preserve-unknown-fields": true, "x-kubernetes-validations": [status] },
    listed: {
      type: "array",
      items: { type: "string" },
      "x-kubernetes-validations": [status],
    },
    few: { type: "array", minItems: 1, maxItems: 2, items: { type: "string" } },
    set: { type: "array", "x-kubernetes-list-type": "set", items: { type: "string" } },
    at: { type: "string", format: "date-time" },
    share: { type: "number", maximum: 1.5 },
    wide: { type: "integer", format: "int64" },
    short: { type: "string", minLength: 2, maxLength: 3 },
    code: { type: "string", pattern: "^(a+)+$" },
    managedBy: {
      type: "string",
      "x-kubernetes-validations": [
        { rule: "self in ['ray.io/kuberay-operator', 'kueue.x-k8s.io/multikueue']" },
        { rule: "self.size() < 9" },
      ],
    },
  },
};

const crd: PlainObject = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  spec: {
    group: "ray.io",
    names: { kind: "RayThing" },
    versions: [
      {
        name: "v1",
        served: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              apiVersion: { type: "string" },
              kind: { type: "string" },
              metadata: { type: "object" },
              spec,
            },
          },
        },
      },
      { name: "v0", served: false, schema: { openAPIV3Schema: { type: "object" } } },
    ],
  },
};

test.each([
  [{ size: 1 }, []],
  [{}, ["api-missing-field at spec.size"]],
  [{ size: 0 }, ["api-value-not-allowed at spec.size"]],
  [{ size: "1" }, ["api-wrong-type at spec.size"]],
  [{ size: 1, mode: "c" }, ["api-value-not-allowed at spec.mode"]],
  [{ size: 1, amount: "x" }, []],
  [{ size: 1, amount: true }, ["api-wrong-type at spec.amount"]],
  [
    { size: 1, labels: { a: 1, b: "long" } },
    ["api-wrong-type at spec.labels.a", "api-value-not-allowed at spec.labels.b"],
  ],
  [{ size: 1, free: { anything: [1], on: 1 } }, ["api-wrong-type at spec.free.on"]],
  [
    { size: 1, parts: [{ name: "a" }, { name: "a" }, {}] },
    ["api-missing-field at spec.parts[2].name", "api-duplicate-item at spec.parts[1]"],
  ],
  [{ size: 1, code: `${"a".repeat(60)}!` }, []],
  [{ size: 1, loose: {} }, ["api-rule-broken at spec.loose"]],
  [{ size: 1, loose: { jobStatus: "FAILED" } }, []],
  [{ size: 1, listed: ["a"] }, ["api-rule-broken at spec.listed"]],
  [{ size: 1, few: [] }, ["api-value-not-allowed at spec.few"]],
  [{ size: 1, few: ["a"] }, []],
  [{ size: 1, few: ["a", "b"] }, []],
  [{ size: 1, few: ["a", "b", "c"] }, ["api-value-not-allowed at spec.few"]],
  [{ size: 1, set: ["a", "b"] }, []],
  [{ size: 1, set: ["a", "b", "a"] }, ["api-duplicate-item at spec.set[2]"]],
  [{ size: 1, at: "2026-01-01T00:00:00Z" }, []],
  [{ size: 1, at: 1 }, ["api-wrong-type at spec.at"]],
  [{ size: 1, share: 1.5 }, []],
  [{ size: 1, share: 1.6 }, ["api-value-not-allowed at spec.share"]],
  [{ size: 1, share: "1" }, ["api-wrong-type at spec.share"]],
  [{ size: 2_147_483_648 }, ["api-value-not-allowed at spec.size"]],
  [{ size: 1, wide: 2_147_483_648 }, []],
  [{ size: 1, wide: 2 ** 63 }, ["api-value-not-allowed at spec.wide"]],
  [{ size: 1, wide: -(2 ** 63) }, []],
  [{ size: 1, wide: -1e19 }, ["api-value-not-allowed at spec.wide"]],
  [{ size: 1, short: "a" }, ["api-value-not-allowed at spec.short"]],
  [{ size: 1, short: "ab" }, []],
  [{ size: 1, short: "abc" }, []],
  [{ size: 1, short: "abcd" }, ["api-value-not-allowed at spec.short"]],
  [{ size: 1, short: "\u{1f600}\u{1f600}" }, []],
  [{ size: 1, managedBy: "me" }, ["api-rule-broken at spec.managedBy"]],
  [{ size: 1, constructor: 1 }, ["api-unknown-field at spec.constructor"]],
] satisfies readonly (readonly [PlainObject, readonly string[]])[])(
  "a CRD of one's own judges %j",
  (value, found) => {
    const answer = readCrd(crd);
    const [entry] = answer.ok ? answer.apis : [];
    expect(entry?.apiVersion).toBe("ray.io/v1");
    const manifest = {
      apiVersion: "ray.io/v1",
      kind: "RayThing",
      metadata: { name: "a", labels: {} },
      spec: value,
    };
    expect(entry && placed(manifest, entry.api)).toEqual(found);
  },
);

test("what a map of objects does not know is dropped", () => {
  const inner = { type: "object", properties: { b: { type: "string" } } };
  const schema = {
    type: "object",
    properties: { a: { type: "object", additionalProperties: inner } },
  };
  const version = { name: "v1", schema: { openAPIV3Schema: schema } };
  const answer = readCrd({
    kind: "CustomResourceDefinition",
    spec: { group: "a", names: { kind: "A" }, versions: [version] },
  });
  const [entry] = answer.ok ? answer.apis : [];
  expect(entry && pruned({ a: { x: { b: "1", c: "2" } } }, entry.api)).toEqual({
    a: { x: { b: "1" } },
  });
});

test("what is not judged is told", () => {
  const answer = readCrd(crd);
  expect(answer.ok && answer.apis.map(({ unjudged }) => unjudged)).toEqual([
    [
      { place: "RayThing.spec.code", keyword: "pattern", text: "^(a+)+$" },
      {
        place: "RayThing.spec.managedBy",
        keyword: "x-kubernetes-validations",
        text: "self.size() < 9",
      },
    ],
  ]);
});

test("keywords that are judged, or say nothing to judge, are known wherever they stand", () => {
  const known: PlainObject = {
    type: "object",
    title: "A",
    description: "a",
    example: {},
    externalDocs: {},
    nullable: true,
    default: {},
    required: [],
    "x-kubernetes-map-type": "atomic",
    "x-kubernetes-validations": "none",
    format: 1,
    pattern: 1,
    properties: {
      ...Object.fromEntries(
        ["int32", "int64", "float", "double", "date-time"].map((format) => [format, { format }]),
      ),
      quantity: { anyOf: [], "x-kubernetes-int-or-string": true, pattern: QUANTITY_PATTERN },
    },
  };
  expect(unjudgedKeywords(known, "A")).toEqual([]);
  const odd = { format: "email", anyOf: [], "x-kubernetes-validations": [null] };
  const places: PlainObject = { properties: { a: odd }, items: odd, additionalProperties: odd };
  expect(unjudgedKeywords(places, "A")).toEqual(
    ["A.a", "A[]", "A{}"].flatMap((place) => [
      { place, keyword: "format", text: "email" },
      { place, keyword: "anyOf", text: undefined },
      { place, keyword: "x-kubernetes-validations", text: "" },
    ]),
  );
});

test.each([
  [null, "The document is not a CustomResourceDefinition."],
  [{ kind: "RayCluster" }, "The document is not a CustomResourceDefinition."],
  [
    { kind: "CustomResourceDefinition" },
    "The CustomResourceDefinition has no spec.group, spec.names.kind or spec.versions.",
  ],
  ...[
    { names: { kind: "A" }, versions: [] },
    { group: "a", names: {}, versions: [] },
    { group: "a", names: { kind: "A" } },
  ].map((parts): [PlainData, string] => [
    { kind: "CustomResourceDefinition", spec: parts },
    "The CustomResourceDefinition has no spec.group, spec.names.kind or spec.versions.",
  ]),
  [
    {
      kind: "CustomResourceDefinition",
      spec: {
        group: "a",
        names: { kind: "A" },
        versions: [{ name: "v1", schema: { openAPIV3Schema: { type: "string" } } }],
      },
    },
    "The CustomResourceDefinition serves no version with a schema.",
  ],
  [
    {
      kind: "CustomResourceDefinition",
      spec: { group: "a", names: { kind: "A" }, versions: [{ name: "v1" }, null] },
    },
    "The CustomResourceDefinition serves no version with a schema.",
  ],
] satisfies readonly (readonly [PlainData, string])[])("%j is no CRD", (document, message) => {
  expect(readCrd(document)).toEqual({ ok: false, message });
});

corpus.test.each(["rayclusters-v1.7.0", "rayjobs-v1.2.0", "rayservices-v0.4.0"])(
  `the CRD %s judges real manifests as the table does, and all of it is judged${corpus.skipped}`,
  (name) => {
    const answer = readCrd(JSON.parse(JSON.stringify(parsedCrd(`${crdFolder}/${name}.yaml`))));
    if (!answer.ok) throw new Error(answer.message);
    const kind = String(answer.apis[0]?.api.kind);
    const files = readdirSync(CORPUS).filter((file) => file.endsWith(`${kind.toLowerCase()}.yaml`));
    for (const { api, apiVersion, unjudged } of answer.apis) {
      expect(unjudged).toEqual([]);
      const table = apiOf(`${kind} ${apiVersion.replace("ray.io/", "")} ${name.split("-v")[1]}`);
      for (const file of files.slice(0, 40)) {
        const manifest: PlainData = Object(load(readFileSync(`${CORPUS}/${file}`, "utf8")));
        const byTable = placed(manifest, table).map((text) =>
          text.replace("api-field-not-in-release", "api-unknown-field"),
        );
        expect(placed(manifest, api), file).toEqual(byTable);
      }
    }
  },
);

function placed(
  manifest: PlainData,
  api: Parameters<typeof checkAgainstApi>[1],
): readonly string[] {
  return checkAgainstApi(manifest, api).map(({ code, path }) => `${code} at ${formatPath(path)}`);
}
