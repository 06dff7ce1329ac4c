/** An integer or a float, as Go's YAML 1.1 reader reads it. */
export type GoNumber =
  | { readonly type: "integer"; readonly value: number; readonly digits: string }
  | { readonly type: "float"; readonly value: number };

/**
 * A word without quotes as a number, or undefined where it is none: decimal, `0777` and `0o777` (octal), `0x1F`, `0b11`,
 * underscores anywhere behind the first character, floats with an exponent. An integer that needs more than 64 bits is a
 * float where it is decimal, and text otherwise; a float beyond the range of float64 is text.
 */
export function goNumber(source: string): GoNumber | undefined {
  if (source.startsWith(".")) return POINT_FIRST.test(source) ? float(source) : undefined;
  if (!NUMBER_START.test(source)) return undefined;
  const plain = source.includes("_") ? source.replaceAll("_", "") : source;
  return integer(plain) ?? (FLOAT.test(plain) ? float(plain) : undefined);
}

const NUMBER_START = /^[-+0-9]/;
/** Here alone an underscore has to stand between digits. */
const POINT_FIRST = /^\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;

function float(text: string): GoNumber | undefined {
  const value = Number(text.replaceAll("_", ""));
  return Number.isFinite(value) ? { type: "float", value } : undefined;
}

function integer(plain: string): GoNumber | undefined {
  const match = INTEGER.exec(plain);
  if (match === null) return undefined;
  const [, sign = "", hexadecimal, binary, octal, decimal = ""] = match;
  const written = hexadecimal ?? binary ?? octal ?? decimal;
  const digits = written.slice(0, -1).replace(/^0+/, "") + written.slice(-1);
  // No base needs more for 64 bits; the numbers of a hostile text have a million digits.
  if (digits.length > 64) return undefined;
  const prefix =
    hexadecimal !== undefined
      ? "0x"
      : binary !== undefined
        ? "0b"
        : octal !== undefined
          ? "0o"
          : "";
  const size = BigInt(prefix + digits);
  const most = sign === "" ? UNSIGNED : sign === "-" ? SIGNED + 1n : SIGNED;
  if (size > most) return undefined;
  const value = sign === "-" ? -size : size;
  return { type: "integer", value: Number(value), digits: String(value) };
}

const SIGNED = 2n ** 63n - 1n;
const UNSIGNED = 2n ** 64n - 1n;
