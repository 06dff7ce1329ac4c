import fc from "fast-check";
import { loadAll } from "js-yaml";
import { expect, test } from "vitest";
import { printYaml, printYamlDocuments } from "../../src/yaml/print.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { hostileText, plainTree } from "./arbitrary-tree.ts";
import { fingerprint, readers } from "./readers.ts";

test.each(Object.entries(readers))("%s reads any tree as it was, keys in order", (_name, read) => {
  fc.assert(
    fc.property(plainTree, (tree) => {
      expect(fingerprint(read(printYaml(tree)))).toBe(fingerprint(tree));
    }),
  );
});

test("our own reader reads any tree as it was", () => {
  fc.assert(
    fc.property(plainTree, (tree) => {
      const { data, findings } = readYaml({ file: "f", text: printYaml(tree) }, "request");
      expect(findings).toEqual([]);
      expect(fingerprint(data)).toBe(fingerprint(tree));
    }),
  );
});

test("printing what was read gives the same bytes", () => {
  fc.assert(
    fc.property(plainTree, (tree) => {
      const text = printYaml([tree]);
      const { data } = readYaml({ file: "f", text }, "request");
      expect(printYaml(Object(data))).toBe(text);
    }),
  );
});

test("lines have no blanks at their end, no tabs, no carriage returns, and the last one is closed", () => {
  fc.assert(
    fc.property(plainTree, (tree) => {
      const text = printYaml(tree);
      expect(text).toMatch(/[^\n]\n$/);
      expect(text).not.toMatch(/[ \t]\n|\r/);
    }),
  );
});

test("any text is one line where it is a key", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      fc.pre(text !== "<<" && text.length < 150);
      expect(printYaml({ [text]: 1 })).toMatch(/^(?!\? )[^\n]*: 1\n$/);
    }),
  );
});

test("documents are read back one by one", () => {
  fc.assert(
    fc.property(fc.array(plainTree, { minLength: 1, maxLength: 4 }), (trees) => {
      expect(fingerprint(loadAll(printYamlDocuments(trees)))).toBe(fingerprint(trees));
    }),
  );
});
