import fc from "fast-check";
import { expect, test } from "vitest";
import { annotationsSizeBytes } from "../../src/api/identifiers/annotations-size.ts";
import { anyCharacter } from "../any-character.ts";

test.each([
  [{}, 0],
  [{ a: "" }, 1],
  [{ a: "1", bc: "23" }, 6],
  [{ a: "\u007f\u0080" }, 4],
  [{ a: "\u07ff\u0800" }, 6],
  [{ a: "\uffff" }, 4],
  [{ a: "\ud83d\ude00" }, 5],
  [{ a: "\ud83d" }, 4],
  [{ a: "\ude00\ud83d" }, 7],
  [{ a: "\ud83d\u00e9" }, 6],
  [{ a: "\u0800\ude00" }, 7],
  [{ a: "\udc00\ude00" }, 7],
  [{ a: "\ud83d\ue000" }, 7],
  [JSON.parse('{"__proto__": "abc"}'), 12],
])("annotations %j take %d bytes", (annotations, bytes) => {
  expect(annotationsSizeBytes(annotations)).toBe(bytes);
});

test("annotations are measured as UTF-8 writes them", () => {
  const texts = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(fc.dictionary(texts, texts), (annotations) => {
      const written = Object.entries(annotations).flat().join("");
      expect(annotationsSizeBytes(annotations)).toBe(Buffer.byteLength(written, "utf8"));
    }),
  );
});
