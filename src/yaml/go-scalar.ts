import type { PlainData } from "../diagnostics/plain-data.ts";
import { decodeBase64 } from "./decode-base64.ts";
import { goNumber } from "./go-number.ts";

/** What Go's YAML 1.1 reader makes of a scalar. */
export type GoScalar =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "null"; readonly value: null }
  /** `digits`: the number letter for letter, as no JavaScript number may hold it. */
  | { readonly type: "integer"; readonly value: number; readonly digits: string }
  | { readonly type: "float"; readonly value: number }
  /** The text is not of the type that its tag names. */
  | { readonly type: "mistagged"; readonly value: undefined };

/**
 * Reads a scalar as sigs.k8s.io/yaml does, which stands on go-yaml 2 (resolve.go): its words for booleans, null and
 * infinity are those of YAML 1.1 and it knows octal numbers, but sexagesimal numbers and dates remain text.
 * `tag` is the full name, such as `tag:yaml.org,2002:int`; tags of other kinds mean text.
 */
export function goScalar(source: string, isPlain: boolean, tag: string | undefined): GoScalar {
  if (tag === undefined) return isPlain ? resolve(source) : { type: "text", value: source };
  switch (tag) {
    case `${CORE}str`:
      return { type: "text", value: source };
    case `${CORE}binary`: {
      const text = decodeBase64(source);
      return text === undefined ? MISTAGGED : { type: "text", value: text };
    }
    case `${CORE}timestamp`:
      return TIMESTAMP.test(source) ? { type: "text", value: source } : MISTAGGED;
    case `${CORE}bool`:
      return only("boolean", source);
    case `${CORE}null`:
      return only("null", source);
    case `${CORE}int`:
      return only("integer", source);
    case `${CORE}float`: {
      const scalar = resolve(source);
      if (scalar.type === "integer") return { type: "float", value: scalar.value };
      return scalar.type === "float" ? scalar : MISTAGGED;
    }
    default:
      return { type: "text", value: source };
  }
}

/** The value as JSON has it, or undefined: JSON has neither infinity nor NaN. */
export function jsonValue({ value }: GoScalar): PlainData | undefined {
  return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
}

const CORE = "tag:yaml.org,2002:";
const MISTAGGED: GoScalar = Object.freeze({ type: "mistagged", value: undefined });

/** As parseTimestamp of go-yaml takes it, without checking the days of a month. */
const TIMESTAMP =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?)?)?$/;

function only(type: GoScalar["type"], source: string): GoScalar {
  const scalar = resolve(source);
  return scalar.type === type ? scalar : MISTAGGED;
}

function resolve(source: string): GoScalar {
  const word = source.length <= LONGEST_WORD ? words.get(source) : undefined;
  return word ?? goNumber(source) ?? { type: "text", value: source };
}

/** In the order of go-yaml's own table. */
const words: ReadonlyMap<string, GoScalar> = new Map<string, GoScalar>([
  ...meaning(["y", "Y", "yes", "Yes", "YES"], { type: "boolean", value: true }),
  ...meaning(["true", "True", "TRUE", "on", "On", "ON"], { type: "boolean", value: true }),
  ...meaning(["n", "N", "no", "No", "NO"], { type: "boolean", value: false }),
  ...meaning(["false", "False", "FALSE", "off", "Off", "OFF"], { type: "boolean", value: false }),
  ...meaning(["", "~", "null", "Null", "NULL"], { type: "null", value: null }),
  ...meaning([".nan", ".NaN", ".NAN"], { type: "float", value: Number.NaN }),
  ...meaning([".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"], {
    type: "float",
    value: Number.POSITIVE_INFINITY,
  }),
  ...meaning(["-.inf", "-.Inf", "-.INF"], { type: "float", value: Number.NEGATIVE_INFINITY }),
]);
const LONGEST_WORD = "false".length;

function meaning(names: readonly string[], scalar: GoScalar): readonly [string, GoScalar][] {
  return names.map((name) => [name, Object.freeze(scalar)]);
}
