import type { PlainData } from "../diagnostics/plain-data.ts";
import { showValue } from "../diagnostics/show.ts";
import type { Judgment } from "./judgment.ts";
import { QUANTITY_PATTERN } from "./quantity-text.ts";

/** What Go's parser takes: ParseQuantity in apimachinery's pkg/api/resource/quantity.go, which wants whole exponents. */
const READABLE =
  /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$/;

/** What is wrong with a text that must be a quantity; undefined for a number and where nothing is. */
export function judgeQuantity(value: PlainData, name: () => string): Judgment | undefined {
  if (typeof value !== "string" || READABLE.test(value)) return undefined;
  if (value.length <= 100 && new RegExp(QUANTITY_PATTERN).test(value)) {
    return {
      code: "api-invalid-quantity",
      message: `${name()} is ${showValue(value)}, which the API server stores but the operator cannot read: the operator then fails to read all objects of this kind.`,
      hint: "Write the exponent as a whole number.",
    };
  }
  return {
    code: "api-invalid-quantity",
    message: `${name()} must be an amount, but it is ${showValue(value)}.`,
    hint: hintOf(value),
  };
}

function hintOf(value: string): string {
  if (/\$|\{\{|</.test(value))
    return "This looks like a template that has not been rendered: write an amount, such as 16Gi.";
  const short = value.slice(0, 40);
  const number = /^[0-9]+(?:\.[0-9]+)?/.exec(short)?.[0];
  const unit = number === undefined ? "" : short.slice(number.length).trim().toLowerCase();
  const meant = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return number === undefined || meant === undefined
    ? "Write an amount, such as 2, 500m or 16Gi."
    : `Did you mean ${number}${meant}?`;
}

/** How people write the suffixes. */
const UNITS: Readonly<Record<string, string>> = Object.freeze({
  b: "",
  kb: "k",
  mb: "M",
  gb: "G",
  tb: "T",
  kib: "Ki",
  mib: "Mi",
  gib: "Gi",
  tib: "Ti",
  ki: "Ki",
  mi: "Mi",
  gi: "Gi",
  ti: "Ti",
  g: "G",
  t: "T",
  cpu: "",
  cpus: "",
});
