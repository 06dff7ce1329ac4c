import type { ApiType, ListType, ObjectType } from "../../api/api-type.ts";
import { meansSomethingEmpty } from "../../api/empty-meanings.ts";
import { impliedDefault } from "../../api/implied-defaults.ts";
import { withImpliedSource } from "../../api/implied-source.ts";
import { holdsQuantities } from "../../api/quantity-fields.ts";
import { holdsYaml } from "../../api/yaml-fields.ts";
import { isList, isObject, ownField } from "../../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { isServersField, LAST_APPLIED } from "../../kuberay/writers.ts";
import { areSameQuantity } from "../../quantity/are-same-quantity.ts";
import { canonicalText } from "./canonical-text.ts";
import { compareInOrder, compareLists } from "./compare-lists.ts";
import { compareSets } from "./compare-sets.ts";
import type { Comparison, Pair } from "./comparison.ts";
import { itemNaming } from "./item-naming.ts";
import type { SpellingCause } from "./manifest-diff.ts";
import { naturalOrder } from "./natural-order.ts";
import type { Place } from "./place.ts";
import { differenceAt, fieldPlace, memberPlace } from "./place.ts";
import { isSameYaml } from "./same-yaml.ts";

/**
 * Compares two values of one type and notes every difference, from the top down and by key, so that the order of what is
 * noted does not depend on the order in which a manifest is written, nor on which of the two comes first. What the API does
 * not know is compared too: objects by their keys, lists as a whole.
 */
export function compareValues(
  type: ApiType,
  pair: Pair,
  place: Place,
  comparison: Comparison,
): void {
  const { before, after } = pair;
  noteEmpty(pair, place, comparison);
  if (type.kind === "quantity") {
    compareQuantities(pair, place, comparison);
  } else if (isListOrNothing(before) && isListOrNothing(after)) {
    compareAnyLists(type, before, after, place, comparison);
  } else if (isObjectOrNothing(before) && isObjectOrNothing(after)) {
    compareObjects(type, before, after, place, comparison);
  } else {
    compareWhole(pair, place, comparison);
  }
}

const ANY: ApiType = Object.freeze({ kind: "any" });
const QUANTITY: ApiType = Object.freeze({ kind: "quantity" });

/** The name of the type that has a field, and the field, of the list at a place. */
function compareAnyLists(
  type: ApiType,
  before: readonly PlainData[] | undefined,
  after: readonly PlainData[] | undefined,
  place: Place,
  comparison: Comparison,
): void {
  if (type.kind !== "list") {
    compareWhole({ before, after }, place, comparison);
    return;
  }
  const last = place.trail.at(-1);
  const naming = itemNaming(type, last?.owner, last?.step ?? "");
  if (naming === undefined) compareOrdered(type, before, after, place, comparison);
  else if (naming.isSet) compareSets(type, naming, before, after, place, comparison);
  else {
    compareLists(naming, before, after, place, comparison, (pair, itself) => {
      compareValues(type.items.type, completed(type, pair), itself, comparison);
    });
  }
}

function compareOrdered(
  type: ListType,
  before: readonly PlainData[] | undefined,
  after: readonly PlainData[] | undefined,
  place: Place,
  comparison: Comparison,
): void {
  if (before === undefined || after === undefined) {
    compareWhole({ before, after }, place, comparison);
    return;
  }
  compareInOrder({ before, after }, place, comparison, (pair, itself, inside) => {
    compareValues(type.items.type, pair, itself, inside);
  });
}

/** Items with the source that they have where they name none. */
function completed({ items }: ListType, { before, after }: Pair): Pair {
  if (items.type.kind !== "object") return { before, after };
  const { name } = items.type;
  return {
    before: before === undefined ? undefined : withImpliedSource(name, before),
    after: after === undefined ? undefined : withImpliedSource(name, after),
  };
}

function compareObjects(
  type: ApiType,
  before: PlainObject | undefined,
  after: PlainObject | undefined,
  place: Place,
  comparison: Comparison,
): void {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const last = place.trail.at(-1);
  const isOfQuantities = holdsQuantities(last?.owner, last?.step ?? "");
  for (const key of [...keys].sort(naturalOrder)) {
    const pair = { before: ownField(before, key), after: ownField(after, key) };
    if (type.kind === "object") {
      if (isServersField(type.name, key)) continue;
      compareFields(type, key, pair, fieldPlace(place, key, type.name), comparison);
    } else if (type.kind === "map") {
      if (key === LAST_APPLIED) continue;
      const memberType = isOfQuantities ? QUANTITY : type.values.type;
      compareValues(memberType, pair, memberPlace(place, key), comparison);
    } else {
      compareValues(ANY, pair, fieldPlace(place, key, undefined), comparison);
    }
  }
}

function compareFields(
  type: ObjectType,
  key: string,
  pair: Pair,
  place: Place,
  comparison: Comparison,
): void {
  const field = type.field(key);
  const { before, after } = pair;
  if (before !== after && holdsYaml(key) && isSameYaml(before, after)) {
    comparison.respellings.push({ ...differenceAt(place, pair), cause: "yaml-text" });
    return;
  }
  if (field === undefined || (before === undefined) === (after === undefined)) {
    compareValues(field?.type ?? ANY, pair, place, comparison);
    return;
  }
  const given = before ?? after ?? null;
  const cause = defaultCause(type, key, given);
  if (cause !== undefined) {
    comparison.respellings.push({ ...differenceAt(place, pair), cause });
  } else if (meansSomethingEmpty(type.name, key)) {
    comparison.differences.push(differenceAt(place, pair));
  } else {
    compareValues(field.type, pair, place, comparison);
  }
}

/** Why a value is the same as none. */
function defaultCause(type: ObjectType, key: string, given: PlainData): SpellingCause | undefined {
  const field = type.field(key);
  const isSame = (value: PlainData | undefined) =>
    value !== undefined &&
    (field?.type.kind === "quantity" ? areSameQuantity(value, given) : value === given);
  if (isSame(field?.byDefault)) return "server-default";
  const implied = impliedDefault(type.name, key);
  if (!isSame(implied?.value)) return undefined;
  return implied?.by === "writer" ? "zero" : "default";
}

function compareQuantities({ before, after }: Pair, place: Place, comparison: Comparison): void {
  if (before === undefined || after === undefined || !areSameQuantity(before, after)) {
    compareWhole({ before, after }, place, comparison);
  } else if (before !== after) {
    comparison.respellings.push({ ...differenceAt(place, { before, after }), cause: "quantity" });
  }
}

function compareWhole({ before, after }: Pair, place: Place, comparison: Comparison): void {
  if (textOf(before) === textOf(after)) return;
  comparison.differences.push(differenceAt(place, { before, after }));
}

/** What is empty is nothing. */
function textOf(value: PlainData | undefined): string | undefined {
  return value === undefined || isEmpty(value) ? undefined : canonicalText(value);
}

function noteEmpty({ before, after }: Pair, place: Place, comparison: Comparison): void {
  const isEmptySide =
    (before === undefined && isEmpty(after)) || (after === undefined && isEmpty(before));
  if (!isEmptySide) return;
  comparison.respellings.push({ ...differenceAt(place, { before, after }), cause: "empty" });
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
