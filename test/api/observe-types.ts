import type { CrdSchema } from "./crd-schemas.ts";
import { walkSchema } from "./describe-schema.ts";

/** One reading of a type: the release and the API version of the CRD that it stood in. */
export interface Reading {
  readonly release: string;
  readonly apiVersion: string;
}

/** What the CRDs say of one object type, whatever its place. */
export interface ObservedType {
  /** Every reading, oldest first. */
  readonly readings: readonly Reading[];
  /** Two for a field that changes its type. */
  readonly fields: readonly ObservedField[];
}

export interface ObservedField {
  readonly name: string;
  readonly type: string;
  /** The readings that have the field. */
  readonly readings: readonly Reading[];
  /** What is said of the field, and in which readings. */
  readonly attributes: ReadonlyMap<string, readonly Reading[]>;
}

/** The types of all CRDs by name. Throws where one name stands for two things at one release. */
export function observeTypes(schemas: readonly CrdSchema[]): ReadonlyMap<string, ObservedType> {
  const seen = new Map<string, Map<string, Map<string, string>>>();
  for (const { kind, release, apiVersion, schema } of schemas) {
    const key = `${apiVersion} ${release}`;
    const open = new Map<string, string[]>();
    const close = (typeName: string, path: string, rows: readonly string[]): void => {
      const text = rows.join("\n");
      const ofType = seen.get(typeName) ?? new Map<string, Map<string, string>>();
      seen.set(typeName, ofType);
      const before = ofType.get(key);
      if (before === undefined) ofType.set(key, new Map([[text, path]]));
      else if (!before.has(text)) {
        throw new Error(
          `${typeName} is one thing at ${[...before.values()]} and another at ${path}, ${key}.`,
        );
      }
    };
    walkSchema(kind, schema, (typeName, field, { type, attributes }, path) => {
      const place = field === "*" ? path : path.slice(0, path.lastIndexOf("."));
      const id = `${typeName}\n${place}`;
      const rows = open.get(id) ?? [];
      rows.push([field, type, ...attributes].join(" "));
      open.set(id, rows);
    });
    for (const [id, rows] of open) {
      const [typeName = "", path = ""] = id.split("\n");
      close(typeName, path, rows);
    }
  }
  return new Map([...seen].map(([typeName, readings]) => [typeName, observed(readings)]));
}

function observed(byKey: ReadonlyMap<string, ReadonlyMap<string, string>>): ObservedType {
  const readings: Reading[] = [];
  const fields = new Map<string, OpenField>();
  for (const [key, texts] of byKey) {
    const [apiVersion = "", release = ""] = key.split(" ");
    const reading = { apiVersion, release };
    readings.push(reading);
    const [text = ""] = texts.keys();
    for (const row of text.split("\n")) {
      const [name = "", type = "", ...attributes] = row.split(" ");
      const id = `${name} ${type}`;
      const field: OpenField = fields.get(id) ?? {
        name,
        type,
        readings: [],
        attributes: new Map(),
      };
      fields.set(id, field);
      field.readings.push(reading);
      for (const attribute of attributes) {
        field.attributes.set(attribute, [...(field.attributes.get(attribute) ?? []), reading]);
      }
    }
  }
  return { readings, fields: [...fields.values()] };
}

interface OpenField extends ObservedField {
  readonly readings: Reading[];
  readonly attributes: Map<string, readonly Reading[]>;
}
