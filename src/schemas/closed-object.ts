import type { JsonSchema } from "./json-schema.ts";

/** A member that the type has always; one that it may have, and then always, sometimes or never has where this schema stands. */
type Member<T, Key extends keyof T> =
  Partial<Pick<T, Key>> extends Pick<T, Key> ? Always | Sometimes | "never" : JsonSchema;

interface Always {
  readonly always: JsonSchema;
}

interface Sometimes {
  readonly sometimes: JsonSchema;
}

/** One entry for each member of the type, so that the compiler tells when the two drift apart. */
export type Members<T> = { readonly [Key in keyof T]-?: Member<T, Key> };

/** An object with these members and no other. */
export function closedObject<T extends object>(
  members: Members<T>,
  more: JsonSchema = {},
): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const [key, member] of Object.entries<JsonSchema | Always | Sometimes | "never">(members)) {
    if (member === "never") continue;
    properties[key] = schemaOf(member);
    if (!("sometimes" in member)) required.push(key);
  }
  const needs = required.length === 0 ? {} : { required };
  return { type: "object", properties, ...needs, additionalProperties: false, ...more };
}

function schemaOf(member: JsonSchema | Always | Sometimes): JsonSchema {
  if ("always" in member) return member.always;
  return "sometimes" in member ? member.sometimes : member;
}
