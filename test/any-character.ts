import fc from "fast-check";

const BEFORE_SURROGATES = 0xd7ff;
const SURROGATES = 0x800;

/**
 * Any code point but surrogates, as a unit of `fc.string`. What fast-check calls `binary` is the same, and makes a table of
 * all of them first, which takes half a second and a hundred megabytes.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - SURROGATES })
  .map(
    (index) => String.fromCodePoint(index > BEFORE_SURROGATES ? index + SURROGATES : index),
    indexOf,
  );

/** So that fast-check can tell which of its dangerous strings are made of such characters. */
function indexOf(character: unknown): number {
  const point = typeof character === "string" ? character.codePointAt(0) : undefined;
  if (point === undefined || String.fromCodePoint(point) !== character) throw new Error("Not one.");
  return point > BEFORE_SURROGATES ? point - SURROGATES : point;
}
