import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { annotationsSizeBytes } from "../../src/api/identifiers/annotations-size.ts";
import type { Toleration } from "../../src/api/identifiers/toleration.ts";
import { tolerationProblems } from "../../src/api/identifiers/toleration.ts";
import { MAXIMUM_ANNOTATIONS_BYTES } from "../../src/kuberay/pod-annotations.ts";
import { needs } from "../needs.ts";
import { problems } from "./identifier-kinds.ts";

interface Vectors<Value> {
  readonly valid: readonly Value[];
  readonly invalid: readonly Value[];
}

/** `$repeat` stands for a text so many times over. */
type Repeatable = string | { readonly $repeat: readonly [string, number] };

type TextKind = keyof typeof textProblems;

type Corpus = { readonly [Kind in TextKind]: Vectors<string> } & {
  readonly nodeSelector: Vectors<Readonly<Record<string, string>>>;
  readonly toleration: Vectors<Toleration>;
  readonly annotations: Vectors<Readonly<Record<string, Repeatable>>>;
};

const textProblems = {
  ...problems,
  namespace: problems.dns1123Label,
  containerName: problems.dns1123Label,
  serviceAccountName: problems.dns1123Subdomain,
};

const file = "../shared/reference/identifiers.json";
const identifiers = needs(file);
const corpus: Corpus | undefined = identifiers.isThere
  ? JSON.parse(readFileSync(file, "utf8"))
  : undefined;

identifiers.test.each(Object.keys(textProblems) as readonly TextKind[])(
  `%s of the corpus${identifiers.skipped}`,
  (kind) => {
    expectVerdicts(corpus?.[kind], (text) => textProblems[kind](text) === undefined);
  },
);

identifiers.test(`node selectors of the corpus${identifiers.skipped}`, () => {
  expectVerdicts(corpus?.nodeSelector, (selector) =>
    Object.entries(selector).every(
      ([key, value]) =>
        problems.labelKey(key) === undefined && problems.labelValue(value) === undefined,
    ),
  );
});

identifiers.test(`tolerations of the corpus${identifiers.skipped}`, () => {
  expectVerdicts(corpus?.toleration, (toleration) => tolerationProblems(toleration).length === 0);
});

identifiers.test(`annotations of the corpus${identifiers.skipped}`, () => {
  expectVerdicts(corpus?.annotations, (repeatable) => {
    const annotations = Object.fromEntries(
      Object.entries(repeatable).map(([key, value]) => [key, repeated(value)]),
    );
    return (
      Object.keys(annotations).every((key) => problems.annotationKey(key) === undefined) &&
      annotationsSizeBytes(annotations) <= MAXIMUM_ANNOTATIONS_BYTES
    );
  });
});

function expectVerdicts<Value>(
  vectors: Vectors<Value> | undefined,
  isValid: (value: Value) => boolean,
): void {
  const { valid = [], invalid = [] } = vectors ?? {};
  expect(valid.length).toBeGreaterThan(5);
  expect(invalid.length).toBeGreaterThan(5);
  expect(valid.filter((value) => !isValid(value))).toEqual([]);
  expect(invalid.filter(isValid)).toEqual([]);
}

function repeated(value: Repeatable): string {
  return typeof value === "string" ? value : value.$repeat[0].repeat(value.$repeat[1]);
}
