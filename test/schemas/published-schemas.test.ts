import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { JsonSchema } from "../../src/schemas/json-schema.ts";
import { mapSubschemas } from "../../src/schemas/json-schema.ts";
import { byTurns } from "../by-turns.ts";
import { compareFile } from "../golden/compare-file.ts";
import { publishedOnce, publishedSchema } from "./published-once.ts";
import { validatorOf } from "./validators.ts";

const published = publishedOnce();
const forEditors: readonly JsonSchema[] = [
  publishedSchema("raycluster-request.schema.json"),
  publishedSchema("deployment-settings.schema.json"),
];

test.each(published)("$file is what the code generates", ({ file, actual }) => {
  const path = join("schemas", file);
  const text = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  const difference = compareFile(`schemas/${file}`, text, actual, "npm run schemas");
  if (difference !== undefined) expect.fail(difference);
});

test("no other schema lies about", () => {
  const files = readdirSync("schemas", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".json"));
  expect(files.sort()).toEqual(published.map(({ file }) => file).sort());
});

// Those for the catalog have much in common: by day every third.
const judged = published.filter(({ file }) => !file.includes("/"));
const catalog = byTurns(
  published.filter(({ file }) => file.includes("/")),
  3,
);

test.each([...judged, ...catalog])("$file is valid in the strictest mode of ajv", ({ file }) => {
  expect(validatorOf(publishedSchema(file))(0)).not.toEqual([]);
});

test.each(forEditors)("every field of $title is described", (schema) => {
  const definitionOf = ({ $ref = "" }: JsonSchema) =>
    schema.definitions?.[$ref.replace("#/definitions/", "")];
  const silent = fieldsOf(schema).filter(({ field }) => {
    const { description = "" } = definitionOf(field) ?? field;
    return description.length < 10;
  });
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test.each(forEditors)(
  "every number of $title has a unit, and no field has a default that nobody would write",
  (schema) => {
    const fields = fieldsOf(schema);
    const numbers = fields.filter(({ field }) => /number|integer/.test(String(field.type)));
    const units =
      /\bin (?:CPUs|GPUs|percent|whole tries|GiB \(2\*\*30 bytes\)|whole GPUs|whole devices|whole numbers|workers|nodes|pods|seconds)(?!\w)/;
    const bare = numbers.filter(({ field }) => !units.test(field.description ?? ""));
    expect(bare.map(({ name }) => name)).toEqual([]);
    expect(numbers.length).toBeGreaterThan(0);
    const absurd = fields.filter(
      ({ field, required }) => field.default === null || (required && "default" in field),
    );
    expect(absurd.map(({ name }) => name)).toEqual([]);
  },
);

test("the defaults that the schemas name are those that the compiler takes", () => {
  const request = {
    name: "train",
    image: "train:1",
    ray_version: "2.52.0",
    config: { head_node: { cpu: 4, memory_gb: 16 } },
  };
  const head_node = { ...request.config.head_node, ...defaultsOf("RayNodeConfig") };
  const config = { ...defaultsOf("RayClusterConfig"), head_node };
  const [, settings] = forEditors;
  const written = compile({ ...defaultsOf(), ...request, config }, defaultSettings(settings));
  expect(written).toEqual(compile(request));
  expect(written.ok).toBe(true);
});

test("the objects of a manifest are closed but for the user's maps and what templates are merged into", () => {
  const { definitions: all = {}, ...schema } = publishedSchema("raycluster-manifest.schema.json");
  const {
    MergedPod: _pod,
    MergedClusterSpec: _spec,
    MergedMetadata: _metadata,
    MergedPart: _part,
    ...definitions
  } = all;
  const open = objectsOf({ ...schema, definitions }).filter(
    ({ additionalProperties, propertyNames }) =>
      additionalProperties !== false && propertyNames === undefined,
  );
  expect(open).toEqual([]);
});

interface Field {
  readonly name: string;
  readonly field: JsonSchema;
  readonly required: boolean;
}

function fieldsOf(schema: JsonSchema): readonly Field[] {
  return objectsOf(schema).flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).map(([name, field]) => ({
      name,
      field,
      required: required.includes(name),
    })),
  );
}

/** Every part that describes an object, but for conditions on one. */
function objectsOf(schema: JsonSchema): readonly JsonSchema[] {
  const found = [schema].filter(({ type }) => [type].flat().includes("object"));
  mapSubschemas(schema, (subschema) => {
    found.push(...objectsOf(subschema));
    return subschema;
  });
  return found;
}

function defaultsOf(definition?: string): Readonly<Record<string, unknown>> {
  const schema = publishedSchema("raycluster-request.schema.json");
  const { properties = {} } =
    definition === undefined ? schema : (schema.definitions?.[definition] ?? {});
  return defaultsIn(properties);
}

/** Below a field that is an object the defaults of its own fields. */
function defaultSettings(schema: JsonSchema | undefined): Readonly<Record<string, unknown>> {
  const written = Object.entries(schema?.properties ?? {}).map(
    ([key, { properties, ...field }]) => [
      key,
      properties === undefined ? field.default : defaultSettings({ properties }),
    ],
  );
  return Object.fromEntries(written);
}

function defaultsIn(properties: NonNullable<JsonSchema["properties"]>): Record<string, unknown> {
  const withDefault = Object.entries(properties).filter(([, field]) => "default" in field);
  return Object.fromEntries(withDefault.map(([key, field]) => [key, field.default]));
}
