import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { CompileResult } from "../../src/compile-documents.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";
import { exceptions } from "./exceptions.ts";
import { mutated, replaceAt } from "./mutated.ts";
import { publishedSchema } from "./published-once.ts";
import { fullRequest, richRequest, settings, simpleRequest } from "./sample-documents.ts";
import { isSingleField } from "./single-field-codes.ts";
import { validatorOf } from "./validators.ts";

const judge = Object.freeze({
  request: validatorOf(publishedSchema("raycluster-request.schema.json")),
  settings: validatorOf(publishedSchema("deployment-settings.schema.json")),
});

const documents = Object.freeze([
  { what: "a simple request", document: "request", sound: simpleRequest },
  { what: "a request in full", document: "request", sound: fullRequest },
  { what: "a request with every option", document: "request", sound: richRequest },
  { what: "settings", document: "settings", sound: settings },
] as const);

test.each(documents)("the schema accepts $what", ({ document, sound }) => {
  expect(judge[document](sound)).toEqual([]);
  expect(compiled(document, sound).filter(isSingleField)).toEqual([]);
});

test.each(documents)(
  "the schema refuses $what exactly where the compiler finds a mistake in a field",
  ({ document, sound }) => {
    const verdicts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(mutated(sound), (candidate) => {
        fc.pre(!isExcepted(candidate));
        const mistakes = compiled(document, candidate).filter(isSingleField);
        const refusals = judge[document](candidate);
        verdicts[refusals.length === 0 ? "accepted" : "refused"]++;
        expect({ mistakes: mistakes.length > 0, refusals, messages: messages(mistakes) }).toEqual({
          mistakes: refusals.length > 0,
          refusals,
          messages: messages(mistakes),
        });
      }),
      { examples: [[sound], [{ ...Object(sound), stray: 1 }]] },
    );
    expect(verdicts.accepted).toBeGreaterThan(0);
    expect(verdicts.refused).toBeGreaterThan(0);
  },
);

test.each(documents)(
  "whatever compiles from $what fits the schema of manifests",
  ({ document, sound }) => {
    const manifestJudge = validatorOf(publishedSchema("raycluster-manifest.schema.json"));
    let compiledCount = 0;
    fc.assert(
      fc.property(mutated(sound), (candidate) => {
        const result = resultOf(document, candidate);
        if (!result.ok) return;
        compiledCount++;
        expect(manifestJudge(result.manifest)).toEqual([]);
      }),
      { examples: [[sound]] },
    );
    expect(compiledCount).toBeGreaterThan(0);
  },
);

test.each(exceptions)("$document: $reason", ({ document, path, value, schemaAccepts }) => {
  const sound = document === "request" ? simpleRequest : settings;
  const candidate = replaceAt(sound, path, () => value);
  const mistakes = compiled(document, candidate).filter(isSingleField);
  expect(judge[document](candidate).length === 0).toBe(schemaAccepts);
  expect(mistakes.length === 0).toBe(!schemaAccepts);
});

/** Of the exceptions those that random documents come upon: nothing at all, a long path of an image, a secret twice. */
function isExcepted(candidate: unknown): boolean {
  if (!isPlainObject(candidate)) return candidate === null || candidate === undefined;
  const secrets = isPlainObject(candidate.worker) ? candidate.worker.image_pull_secrets : undefined;
  if (Array.isArray(secrets) && namesTwice(secrets)) return true;
  return holdsLongImage(candidate);
}

const IMAGES = ["image", "busybox_image"];

function holdsLongImage(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, member]) =>
    typeof member === "string"
      ? IMAGES.includes(key) && member.length > 247
      : holdsLongImage(member),
  );
}

function namesTwice(secrets: readonly unknown[]): boolean {
  const names = secrets.map((secret) => (isPlainObject(secret) ? secret.name : undefined));
  return names.some((name, index) => name !== undefined && names.indexOf(name) !== index);
}

/** What the compiler says of one document beside a sound other one. */
function compiled(document: "request" | "settings", candidate: unknown): readonly Diagnostic[] {
  const result = resultOf(document, candidate);
  const diagnostics = result.diagnostics;
  return diagnostics.filter((diagnostic) => diagnostic.document === document);
}

function resultOf(document: "request" | "settings", candidate: unknown): CompileResult {
  return document === "request"
    ? compile(candidate, settings, { kuberayVersion: "1.7.0" })
    : compile(simpleRequest, candidate);
}

function messages(mistakes: readonly Diagnostic[]): readonly string[] {
  return mistakes.map(({ pointer, message }) => `${pointer}: ${message}`);
}
