import fc from "fast-check";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { printCompactYaml } from "../../src/yaml/print.ts";
import { hardStrings } from "./hard-strings.ts";

test("small maps stand on one line, lists and what is too long do not", () => {
  const node = { cpu: 0.5, memory_gb: 16, requests: { cpu: 2 }, limits: { cpu: null } };
  const list = [{ name: "a", path: "/a" }, 1];
  const long = { text: "a ".repeat(40).trim() };
  expect(printCompactYaml({ name: "train", node, list, long, none: {} })).toBe(
    `name: train
node: {cpu: 0.5, memory_gb: 16, requests: {cpu: 2}, limits: {cpu: null}}
list:
  - {name: a, path: /a}
  - 1
long:
  text: "${long.text}"
none: {}
`,
  );
});

test("readers of YAML 1.1 and 1.2 take it for the same data", () => {
  const text = fc.oneof(fc.constantFrom(...hardStrings), fc.string({ maxLength: 12 }));
  const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.constant(0.25));
  const map = fc.dictionary(text, fc.oneof(scalar, fc.dictionary(text, scalar, { maxKeys: 2 })), {
    maxKeys: 3,
  });
  const tree = fc.dictionary(text, fc.oneof(map, fc.array(map, { maxLength: 3 })), { maxKeys: 3 });
  fc.assert(
    fc.property(tree, (value) => {
      let printed: string;
      try {
        printed = printCompactYaml(value);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(parse(printed, { version: "1.2" })).toEqual(plain);
      expect(parse(printed, { version: "1.1" })).toEqual(plain);
      expect(load(printed)).toEqual(plain);
    }),
  );
});
