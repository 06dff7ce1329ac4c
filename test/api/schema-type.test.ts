import { expect, test } from "vitest";
import { schemaType } from "../../src/api/schema-type.ts";

const atomic = { "x-kubernetes-map-type": "atomic" };
const text = { type: "string" };

test("a schema says what its type is", () => {
  const inner = { type: "object", properties: { b: text } };
  const list = { type: "array", items: inner, "x-kubernetes-list-type": "atomic" };
  const map = { type: "object", additionalProperties: inner };
  const root = schemaType(
    { type: "object", properties: { list, map, object: inner, metadata: inner } },
    "A",
  );
  if (root.kind !== "object") expect.fail("It is no object.");
  const { list: listed, map: mapped, object, metadata } = Object.fromEntries(root.fields);
  expect(listed?.type).toMatchObject({ listKind: "atomic", items: { type: { name: "A.list[]" } } });
  expect(mapped?.type).toMatchObject({ isAtomic: false, values: { type: { name: "A.map{}" } } });
  expect(object?.type).toMatchObject({ name: "A.object", isAtomic: false, isOpen: false });
  expect(metadata?.type).toMatchObject({ name: "ServerObjectMeta" });
  expect(schemaType({ ...map, ...atomic }, "A")).toMatchObject({ isAtomic: true });
  expect(schemaType({ ...inner, ...atomic }, "A")).toMatchObject({ isAtomic: true });
  const open = { type: "object", properties: {}, additionalProperties: true };
  expect(schemaType(open, "A")).toMatchObject({ kind: "object", isOpen: true });
  expect(schemaType({ type: "integer" }, "A")).toEqual({ kind: "integer" });
  expect(schemaType({ items: inner }, "A")).toEqual({ kind: "any" });
});

test("a field has what its schema says of its values", () => {
  const fieldOf = (schema: object) => {
    const type = schemaType({ type: "object", properties: { a: Object(schema) } }, "A");
    return type.kind === "object" ? type.field("a") : undefined;
  };
  expect(fieldOf(text)).toMatchObject({ isNullable: false, limits: undefined, rules: [] });
  expect(fieldOf({ ...text, nullable: true })).toMatchObject({ isNullable: true });
  expect(fieldOf({ ...text, pattern: "a" })?.limits).toEqual({ pattern: "a" });
  expect(fieldOf({ ...text, pattern: 1, enum: "a", minimum: "1" })?.limits).toBe(undefined);
  const rules = [{ rule: 1 }, { rule: "a" }];
  expect(fieldOf({ ...text, "x-kubernetes-validations": rules })?.rules).toEqual([
    { text: "a", known: undefined },
  ]);
});
