import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import type { ErrorObject, Options, ValidateFunction } from "ajv";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { JsonSchema } from "../../src/schemas/json-schema.ts";
import { keptText } from "../kept-data.ts";

/** Why a value does not fit a schema, a line for each mistake; empty where it fits. */
export type Validator = (value: unknown) => readonly string[];

/**
 * A draft-07 schema as ajv reads it in its strictest mode: a keyword that is misspelt or out of place throws. Test files
 * share what is made of one schema, which takes longer than the checks.
 */
export function validatorOf(schema: JsonSchema): Validator {
  const text = JSON.stringify(schema);
  const validator = validators.get(text) ?? compiled(schema);
  validators.set(text, validator);
  return validator;
}

const validators = new Map<string, Validator>();

const OPTIONS: Options = {
  strict: true,
  strictRequired: true,
  strictTypes: true,
  allErrors: true,
  // Better code takes longer to make than its few runs take less.
  code: { optimize: false, source: true },
  inlineRefs: false,
};

function compiled(schema: JsonSchema): Validator {
  const text = JSON.stringify(schema);
  const make = () => codeOf(schema);
  // Half a second makes the code of the largest, a tenth of that reads it again.
  const code =
    text.length < SMALL ? make() : keptText([text, JSON.stringify(OPTIONS)], make, codeOf);
  const module: { exports: unknown } = { exports: {} };
  const run = runInThisContext(`(function (require, module) {${code}\n})`);
  // It asks for parts of ajv.
  run(createRequire(import.meta.url), module);
  const validate = module.exports as ValidateFunction;
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(describe));
}

const SMALL = 5_000;

/** Knows what a schema is, which takes it longer to learn than most schemas. */
const judge = new Ajv(OPTIONS);

function codeOf(schema: JsonSchema): string {
  if (judge.validateSchema(schema) !== true) throw new Error(judge.errorsText(judge.errors));
  const ajv = new Ajv({ ...OPTIONS, meta: false, validateSchema: false });
  ajv.addVocabulary(["patternErrorMessage"]);
  return standalone.default(ajv, ajv.compile(schema));
}

function describe({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath === "" ? "/" : instancePath} ${message} ${JSON.stringify(params)}`;
}
