import { uncarriedCodePoint } from "../diagnostics/carried-text.ts";
import { defuseBrackets, holdsCommand } from "../diagnostics/defuse.ts";

/**
 * A string as a YAML scalar that every YAML 1.1 and 1.2 reader takes for just that string: plain where that is safe, a
 * literal block where a text of several lines allows it, else in double quotes. No line break at the end.
 * No line can be taken for a command of a build system that
 * prints manifests in its log. With `blockIndent` undefined, as for keys, there is no block. Undefined for text that no reader chain carries.
 */
export function printText(text: string, blockIndent: string | undefined): string | undefined {
  if (isPlain(text)) return text;
  if (NEEDS_QUOTES_ALONE.test(text)) return `"${text}"`;
  const isHarmless = !holdsCommand(text);
  if (isHarmless && NEEDS_NO_ESCAPE.test(text)) return `"${text}"`;
  if (uncarriedCodePoint(text) !== undefined) return undefined;
  if (blockIndent !== undefined && isHarmless && isLiteral(text))
    return literalBlock(text, blockIndent);
  return defuseBrackets(JSON.stringify(text).replace(ESCAPED, escapeCodePoint));
}

/**
 * Starts with a letter, `_` or `/`, since readers disagree on what starts with a digit, a sign or a dot: numbers in
 * other bases, sexagesimals, dates. Longer text is quoted, to stay far from the 1,024 characters of a key.
 */
function isPlain(text: string): boolean {
  const { length } = text;
  if (length > 256 || !PLAIN.test(text) || text.charCodeAt(length - 1) === COLON) return false;
  const mayBeWord = length <= LONGEST_WORD || (startsWithE(text) && EXPONENT.test(text));
  return !(mayBeWord && WORD.test(text));
}

/** Spares most texts the search for an exponent. */
function startsWithE(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === SMALL_E || first === CAPITAL_E;
}

const SMALL_E = 0x65;
const CAPITAL_E = 0x45;

const PLAIN = /^[A-Za-z_/][A-Za-z0-9_./:@=+,%~-]*$/;
const COLON = 0x3a;

/** What some reader takes for a boolean, a null or a number; the `yaml` package in its 1.1 mode takes `e1` for NaN. */
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|e[-+]?[0-9]+)$/i;
const LONGEST_WORD = "false".length;
const EXPONENT = /^e[-+0-9]/i;

/** Printable ASCII without `"`, the backslash, and the colons and hashes that a command begins with: numbers, mostly. */
const NEEDS_QUOTES_ALONE = /^[ !$-9;-[\]-~]*$/;

/** Printable ASCII without `"` and the backslash: the common case, spared the searches below. */
const NEEDS_NO_ESCAPE = /^[ !#-[\]-~]*$/;

/** No trouble with indentation, with line ends that get lost, or with anything that only an escape can carry. */
function isLiteral(text: string): boolean {
  return text.includes("\n") && !NOT_LITERAL.test(text) && text.search(ESCAPED) === -1;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
const NOT_LITERAL = /^\s|[ \t](?:\n|$)|\n\n$|[\0-\x08\x0b-\x1f]/;

function literalBlock(text: string, indent: string): string {
  const endsInBreak = text.endsWith("\n");
  const lines = endsInBreak ? text.slice(0, -1) : text;
  // A line break that another one follows starts an empty line, which takes no indentation.
  return `${endsInBreak ? "|" : "|-"}\n${indent}${lines.replace(/\n(?!\n)/g, `\n${indent}`)}`;
}

/**
 * Carried, but invisible, or a line break to some reader: no-break and zero-width space, soft hyphen, bidirectional
 * controls, line separators, byte order mark, private use, tags and what is no character. The list is written out, since
 * a property such as \p{Cf} means more code points in each new Unicode version, and so in each new runtime.
 */
const ESCAPED = new RegExp(
  [
    "[\\u00a0\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f",
    "\\ue000-\\uf8ff\\ufdd0-\\ufdef\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{10ffff}",
    ...Array.from({ length: 13 }, (_, plane) => {
      const digits = (plane + 1).toString(16);
      return `\\u{${digits}fffe}\\u{${digits}ffff}`;
    }),
    "]",
  ].join(""),
  "gu",
);

/** A pair of surrogates as two escapes would be an error to Go's readers. */
function escapeCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}
