import type { ErrorObject, Options } from "ajv";
import { Ajv } from "ajv";
import type { JsonSchema } from "../../src/schemas/json-schema.ts";

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
  code: { optimize: false },
  inlineRefs: false,
};

/** Knows what a schema is, which takes it longer to learn than most schemas. */
const judge = new Ajv(OPTIONS);

function compiled(schema: JsonSchema): Validator {
  if (judge.validateSchema(schema) !== true) throw new Error(judge.errorsText(judge.errors));
  const ajv = new Ajv({ ...OPTIONS, meta: false, validateSchema: false });
  ajv.addVocabulary(["patternErrorMessage"]);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(describe));
}

function describe({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath === "" ? "/" : instancePath} ${message} ${JSON.stringify(params)}`;
}
