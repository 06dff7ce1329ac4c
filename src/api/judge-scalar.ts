import type { Path } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { listWords, showText, showValue } from "../diagnostics/show.ts";
import { closestName } from "../diagnostics/suggest.ts";
import type { Limits, ScalarKind } from "./api-type.ts";
import { judgeQuantity } from "./judge-quantity.ts";
import { judgeWrongType } from "./judge-wrong-type.ts";
import { isJudgedPattern } from "./judged-patterns.ts";
import type { Judgment } from "./judgment.ts";

/** What is wrong with a value that stands where a scalar must; undefined where nothing is. */
export function judgeScalar(
  value: PlainData,
  kind: ScalarKind,
  limits: Limits | undefined,
  name: () => string,
  path: Path,
): Judgment | undefined {
  if (!isOfKind(value, kind)) return judgeWrongType(value, kind, name(), path);
  if (kind === "quantity") return judgeQuantity(value, name);
  if (typeof value === "number" && (kind === "int32" || kind === "int64")) {
    const beyond = judgeWidth(value, kind, name);
    if (beyond !== undefined) return beyond;
  }
  return limits === undefined ? undefined : judgeLimits(value, limits, name);
}

/** Whether the API server takes a value for one of the kind. JSON does not tell 1.0 from 1. */
export function isOfKind(value: PlainData, kind: ScalarKind): boolean {
  switch (kind) {
    case "string":
    case "date-time":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "integer":
    case "int32":
    case "int64":
      return Number.isInteger(value);
    case "int-or-string":
    case "quantity":
      return typeof value === "string" || Number.isInteger(value);
  }
}

/** The API server keeps a number that is too big; the operator then cannot read the object. */
function judgeWidth(
  value: number,
  kind: "int32" | "int64",
  name: () => string,
): Judgment | undefined {
  const end = kind === "int32" ? 2 ** 31 : 2 ** 63;
  if (value >= -end && value < end) return undefined;
  return {
    code: "api-value-not-allowed",
    message: `${name()} must fit into ${kind === "int32" ? 32 : 64} bits, but it is ${showValue(value)}.`,
    hint: `Write a number from ${-end} to ${end - 1}.`,
  };
}

/** What is wrong with a value of the right type. */
function judgeLimits(value: PlainData, limits: Limits, name: () => string): Judgment | undefined {
  const { minimum, maximum, minLength, maxLength, pattern } = limits;
  if (limits.enum !== undefined && !limits.enum.includes(value))
    return notAmong(value, limits.enum, name());
  if (typeof value === "number") {
    if (minimum !== undefined && value < minimum) {
      return outside(name(), `at least ${minimum}`, showValue(value));
    }
    if (maximum !== undefined && value > maximum) {
      return outside(name(), `at most ${maximum}`, showValue(value));
    }
  }
  if (typeof value !== "string") return undefined;
  if (maxLength !== undefined && value.length > maxLength && [...value].length > maxLength) {
    return outside(name(), `at most ${maxLength} characters long`, showValue(value));
  }
  if (minLength !== undefined && value.length < minLength) {
    return outside(name(), `at least ${minLength} characters long`, showValue(value));
  }
  if (pattern !== undefined && isJudgedPattern(pattern) && !new RegExp(pattern).test(value)) {
    return {
      code: "api-value-not-allowed",
      message: `${name()} must match ${pattern}, but it is ${showValue(value)}.`,
      hint: "Write a value that matches.",
    };
  }
  return undefined;
}

function outside(name: string, must: string, shown: string): Judgment {
  return {
    code: "api-value-not-allowed",
    message: `${name} must be ${must}, but it is ${shown}.`,
    hint: `Write a value that is ${must}.`,
  };
}

function notAmong(value: PlainData, choices: NonNullable<Limits["enum"]>, name: string): Judgment {
  const shown = choices.map((choice) => (typeof choice === "string" ? choice : showValue(choice)));
  const list = shown.length === 0 ? showText("") : listWords(shown, "or");
  const closest = typeof value === "string" ? closestName(value, shown) : undefined;
  return {
    code: "api-value-not-allowed",
    message: `${name} must be ${list}, but it is ${showValue(value)}.`,
    hint: closest === undefined ? `Write ${list}.` : `Did you mean ${closest}?`,
  };
}
