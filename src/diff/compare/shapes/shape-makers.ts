import { ownField } from "../../../diagnostics/own-field.ts";
import type { PlainData } from "../../../diagnostics/plain-data.ts";
import { canonicalText } from "../canonical-text.ts";
import type {
  Default,
  Field,
  ListShape,
  MapShape,
  ObjectShape,
  QuantityShape,
  SetShape,
  Shape,
  ValueShape,
} from "./shape.ts";

export const anyValue: ValueShape = Object.freeze({ type: "value" });
export const quantity: QuantityShape = Object.freeze({ type: "quantity" });
export const anyMap: MapShape = mapOf(anyValue);
export const quantities: MapShape = mapOf(quantity);

/** `resources` of a container, a pod or a volume claim. */
export const resources: ObjectShape = object({
  limits: field(quantities),
  requests: field(quantities),
  claims: field(named("name")),
});

export const noise: Field = Object.freeze({ shape: anyValue, isNoise: true });

/** A set of texts. */
export const texts: SetShape = setOf(
  (item) => item,
  (item) => (typeof item === "string" ? item : canonicalText(item)),
);

export function object(fields: Readonly<Record<string, Field>>): ObjectShape {
  return Object.freeze({ type: "object", fields: Object.freeze(fields) });
}

function mapOf(values: Shape): MapShape {
  return Object.freeze({ type: "map", values });
}

export function field(shape: Shape, byDefault?: Default): Field {
  return Object.freeze(byDefault === undefined ? { shape } : { shape, byDefault });
}

/** A field of which an empty object is not nothing. */
export function presence(shape: Shape): Field {
  return Object.freeze({ shape, meansSomethingEmpty: true });
}

/** A default that the API server fills in. */
export function stored(value: PlainData): Field {
  return field(anyValue, { value, by: "server" });
}

/** A value that the readers of the field take nothing for. */
export function implied(value: PlainData): Field {
  return field(anyValue, { value, by: "reader" });
}

/** A zero that Go leaves out. */
export function unwritten(value: PlainData): Field {
  return field(anyValue, { value, by: "writer" });
}

/** A list whose items are named by one of their fields. */
export function named(
  key: string,
  item: Shape = anyValue,
  order: ListShape["order"] = "nothing",
): ListShape {
  return listOf((entry) => nameText(ownField(entry, key)), item, order);
}

export function listOf(
  nameOf: ListShape["nameOf"],
  item: Shape,
  order: ListShape["order"] = "nothing",
): ListShape {
  return Object.freeze({ type: "list", item, nameOf, order });
}

export function setOf(normalize: SetShape["normalize"], nameOf: SetShape["nameOf"]): SetShape {
  return Object.freeze({ type: "set", normalize, nameOf });
}

/** A name is a text or a number. */
export function nameText(value: PlainData | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
