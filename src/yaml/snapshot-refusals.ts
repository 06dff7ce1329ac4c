import type { DiagnosticCode } from "../diagnostics/codes.ts";
import { formatCount, showValue } from "../diagnostics/show.ts";
import {
  MAXIMUM_DEPTH,
  MAXIMUM_ENTRIES,
  MAXIMUM_KEY_UNITS,
  MAXIMUM_TEXT_UNITS,
  MAXIMUM_VALUES,
} from "./data-limits.ts";

/** What is said of a value that cannot be copied. */
export interface Refusal {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

export function unreadable(): Refusal {
  return notPlain("This value could not be read: a getter or a proxy threw.");
}

export function notData(value: unknown): Refusal {
  return notPlain(`This value is ${showValue(value)}, but only plain data can be compiled.`);
}

export function instance(): Refusal {
  return notPlain("This value is an instance of a class, but only plain objects can be compiled.");
}

export function cycle(): Refusal {
  return notPlain("This value contains itself.");
}

export function noLength(): Refusal {
  return notPlain("This list has no length.");
}

function notPlain(message: string): Refusal {
  const hint = "Pass only objects, lists, strings, numbers, booleans and null, as in JSON.";
  return { code: "not-plain-data", message, hint };
}

export function prototypeKey(): Refusal {
  const message = 'No field, label or annotation can have the key "__proto__".';
  return { code: "unknown-field", message, hint: "Remove it." };
}

/** `step` is where the list or the object stands in its parent, if it has one. */
export function tooManyEntries(
  actual: number,
  noun: "entries" | "keys",
  step: string | number | undefined,
): Refusal {
  const most = formatCount(MAXIMUM_ENTRIES);
  const message = `There are ${formatCount(actual)} ${noun} here; at most ${most} are allowed.`;
  const hint =
    step === "scaling_groups"
      ? "Write fewer: one group of equal workers can have any number of them."
      : "Write fewer.";
  return limit(message, hint);
}

export function tooManyValues(): Refusal {
  const message = `The document has more than ${formatCount(MAXIMUM_VALUES)} values.`;
  return limit(message, "Write a smaller document.");
}

export function tooLongText({ length }: string): Refusal {
  const [actual, most] = [formatCount(length), formatCount(MAXIMUM_TEXT_UNITS)];
  const message = `This text is ${actual} characters long; at most ${most} are allowed.`;
  return limit(message, "Shorten it.");
}

export function tooLongKey({ length }: string): Refusal {
  const [actual, most] = [formatCount(length), formatCount(MAXIMUM_KEY_UNITS)];
  const message = `A key here is ${actual} characters long; at most ${most} are allowed.`;
  return limit(message, "Shorten it.");
}

export function tooDeep(): Refusal {
  const message = `This value is nested deeper than ${MAXIMUM_DEPTH} levels.`;
  return limit(message, "Nest it less deeply.");
}

function limit(message: string, hint: string): Refusal {
  return { code: "input-limit", message, hint };
}
