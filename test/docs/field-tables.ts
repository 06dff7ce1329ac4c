import type { JsonSchema } from "../../src/schemas/json-schema.ts";

/** Tables of all fields of a document, one for each object: the document's own fields first, then its definitions. */
export function fieldTables(schema: JsonSchema): string {
  const definitions = Object.entries(schema.definitions ?? {}).filter(
    ([name, definition]) => definition.properties !== undefined && !name.startsWith(KUBERNETES),
  );
  return [
    ...sections("", schema, schema),
    ...definitions.flatMap(([name, definition]) => sections(name, definition, schema)),
  ].join("\n\n");
}

/** Types of Kubernetes, which its own documentation tells of. */
const KUBERNETES = "Kubernetes.";

/** An object's table, and those of the objects that stand in its fields without a name of their own. */
function sections(name: string, object: JsonSchema, root: JsonSchema): readonly string[] {
  const { description = "", properties = {}, required = [] } = object;
  const fields = Object.entries(properties);
  const rows = fields.map(([key, field]) => row(key, field, required.includes(key), root));
  const own = [
    ...(name === "" ? [] : [`## ${name}`]),
    ...(name === "" || description === "" ? [] : [description]),
    ["| field | type | default | meaning |", "| --- | --- | --- | --- |", ...rows].join("\n"),
  ];
  const inner = fields.flatMap(([key, field]) => {
    const nested = nestedObject(field);
    const path = name === "" ? key : `${name}.${key}`;
    return nested === undefined ? [] : sections(path, nested, root);
  });
  return [...own, ...inner];
}

function nestedObject(field: JsonSchema): JsonSchema | undefined {
  if (field.properties !== undefined) return field;
  if (field.items?.properties !== undefined) return field.items;
  const { additionalProperties } = field;
  const isMap = typeof additionalProperties === "object";
  return isMap && additionalProperties.properties !== undefined ? additionalProperties : undefined;
}

function row(key: string, field: JsonSchema, isRequired: boolean, root: JsonSchema): string {
  const fallback = isRequired
    ? "required"
    : field.default === undefined
      ? ""
      : `\`${JSON.stringify(field.default)}\``;
  const meaning = field.description ?? resolved(field, root)?.description ?? "";
  return `| \`${key}\` | ${typeOf(field, root)} | ${fallback} | ${cell(meaning)} |`;
}

function typeOf(field: JsonSchema, root: JsonSchema): string {
  const reference = referenceOf(field);
  if (reference?.startsWith(KUBERNETES) === true) {
    return `[${reference.slice(KUBERNETES.length)}](pod-templates.md)`;
  }
  if (reference !== undefined) {
    return root.definitions?.[reference]?.properties === undefined
      ? plainType(resolved(field, root) ?? {}, root)
      : `[${reference}](#${reference.toLowerCase()})`;
  }
  return plainType(field, root);
}

function plainType(field: JsonSchema, root: JsonSchema): string {
  const { anyOf, enum: values, items, additionalProperties, properties } = field;
  const types = [field.type ?? []].flat().filter((type) => type !== "null");
  if (values !== undefined) {
    return values
      .filter((value) => value !== null)
      .map((value) => `\`${value}\``)
      .join(", ");
  }
  if (items !== undefined) return `list of ${typeOf(items, root)}`;
  const isChoice = types.length === 0 || anyOf?.every(({ $ref }) => $ref !== undefined) === true;
  if (isChoice && anyOf !== undefined) {
    return anyOf
      .map((part) => typeOf(part, root))
      .filter((type) => type !== "null")
      .join(" or ");
  }
  if (properties === undefined && typeof additionalProperties === "object") {
    return `map of ${typeOf(additionalProperties, root)}`;
  }
  return types.length === 0 ? "null" : types.join(" or ").replace("string", "text");
}

/** The name of the definition that a field refers to, alone or beside null. */
function referenceOf({ $ref, allOf = [], anyOf = [] }: JsonSchema): string | undefined {
  const parts = [...allOf, ...(anyOf.length === 2 && anyOf[1]?.type === "null" ? anyOf : [])];
  const reference = $ref ?? parts.find((part) => part.$ref !== undefined)?.$ref;
  return reference?.replace("#/definitions/", "");
}

function resolved(field: JsonSchema, root: JsonSchema): JsonSchema | undefined {
  const reference = referenceOf(field);
  return reference === undefined ? undefined : root.definitions?.[reference];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
