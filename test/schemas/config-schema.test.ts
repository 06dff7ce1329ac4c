import fc from "fast-check";
import { expect, test } from "vitest";
import type { Project } from "../../src/cli/project/project.ts";
import { readProject } from "../../src/cli/project/read-project.ts";
import type { Finding } from "../../src/diagnostics/diagnostic.ts";
import { configSchema } from "../../src/schemas/config-schema.ts";
import type { JsonSchema } from "../../src/schemas/json-schema.ts";
import { mutated } from "./mutated.ts";
import { validatorOf } from "./validators.ts";

const judge = validatorOf(configSchema());

/** A sound project file in which every field is set. */
const sound: Project = {
  $schema: "./raycluster-config.schema.json",
  targets: [
    {
      name: "production",
      requests: ["requests/**/*.yaml", "more/{a,b}?.json"],
      settings: "values/production.yaml",
      kuberay_version: "1.4.2",
      output_dir: "manifests/production",
      strict: true,
    },
    { name: "staging", requests: ["../shared/train.yaml"], output_dir: "/srv/manifests" },
  ],
};

test("the schema and the compiler accept a project file", () => {
  expect(judge(sound)).toEqual([]);
  expect(readProject(sound)).toMatchObject({ project: sound, findings: [] });
});

test("every field is described, and no field has a default that nobody would write", () => {
  const { definitions = {}, properties = {}, required = [] } = configSchema();
  const fields: readonly [string, JsonSchema, boolean][] = [
    ...Object.entries(properties).map(
      ([name, field]) => [name, field, required.includes(name)] as const,
    ),
    ...Object.entries(definitions.Target?.properties ?? {}).map(
      ([name, field]) =>
        [name, field, definitions.Target?.required?.includes(name) === true] as const,
    ),
  ].map(([name, field, isRequired]) => [name, field, isRequired]);
  expect(fields).toHaveLength(9);
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
    { numRuns: 2_000 },
  );
  expect(verdicts.accepted).toBeGreaterThan(5);
  expect(verdicts.refused).toBeGreaterThan(5);
});

/** A schema can neither compare names nor read braces. */
function isSayable({ message }: Finding): boolean {
  return !/^There are two targets|^The glob .*(brace|names no file|exclude|climbs)/.test(message);
}
