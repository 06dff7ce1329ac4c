import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";
import { examineRequest } from "../../src/model/request/examine-request.ts";
import { resolve, resolveDeployment } from "../../src/model/resolve.ts";
import type { Salvaged } from "../../src/model/resolved.ts";
import { examineSettings } from "../../src/model/settings/examine-settings.ts";
import { readSettings } from "../../src/model/settings/read-settings.ts";
import { rules } from "../../src/rules/registry.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import { readSource } from "../../src/yaml/read-source.ts";
import { soundInputs } from "../compile/sound-inputs.ts";
import { cases } from "../golden/cases.ts";
import { memory } from "../memory.ts";

const fixtures = [...(await cases("valid")), ...(await cases("invalid"))].map(
  ({ name, request, settings }) => ({ name, request, settings: settings ?? {} }),
);

test("laws that are passed over in a fixture would have found nothing", () => {
  let passedOver = 0;
  for (const fixture of fixtures) {
    const [name, model] = [fixture.name, modelOfFixture(fixture)];
    expect([name, unheard(model)]).toEqual([name, []]);
    passedOver += rules.filter(({ about }) => about?.isIn(model) === false).length;
  }
  expect(passedOver).toBeGreaterThan(fixtures.length);
});

test("findings are in the order of the registry", () => {
  const places = new Map(rules.map(({ code }, place) => [code, place]));
  for (const fixture of fixtures) {
    const { name } = fixture;
    const found = runRules(modelOfFixture(fixture)).flatMap(({ code }) => places.get(code) ?? []);
    expect([name, found]).toEqual([name, found.toSorted((left, right) => left - right)]);
  }
});

test("laws that are passed over in a sound request would have found nothing", () => {
  fc.assert(
    fc.property(soundInputs, ({ request, settings }) => {
      expect(unheard(modelOf(request, settings))).toEqual([]);
    }),
  );
});

const documents = fixtures.map(({ request, settings }) => ({
  request: readSource(request, "request").data,
  settings: readSettings(settings).data,
}));
const document = fc.constantFrom(...documents);

test("laws that are passed over in a request with parts of three fixtures would have found nothing", () => {
  const parts = fc.record({
    base: document,
    others: fc.tuple(document, document),
    isTaken: fc.func(fc.boolean()),
  });
  fc.assert(
    fc.property(parts, ({ base, others, isTaken }) => {
      const model = others.reduce(
        (lower, upper) => ({
          request: crossed(lower.request, upper.request, isTaken),
          settings: crossed(lower.settings, upper.settings, isTaken),
        }),
        base,
      );
      expect(unheard(modelOf(model.request, model.settings))).toEqual([]);
    }),
  );
});

/** Laws whose subject is missing and which find something all the same. */
function unheard(model: Salvaged): readonly string[] {
  return rules
    .filter(({ about, check }) => about?.isIn(model) === false && check(model).length > 0)
    .map(({ code }) => code);
}

const models = memory<Salvaged>();

function modelOfFixture(fixture: (typeof fixtures)[number]): Salvaged {
  return models(fixture, () => modelOf(fixture.request, fixture.settings));
}

function modelOf(request: unknown, settings: unknown): Salvaged {
  const examined = examineRequest(request, readSource(request, "request"));
  const deployment = examineSettings(settings, readSettings(settings));
  return resolve(examined, resolveDeployment(deployment)).model;
}

/** One map with some members of another, at every depth that both have. */
function crossed(lower: unknown, upper: unknown, isTaken: (key: string) => boolean): unknown {
  if (!isPlainObject(lower) || !isPlainObject(upper)) return upper;
  const members = Object.entries(upper)
    .filter(([key]) => isTaken(key))
    .map(([key, member]) => [key, crossed(lower[key], member, isTaken)] as const);
  return { ...lower, ...Object.fromEntries(members) };
}
