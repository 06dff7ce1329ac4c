import { isList, isObject, ownField } from "../../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { parseQuantity } from "../../quantity/parse-quantity.ts";
import { sameQuantity } from "../../quantity/same-quantity.ts";
import { canonicalText } from "./canonical-text.ts";
import { compareLists } from "./compare-lists.ts";
import { compareSets } from "./compare-sets.ts";
import type { Comparison, Pair } from "./comparison.ts";
import type { DiffPath } from "./diff-path.ts";
import { naturalOrder } from "./natural-order.ts";
import type { Default, Field, Shape } from "./shapes/shape.ts";
import { anyValue } from "./shapes/shape-makers.ts";

const plainField: Field = Object.freeze({ shape: anyValue });

/**
 * Compares two values of one shape and notes every difference, from the top down and by key, so that the order of what is
 * noted does not depend on the order in which a manifest is written, nor on which of the two comes first.
 */
export function compareValues(
  shape: Shape,
  pair: Pair,
  path: DiffPath,
  comparison: Comparison,
): void {
  const { before, after } = pair;
  if (before === undefined && after === undefined) return;
  noteEmpty(pair, path, comparison);
  if (shape.type === "quantity") {
    compareQuantities(pair, path, comparison);
  } else if (shape.type === "list" || shape.type === "set") {
    if (!isListOrNothing(before) || !isListOrNothing(after)) {
      compareWhole(pair, path, comparison);
    } else if (shape.type === "set") {
      compareSets(shape, before, after, path, comparison);
    } else {
      compareLists(shape, before, after, path, comparison, compareValues);
    }
  } else if (isObjectOrNothing(before) && isObjectOrNothing(after)) {
    compareObjects(shape, before, after, path, comparison);
  } else {
    compareWhole(pair, path, comparison);
  }
}

function compareObjects(
  shape: Shape,
  before: PlainObject | undefined,
  after: PlainObject | undefined,
  path: DiffPath,
  comparison: Comparison,
): void {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  for (const key of [...keys].sort(naturalOrder)) {
    const field = fieldOf(shape, key);
    if (field.isNoise === true) continue;
    const pair = { before: ownField(before, key), after: ownField(after, key) };
    compareFields(field, pair, [...path, key], comparison);
  }
}

function fieldOf(shape: Shape, key: string): Field {
  if (shape.type === "map") return { shape: shape.values };
  if (shape.type !== "object" || !Object.hasOwn(shape.fields, key)) return plainField;
  return shape.fields[key] ?? plainField;
}

function compareFields(field: Field, pair: Pair, path: DiffPath, comparison: Comparison): void {
  const { shape, byDefault, meansSomethingEmpty } = field;
  const { before, after } = pair;
  const isOneSided = (before === undefined) !== (after === undefined);
  if (isOneSided && byDefault !== undefined && isDefault(byDefault, shape, before ?? after)) {
    comparison.respellings.push({ path, before, after, cause: causes[byDefault.by] });
  } else if (isOneSided && meansSomethingEmpty === true) {
    comparison.differences.push({ path, before, after });
  } else {
    compareValues(shape, pair, path, comparison);
  }
}

const causes = Object.freeze({
  server: "server-default",
  reader: "default",
  writer: "zero",
} as const satisfies Readonly<Record<Default["by"], string>>);

function isDefault({ value }: Default, shape: Shape, actual: PlainData | undefined): boolean {
  if (actual === undefined) return false;
  return shape.type === "quantity" ? areSameQuantity(value, actual) : value === actual;
}

function compareQuantities({ before, after }: Pair, path: DiffPath, comparison: Comparison): void {
  if (before === undefined || after === undefined || !areSameQuantity(before, after)) {
    compareWhole({ before, after }, path, comparison);
  } else if (before !== after) {
    comparison.respellings.push({ path, before, after, cause: "quantity" });
  }
}

function areSameQuantity(left: PlainData, right: PlainData): boolean {
  const [before, after] = [quantityOf(left), quantityOf(right)];
  return before !== undefined && after !== undefined && sameQuantity(before, after);
}

function quantityOf(value: PlainData) {
  return typeof value === "string" || typeof value === "number"
    ? parseQuantity(String(value))
    : undefined;
}

function compareWhole({ before, after }: Pair, path: DiffPath, comparison: Comparison): void {
  if (textOf(before) === textOf(after)) return;
  comparison.differences.push({ path, before, after });
}

/** What is empty is nothing. */
function textOf(value: PlainData | undefined): string | undefined {
  return value === undefined || isEmpty(value) ? undefined : canonicalText(value);
}

function noteEmpty({ before, after }: Pair, path: DiffPath, comparison: Comparison): void {
  const isEmptySide =
    (before === undefined && isEmpty(after)) || (after === undefined && isEmpty(before));
  if (isEmptySide) comparison.respellings.push({ path, before, after, cause: "empty" });
}

function isEmpty(value: PlainData | undefined): boolean {
  if (isList(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function isListOrNothing(value: PlainData | undefined): value is readonly PlainData[] | undefined {
  return value === undefined || isList(value);
}

function isObjectOrNothing(value: PlainData | undefined): value is PlainObject | undefined {
  return value === undefined || isObject(value);
}
