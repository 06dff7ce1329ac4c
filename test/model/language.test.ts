import fc from "fast-check";
import { expect, test } from "vitest";
import { project } from "../../src/cli/project/project-schema.ts";
import { asTextDocument } from "../../src/diagnostics/text-document.ts";
import * as request from "../../src/model/request/request-schema.ts";
import type { Schema } from "../../src/model/schema-language.ts";
import { deploymentSettings } from "../../src/model/settings/settings-schema.ts";
import { toZod } from "../../src/schemas/to-zod.ts";
import { readSource } from "../../src/yaml/read-source.ts";
import { byTurns } from "../by-turns.ts";
import { cases } from "../golden/cases.ts";
import { mutated } from "../schemas/mutated.ts";
import { fullRequest, richRequest, settings, simpleRequest } from "../schemas/sample-documents.ts";

const sampleProject: unknown = Object.freeze({
  projects: ["teams/*/raycluster.config.yaml"],
  defaults: { settings: ["values.yaml"], settings_at: "spec.values", strict: true },
  targets: [
    {
      name: "production",
      requests: ["requests/*.yaml"],
      exclude: ["requests/old.yaml"],
      set: { image: "train:1", "config.n_nodes": 3 },
      kuberay_version: "1.4.2",
      output_dir: "manifests",
      output_name: "{folder}/{name}",
    },
  ],
});

const schemas: readonly (readonly [name: string, schema: Schema, sound: readonly unknown[]])[] = [
  ["a request in full", request.fullRequest, [fullRequest, richRequest]],
  ["a simple request", request.simpleRequest, [simpleRequest]],
  ["settings", deploymentSettings, [settings]],
  ["a project", project, [sampleProject]],
];

/** What a schema says, as zod has it and as we have it, without zod's own words. */
function bothSay(schema: Schema, theirs: ReturnType<typeof toZod>, data: unknown) {
  const ours = schema.read(data);
  const { data: value, error } = theirs.safeParse(data);
  return {
    ours: ours.ok ? { value: schema.pick(ours.value) } : { issues: ours.issues.map(bare) },
    theirs: error === undefined ? { value } : { issues: error.issues.map(bare) },
  };
}

/** What of an issue a report is made of. */
function bare(issue: object): unknown {
  return WORDS.map((word) => (Object.hasOwn(issue, word) ? Reflect.get(issue, word) : undefined));
}

const WORDS = Object.freeze([
  "code",
  "path",
  "expected",
  "minimum",
  "maximum",
  "inclusive",
  "values",
  "keys",
  "params",
]);

test.each(schemas)("our reader says of mistakes in %s what zod says", (_, schema, documents) => {
  const theirs = toZod(schema);
  const verdicts = { sound: 0, wrong: 0 };
  for (const sound of documents) {
    fc.assert(
      fc.property(mutated(sound), (candidate) => {
        const said = bothSay(schema, theirs, candidate);
        verdicts["value" in said.ours ? "sound" : "wrong"]++;
        expect(said.ours).toStrictEqual(said.theirs);
        expect(JSON.stringify(said.ours)).toBe(JSON.stringify(said.theirs));
      }),
      { examples: [[sound], [[sound]]] },
    );
  }
  expect(verdicts.sound).toBeGreaterThan(0);
  expect(verdicts.wrong).toBeGreaterThan(0);
});

test("our reader says of the fixtures what zod says", async () => {
  const judges = [request.fullRequest, request.simpleRequest, deploymentSettings].map(
    (schema: Schema) => ({ schema, theirs: toZod(schema) }),
  );
  for (const entry of byTurns([...(await cases("valid")), ...(await cases("invalid"))], 3)) {
    for (const document of [entry.request, entry.settings]) {
      const text = asTextDocument(document);
      const data: unknown = text === undefined ? document : readSource(text, "request").data;
      for (const { schema, theirs } of judges) {
        const said = bothSay(schema, theirs, data);
        expect(said.ours, entry.name).toStrictEqual(said.theirs);
      }
    }
  }
});
