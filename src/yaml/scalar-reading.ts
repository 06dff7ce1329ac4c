import type { PlainData } from "../diagnostics/plain-data.ts";
import type { ConversionMistake } from "./conversion-mistakes.ts";
import { mistagged, noJsonNumber } from "./conversion-mistakes.ts";
import type { Dialect } from "./dialect.ts";
import { goKey } from "./go-key.ts";
import type { GoScalar } from "./go-scalar.ts";
import { goScalar, jsonValue } from "./go-scalar.ts";
import { keyText } from "./key-text.ts";
import type { Alias, ParsedNode, Scalar } from "./yaml-package.ts";
import { isAlias, isScalar } from "./yaml-package.ts";

/** What a scalar means in a dialect, or why it means nothing. */
export interface ScalarReading {
  readonly value: PlainData;
  readonly mistake?: ConversionMistake;
}

export function readScalar(node: Scalar.Parsed, dialect: Dialect): ScalarReading {
  if (dialect === "request") return { value: coreValue(node) };
  if (dialect === "resource") return { value: resourceValue(node) };
  const scalar = asGo(node);
  if (scalar.type === "mistagged") {
    return { value: null, mistake: mistagged(node.source, node.tag ?? "") };
  }
  const value = withFoldedBreaks(jsonValue(scalar), node);
  return value === undefined ? { value: null, mistake: noJsonNumber(node.source) } : { value };
}

/** What kustomize makes of a scalar. */
export function resourceValue(node: Scalar.Parsed): PlainData {
  const value = jsonValue(asGo(node));
  return typeof value === "number" ? value : coreValue(node);
}

/** Between single quotes, U+0085 is a line break to Go's readers, and becomes a space. */
function withFoldedBreaks(
  value: PlainData | undefined,
  { type }: Scalar.Parsed,
): PlainData | undefined {
  const isFolded = typeof value === "string" && type === "QUOTE_SINGLE" && value.includes("\u0085");
  return isFolded ? value.replace(/(?<![ \t])[ \t]*\u0085[ \t]*/g, " ") : value;
}

/** The text of a key in a dialect; undefined where it has none. An alias is a key to Go's readers. */
export function readKey(
  key: ParsedNode,
  dialect: Dialect,
  targets: ReadonlyMap<Alias, ParsedNode>,
): string | undefined {
  if (dialect !== "manifest") return keyText(key);
  const node = isAlias(key) ? targets.get(key) : key;
  return isScalar(node) ? goKey(asGo(node)) : undefined;
}

/** What Go's readers make of a scalar. */
export function asGo({ source, type, tag }: Scalar.Parsed): GoScalar {
  return goScalar(source, type === "PLAIN" || type === undefined, tag);
}

/** The value in YAML 1.2, core schema. */
export function coreValue({ value }: Scalar.Parsed): PlainData {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    default:
      return null;
  }
}
