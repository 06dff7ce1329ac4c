import { expect, test } from "vitest";
import type { Diagnostic, InputName } from "../../src/diagnostics/diagnostic.ts";
import { dataOf } from "../compile/plain-copies.ts";
import { expectOfEach } from "../expect-of-each.ts";
import type { Case } from "../golden/cases.ts";
import { cases } from "../golden/cases.ts";
import { compiledCase } from "../golden/compiled-case.ts";
import { publishedSchema } from "./published-once.ts";
import { isSingleField, isUnreadable } from "./single-field-codes.ts";
import type { Validator } from "./validators.ts";
import { validatorOf } from "./validators.ts";

const judges: Readonly<Record<InputName, Validator>> = {
  request: validatorOf(publishedSchema("raycluster-request.schema.json")),
  settings: validatorOf(publishedSchema("deployment-settings.schema.json")),
};
const manifestJudge = validatorOf(publishedSchema("raycluster-manifest.schema.json"));

const valid = await cases("valid");
const invalid = await cases("invalid");

test("the schemas accept the documents and the manifest of every fixture", () => {
  expectOfEach(
    valid,
    ({ name }) => name,
    (entry) => {
      expect(judges.request(dataOf(entry.request))).toEqual([]);
      expect(judges.settings(dataOf(entry.settings) ?? {})).toEqual([]);
      const result = compiledCase(entry);
      expect(result.ok && manifestJudge(result.manifest)).toEqual([]);
    },
  );
});

const documents = invalid.flatMap((entry) => [
  { name: `the request of ${entry.name}`, document: "request" as const, entry },
  { name: `the settings of ${entry.name}`, document: "settings" as const, entry },
]);

/**
 * See exceptions.ts; an editor's reader of YAML 1.2 takes yes for a text, which the compiler reads as true; the schemas of
 * templates leave out what the request itself says, which the compiler calls a conflict; and they do not see items of one name.
 */
const EXCEPTED: readonly string[] = [
  "the request of pod-template-conflict--cluster",
  "the request of pod-template-conflict--job",
  "the request of pod-template-conflict--service",
  "the settings of invalid-image-pull-secret--twice",
  "the settings of pod-template-merge--twice",
  "the settings of surprising-yaml",
];

/** Mistakes in the text itself are for the editor's YAML reader to find. */
const readable = documents.filter(
  ({ name, document, entry }) =>
    !diagnosticsOf(entry, document).some(isUnreadable) && !EXCEPTED.includes(name),
);

test("most invalid documents can be read", () => {
  expect(readable.length).toBeGreaterThan(documents.length * 0.8);
});

test("the schemas refuse a document if and only if a field is at fault", () => {
  expectOfEach(
    readable,
    ({ name }) => name,
    ({ document, entry }) => {
      const mistakes = diagnosticsOf(entry, document).filter(isSingleField);
      const refusals = judges[document](dataOf(entry[document]) ?? DEFAULTS[document]);
      expect(refusals.length > 0, `${refusals.join("\n")}`).toBe(mistakes.length > 0);
    },
  );
});

/** What an editor takes a text without any content for. */
const DEFAULTS = Object.freeze({ request: null, settings: {} });

function diagnosticsOf(entry: Case, document: InputName): readonly Diagnostic[] {
  return compiledCase(entry).diagnostics.filter((diagnostic) => diagnostic.document === document);
}
