import type { PlainData } from "../diagnostics/plain-data.ts";
import { showText } from "../diagnostics/show.ts";
import type { ApiType, ObjectType } from "./api-type.ts";
import { couldBe } from "./could-be.ts";

/**
 * What is meant by a value alone where a list holds objects: that of the one field that each of them needs, such as a port's
 * number, or of the only one that it has; and by `A=1` a name with its value.
 */
export function itemHint(value: PlainData, type: ApiType): string | undefined {
  if (type.kind !== "object" || (typeof value !== "string" && typeof value !== "number")) {
    return undefined;
  }
  const [, name, text] = typeof value === "string" ? (VARIABLE.exec(value) ?? []) : [];
  if (name !== undefined && text !== undefined) {
    return type.field("name") !== undefined && type.field("value") !== undefined
      ? `Write name: ${name} behind the dash, and value: ${showText(text)} below it.`
      : undefined;
  }
  const field = onlyField(type);
  if (field === undefined || !isOfType(value, field.type) || !couldBe(value, field))
    return undefined;
  return typeof value === "string" && !WORD.test(value)
    ? undefined
    : `Write "${field.name}: ${value}" behind the dash.`;
}

function onlyField({ required, fields }: ObjectType) {
  const candidates = required.length > 0 ? required : [...fields.values()];
  return candidates.length === 1 ? candidates[0] : undefined;
}

function isOfType(value: string | number, { kind }: ApiType): boolean {
  return typeof value === "string" ? kind === "string" : kind.startsWith("int");
}

const VARIABLE = /^([A-Za-z_][A-Za-z0-9_]{0,60})=(.{0,60})$/;
const WORD = /^[A-Za-z][\w.-]{0,60}$/;
