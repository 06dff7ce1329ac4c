import type { PlainData } from "../diagnostics/plain-data.ts";
import { showText } from "../diagnostics/show.ts";
import type { ConversionMistake } from "./conversion-mistakes.ts";
import type { Dialect } from "./dialect.ts";
import { foreignSpaceOfValue } from "./foreign-spaces.ts";
import { goKey } from "./go-key.ts";
import type { GoScalar } from "./go-scalar.ts";
import { jsonValue } from "./go-scalar.ts";
import { keyText } from "./key-text.ts";
import { asGo, coreValue, resourceValue } from "./scalar-reading.ts";
import type { ParsedNode, Scalar } from "./yaml-package.ts";
import { isScalar } from "./yaml-package.ts";

/** A value without quotes that YAML 1.2 and Go's YAML 1.1 readers take for two different things. */
export function surprisingValue(
  node: Scalar.Parsed,
  dialect: Dialect,
  field: string | number | undefined,
): ConversionMistake | undefined {
  if (TYPOGRAPHIC.test(node.source) && isPlain(node)) return typographic(node.source);
  const foreign = isPlain(node) ? foreignSpaceOfValue(node.source) : undefined;
  if (foreign !== undefined) return foreign;
  if (!mayDiffer(node)) return undefined;
  const go = asGo(node);
  const [ours, theirs] = [coreValue(node), jsonValue(go)];
  if (theirs === undefined || ours === theirs) return undefined;
  if (dialect === "manifest" || (dialect === "resource" && resourceValue(node) === theirs)) {
    // An octal number is just what the mode of a file is meant to be.
    if (typeof field === "string" && MODE.test(field) && go.type === "integer") return undefined;
    return surprising(`${node.source} is read as ${shown(theirs)}.`, node.source, theirs);
  }
  return surprising(
    `${node.source} is ${shown(ours)} here, but Go's YAML readers read it as ${shown(theirs)}.`,
    node.source,
    ours,
  );
}

/** A key without quotes of which the same is true. */
export function surprisingKey(key: ParsedNode, dialect: Dialect): ConversionMistake | undefined {
  if (!isScalar(key) || !mayDiffer(key)) return undefined;
  const [ours, theirs] = [keyText(key), goKey(asGo(key))];
  if (ours === undefined || theirs === undefined || ours === theirs) return undefined;
  const message =
    dialect === "manifest"
      ? `The key ${ours} is read as ${showText(theirs)}.`
      : `The key ${ours} is a string here, but Go's YAML readers read it as ${showText(theirs)}.`;
  return surprising(message, ours, ours);
}

export function repeatedKey(key: string): ConversionMistake {
  return {
    code: "surprising-yaml",
    message: `The key ${showText(key)} appears more than once in its object; the last one counts.`,
    hint: "Keep only one of them.",
  };
}

const MODE = /^(?:mode|defaultMode|fsMode|umask)$/i;

/** Text in quotes that a word processor made, which are none for YAML. */
const TYPOGRAPHIC = /^[\u2018-\u201f][^\r\n]{0,200}[\u2018-\u201f]$/;

function typographic(source: string): ConversionMistake {
  return {
    code: "surprising-yaml",
    message: `The typographic quotes of ${showText(source)} are part of the text.`,
    hint: `Write straight quotes: "${source.slice(1, -1)}".`,
  };
}

function isPlain({ type, tag }: Scalar.Parsed): boolean {
  return tag === undefined && (type === "PLAIN" || type === undefined);
}

/** Plain, untagged and short, and no word that both sides take for text. */
function mayDiffer(node: Scalar.Parsed): boolean {
  const { source } = node;
  if (!isPlain(node)) return false;
  if (source.length > MOST_CHARACTERS) return false;
  return NUMBER_START.test(source) || (source.length <= "off".length && WORD.test(source));
}

/** No one writes a longer number. */
const MOST_CHARACTERS = 40;
const NUMBER_START = /^[-+.0-9]/;
const WORD = /^(?:y|n|yes|no|on|off)$/i;

function surprising(message: string, source: string, meant: PlainData): ConversionMistake {
  const otherwise = typeof meant === "string" ? "" : `, or write ${String(meant)} if you mean that`;
  return {
    code: "surprising-yaml",
    message,
    hint: `Quote it to keep it a string: "${source}"${otherwise}.`,
  };
}

function shown(value: GoScalar["value"] | PlainData): string {
  if (typeof value === "string") return `the string ${showText(value)}`;
  return typeof value === "number" ? `the number ${value}` : String(value);
}
