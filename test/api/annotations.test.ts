import { expect, test } from "vitest";
import type { ApiField } from "../../src/api/api-type.ts";
import { checkAgainstApi } from "../../src/api/check-against-api.ts";
import { meaningfulWhenEmpty, meansSomethingEmpty } from "../../src/api/empty-meanings.ts";
import { impliedDefault, impliedDefaultPlaces } from "../../src/api/implied-defaults.ts";
import { listMeaning, listMeaningPlaces } from "../../src/api/list-meanings.ts";
import { patchStrategy, patchStrategyPlaces } from "../../src/api/patch-strategies.ts";
import { apiOf } from "./api-of.ts";

const api = apiOf("RayCluster v1 1.7.0");

/** The field that an annotation speaks of; throws where the newest release has none. */
function fieldOf(place: string): ApiField {
  const [typeName = "", name = ""] = place.split(".");
  const field = api.typeNamed(typeName)?.field(name);
  if (field === undefined) throw new Error(`There is no ${place}.`);
  return field;
}

test.each(impliedDefaultPlaces)(
  "the default implied for %s is a value of its field, and none is stored",
  (place) => {
    const field = fieldOf(place);
    const [typeName = "", name = ""] = place.split(".");
    const value = impliedDefault(typeName, name)?.value ?? null;
    const root = api.typeNamed(typeName);
    if (root === undefined) throw new Error(`There is no type ${typeName}.`);
    const found = checkAgainstApi({ [name]: value }, { ...api, root });
    const isStoredToo = field.byDefault !== undefined;
    expect(isStoredToo ? field.byDefault : undefined).toEqual(isStoredToo ? value : undefined);
    if (value !== "") expect(found.filter(({ code }) => code !== "api-missing-field")).toEqual([]);
  },
);

test.each(listMeaningPlaces)("%s is a list whose items have the fields that name them", (place) => {
  const { type } = fieldOf(place);
  const [typeName = "", name = ""] = place.split(".");
  const names = listMeaning(typeName, name)?.names ?? [];
  if (type.kind !== "list") throw new Error(`${place} is no list.`);
  const items = type.items.type;
  expect(names.filter((key) => items.kind !== "object" || items.field(key) === undefined)).toEqual(
    [],
  );
  if (type.keys.length > 0) expect(names).toEqual(type.keys);
});

test.each(patchStrategyPlaces)(
  "%s is a list whose items have the key that they merge by",
  (place) => {
    const { type } = fieldOf(place);
    const [typeName = "", name = ""] = place.split(".");
    const key = patchStrategy(typeName, name)?.key;
    if (type.kind !== "list") throw new Error(`${place} is no list.`);
    const items = type.items.type;
    expect(items.kind === "object" ? items.field(key ?? "")?.name : undefined).toBe(key);
  },
);

test.each(meaningfulWhenEmpty)("%s is an object", (place) => {
  expect(fieldOf(place).type.kind).toBe("object");
  const [typeName = "", name = ""] = place.split(".");
  expect(meansSomethingEmpty(typeName, name)).toBe(true);
  expect(meansSomethingEmpty("PodSpec", name)).toBe(false);
});
