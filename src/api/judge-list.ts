import type { PlainData } from "../diagnostics/plain-data.ts";
import { count, showValue } from "../diagnostics/show.ts";
import type { ListType } from "./api-type.ts";
import type { Judgment } from "./judgment.ts";
import { plainObject } from "./plain-object.ts";

/** What is said of a list that is too short or too long. */
export function judgeLength(name: string, length: number, least: number, most: number): Judgment {
  const isShort = length < least;
  const must = isShort ? `at least ${count(least, "item")}` : `at most ${count(most, "item")}`;
  return {
    code: "api-value-not-allowed",
    message: `${name} must have ${must}, but it has ${length === 0 ? "none" : length}.`,
    hint: isShort ? "Add one, or leave the field out." : "Remove some.",
  };
}

/** What is said of an item that is the same as an earlier one. */
export function judgeDuplicate(
  name: string,
  first: string,
  item: PlainData,
  { keys }: ListType,
): Judgment {
  const object = plainObject(item);
  const said = keys.flatMap((key) => {
    const value = object?.[key];
    return value === undefined ? [] : [`${key} ${showValue(value).replace(/^the \w+ /, "")}`];
  });
  return {
    code: "api-duplicate-item",
    message:
      said.length === 0
        ? `${name} is the same as ${first}.`
        : `${name} has the ${said.join(" and the ")}, which ${first} already has.`,
    hint:
      keys.length === 0
        ? "Remove one of them."
        : `Remove one of them, or give it another ${keys.join(" or ")}.`,
  };
}
