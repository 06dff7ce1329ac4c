import fc from "fast-check";
import { expect, test } from "vitest";
import type { Project } from "../../src/cli/project/project.ts";
import { readProject } from "../../src/cli/project/read-project.ts";
import type { Finding } from "../../src/diagnostics/diagnostic.ts";
import type { JsonSchema } from "../../src/schemas/json-schema.ts";
import { mutated } from "./mutated.ts";
import { publishedSchema } from "./published-once.ts";
import { validatorOf } from "./validators.ts";

const judge = validatorOf(publishedSchema("raycluster-config.schema.json"));

/** A sound project file in which every field is set. */
const sound: Project = {
  $schema: "./raycluster-config.schema.json",
  projects: ["teams/*/raycluster.config.yaml"],
  defaults: { settings: ["values/all.yaml"], strict: false },
  targets: [
    {
      name: "production",
      requests: ["requests/**/*.yaml", "more/{a,b}?.json"],
      exclude: ["requests/old/**"],
      settings: "values/production.yaml",
      settings_at: "spec.values",
      patches: ["patches/production.yaml"],
      set: { "config.head_node.cpu": 8, image: "registry.example.com/train:2" },
      kuberay_version: "1.4.2",
      output_dir: "manifests/production",
      output_name: "{folder}/{name}.yaml",
      strict: true,
    },
    { name: "staging", requests: ["../shared/train.yaml"], output: "/srv/all.yaml" },
  ],
};

test("the schema and the compiler accept a project file", () => {
  expect(judge(sound)).toEqual([]);
  const { targets, findings } = readProject(sound);
  expect(findings).toEqual([]);
  expect(targets?.map(({ name, settings, output }) => [name, settings.length, output])).toEqual([
    ["production", 2, { kind: "folder", path: "manifests/production" }],
    ["staging", 1, { kind: "file", path: "/srv/all.yaml" }],
  ]);
});

test("every field is described, and no field has a default that nobody would write", () => {
  const {
    definitions = {},
    properties = {},
    required = [],
  } = publishedSchema("raycluster-config.schema.json");
  const fields: readonly [string, JsonSchema, boolean][] = [
    ...Object.entries(properties).map(
      ([name, field]) => [name, field, required.includes(name)] as const,
    ),
    ...Object.entries(definitions.Target?.properties ?? {}).map(
      ([name, field]) =>
        [name, field, definitions.Target?.required?.includes(name) === true] as const,
    ),
  ].map(([name, field, isRequired]) => [name, field, isRequired]);
  expect(fields).toHaveLength(16);
  const silent = fields.filter(([, { description = "" }]) => description.length < 10);
  expect(silent.map(([name]) => name)).toEqual([]);
  const absurd = fields.filter(
    ([, field, isRequired]) => field.default === null || (isRequired && "default" in field),
  );
  expect(absurd.map(([name]) => name)).toEqual([]);
});

test("the schema refuses a project file exactly where a field is at fault", () => {
  const verdicts = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(mutated(sound), (candidate) => {
      fc.pre(typeof candidate === "object" && candidate !== null);
      const faults = readProject(candidate).findings.filter(isSayable);
      const refusals = judge(candidate);
      verdicts[refusals.length === 0 ? "accepted" : "refused"]++;
      const messages = faults.map(({ message }) => message);
      expect({ isRefused: faults.length > 0, refusals, messages }).toEqual({
        isRefused: refusals.length > 0,
        refusals,
        messages,
      });
    }),
    { examples: [[sound], [{ ...sound, stray: 1 }]] },
  );
  expect(verdicts.accepted).toBeGreaterThan(0);
  expect(verdicts.refused).toBeGreaterThan(0);
});

/** A schema can neither compare names, read braces and paths nor look into the defaults. */
function isSayable({ message }: Finding): boolean {
  return ![
    /^There are two targets/,
    /^The (?:glob|name pattern) .*(?:brace|does not name a file|exclude|after a wildcard|It has|begins with)/,
    /^The path of the settings .* It must be keys/,
    /^(?:requests|output_dir|targets) is missing/,
    /is not a field path of a request|exclude each other|names files in output_dir/,
  ].some((beyond) => beyond.test(message));
}
