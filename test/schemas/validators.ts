import type { ErrorObject } from "ajv";
import { Ajv } from "ajv";
import type { JsonSchema } from "../../src/schemas/json-schema.ts";

/** Why a value does not fit a schema, a line for each mistake; empty where it fits. */
export type Validator = (value: unknown) => readonly string[];

/** By the schema's text: ajv takes half a second for a large one, and several test files look at the same. */
const validators = new Map<string, Validator>();

/** A draft-07 schema as ajv reads it in its strictest mode: a keyword that is misspelt or out of place throws. */
export function validatorOf(schema: JsonSchema): Validator {
  const text = JSON.stringify(schema);
  const validator = validators.get(text) ?? compiledOf(schema);
  validators.set(text, validator);
  return validator;
}

function compiledOf(schema: JsonSchema): Validator {
  const ajv = new Ajv({ strict: true, strictRequired: true, strictTypes: true, allErrors: true });
  ajv.addVocabulary(["patternErrorMessage"]);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(describe));
}

function describe({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath === "" ? "/" : instancePath} ${message} ${JSON.stringify(params)}`;
}
