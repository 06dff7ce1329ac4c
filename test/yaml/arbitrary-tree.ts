import fc from "fast-check";
import { uncarriedCodePoint } from "../../src/diagnostics/carried-text.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { anyCharacter } from "../any-character.ts";
import { hardStrings } from "./hard-strings.ts";

const signs = fc.constantFrom(
  ...[..."ab01 \n\t:#-?,[]{}&*!|>'\"%@`=<~._+/\\$\r\0"],
  "\u00a0",
  "\u2028",
  "\ufeff",
  "😀",
);

/** Any carried text, mostly such as YAML readers trip over. */
export const hostileText: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...hardStrings),
    fc.string({ unit: signs, maxLength: 30 }),
    fc.array(fc.string({ unit: signs, maxLength: 60 }), { maxLength: 6 }).map((x) => x.join("\n")),
    fc.string({ unit: anyCharacter, maxLength: 20 }),
    fc
      .tuple(fc.constantFrom(...hardStrings), fc.constantFrom(...hardStrings))
      .map((x) => x.join("")),
  )
  .filter((text) => uncarriedCodePoint(text) === undefined);

const key = hostileText.filter((text) => text !== "<<" && text.length < 150);

/** Any tree that the printer takes: hostile text, keys such as `__proto__`, empty and nested collections. */
export const plainTree: fc.Arbitrary<PlainData> = fc.letrec<{ tree: PlainData }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, depthSize: "small" },
    hostileText,
    fc.oneof(hostileText, fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
    fc.array(tie("tree"), { maxLength: 5 }),
    fc.uniqueArray(fc.tuple(key, tie("tree")), { maxLength: 5, selector: ([name]) => name }).map(
      // Unlike an assignment, this makes `__proto__` a key of its own.
      (entries) => Object.fromEntries(entries),
    ),
  ),
})).tree;
