import type { ListType } from "../../api/api-type.ts";
import { impliedDefault } from "../../api/implied-defaults.ts";
import type { ListMeaning } from "../../api/list-meanings.ts";
import { listMeaning } from "../../api/list-meanings.ts";
import { isObject, ownField } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { canonicalText } from "./canonical-text.ts";

/** How the items of a list are told apart. */
export interface ItemNaming {
  /** Items that differ in anything are other items; else items of one name are compared field by field. */
  readonly isSet: boolean;
  readonly order: ListMeaning["order"];
  /** What a path calls an item; undefined where it has no name. */
  readonly nameOf: (item: PlainData) => string | undefined;
}

/** The naming of a list in a field of a type; undefined where its items are what they are in their order. */
export function itemNaming(
  type: ListType,
  owner: string | undefined,
  field: string,
): ItemNaming | undefined {
  const meaning = owner === undefined ? undefined : listMeaning(owner, field);
  const place = `${owner}.${field}`;
  if (meaning === undefined) {
    return type.listKind === "map" ? named(type.keys, "nothing", type, place) : undefined;
  }
  if (place === "PodSpec.tolerations") return { ...SET, nameOf: tolerationName };
  if (meaning.names.length > 0) return named(meaning.names, meaning.order, type, place);
  if (meaning.order === "nothing") return SET;
  return { isSet: false, order: meaning.order, nameOf: sourceName };
}

const SET: ItemNaming = Object.freeze({
  isSet: true,
  order: "nothing",
  nameOf: (item: PlainData) => (typeof item === "string" ? item : canonicalText(item)),
});

/** Named by the values of fields, with the defaults that are stored: `6379/TCP`, `zone:DoNotSchedule`. */
function named(
  keys: readonly string[],
  order: ItemNaming["order"],
  { items }: ListType,
  place: string,
): ItemNaming {
  const itemType = items.type.kind === "object" ? items.type : undefined;
  const separator = place === "PodSpec.topologySpreadConstraints" ? ":" : "/";
  const keyValue = (item: PlainData, key: string): string | undefined =>
    nameText(ownField(item, key) ?? itemType?.field(key)?.byDefault);
  return {
    isSet: false,
    order,
    nameOf: (item) => {
      const [first, ...others] = keys.map((key) => keyValue(item, key));
      if (first === undefined) return undefined;
      return [first, ...others.map((value) => value ?? "")].join(separator);
    },
  };
}

/** As kubectl writes a taint: `nvidia.com/gpu=true:NoSchedule`. */
function tolerationName(item: PlainData): string {
  const [key, value, effect] = ["key", "value", "effect"].map((name) =>
    nameText(ownField(item, name)),
  );
  return `${key || "*"}${value ? `=${value}` : ""}${effect ? `:${effect}` : ""}`;
}

/** `secretRef::train`: a source of variables by what it is, its prefix and its name. */
function sourceName(item: PlainData): string {
  const source = ownField(item, "configMapRef") === undefined ? "secretRef" : "configMapRef";
  const name = nameText(ownField(ownField(item, source), "name")) ?? "";
  return `${source}:${nameText(ownField(item, "prefix")) ?? ""}:${name}`;
}

/** A name is a text or a number. */
function nameText(value: PlainData | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** An item of a set with what it means to leave a field out, so that two of one meaning are the same. */
export function completeItem(item: PlainData, { items }: ListType): PlainData {
  if (!isObject(item) || items.type.kind !== "object") return item;
  const completed: Record<string, PlainData> = { ...item };
  for (const [name, { byDefault }] of items.type.fields) {
    if (ownField(item, name) !== undefined) continue;
    const value = byDefault ?? impliedDefault(items.type.name, name)?.value;
    if (value !== undefined) completed[name] = value;
  }
  return completed;
}
