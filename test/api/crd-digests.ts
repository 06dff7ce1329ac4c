import { createHash } from "node:crypto";
import type { CrdSchema } from "./crd-schemas.ts";
import { compareReleases } from "./crd-schemas.ts";
import { walkSchema } from "./describe-schema.ts";

/** Where the digests of the CRDs are kept. */
export const digestsFile = "test/vectors/crd-digests.txt";

/** What is known of one schema without its CRD at hand. */
export interface Digest {
  readonly kind: string;
  readonly apiVersion: string;
  readonly release: string;
  /** How many fields it has at every depth. */
  readonly fields: number;
  readonly hash: string;
}

/**
 * A line for each schema: kind, API version, release, number of fields, hash of the sorted list of its fields. What is
 * known of other schemas stays.
 */
export function crdDigests(schemas: readonly CrdSchema[], known: string): string {
  const lines = new Map(known.split("\n").flatMap((line) => (line === "" ? [] : [keyed(line)])));
  for (const { kind, apiVersion, release, schema } of schemas) {
    const digest = digestOf(fieldsOfSchema(kind, schema));
    const [key, line] = keyed([kind, apiVersion, release, ...digest].join(" "));
    lines.set(key, line);
  }
  return `${[...lines.values()].sort(compareLines).join("\n")}\n`;
}

function keyed(line: string): readonly [key: string, line: string] {
  return [line.split(" ").slice(0, 3).join(" "), line];
}

/** By kind, by API version, oldest release first. */
function compareLines(left: string, right: string): number {
  const [leftKind = "", leftVersion = "", leftRelease = ""] = left.split(" ");
  const [rightKind = "", rightVersion = "", rightRelease = ""] = right.split(" ");
  const [from, to] = [leftKind + leftVersion, rightKind + rightVersion];
  if (from !== to) return from < to ? -1 : 1;
  return compareReleases(leftRelease, rightRelease);
}

export function readDigests(text: string): readonly Digest[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [kind = "", apiVersion = "", release = "", fields = "", hash = ""] = line.split(" ");
      return { kind, apiVersion, release, fields: Number(fields), hash };
    });
}

export function digestOf(fields: readonly string[]): readonly [fields: number, hash: string] {
  const text = [...fields].sort().join("\n");
  return [fields.length, createHash("sha256").update(text).digest("hex").slice(0, 16)];
}

/** Every field of a schema at every depth: path, type, attributes in the order of the alphabet. */
export function fieldsOfSchema(kind: string, schema: CrdSchema["schema"]): readonly string[] {
  const lines: string[] = [];
  walkSchema(kind, schema, (_typeName, field, { type, attributes }, path) => {
    const said = [...attributes].sort();
    if (field !== "*") lines.push([path, type, ...said].join(" "));
    else if (said.length > 0) lines.push([path, field, ...said].join(" "));
  });
  return lines;
}
