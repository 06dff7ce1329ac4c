import type { Finding } from "../diagnostics/diagnostic.ts";
import type { PlainData, PlainList, PlainObject } from "../diagnostics/plain-data.ts";
import type { Api } from "./api.ts";
import type { ApiType, ListType, ObjectType, Slot } from "./api-type.ts";
import { findDuplicates } from "./find-duplicates.ts";
import type { Frame } from "./frame.ts";
import { itemHint } from "./item-hint.ts";
import { judgeBrokenRule } from "./judge-broken-rule.ts";
import { judgeDuplicate, judgeLength } from "./judge-list.ts";
import { judgeMissing } from "./judge-missing.ts";
import { judgeScalar } from "./judge-scalar.ts";
import { judgeUnknownField } from "./judge-unknown-field.ts";
import { judgeWrongType } from "./judge-wrong-type.ts";
import type { Judgment } from "./judgment.ts";
import { placeName } from "./place-name.ts";
import { plainObject } from "./plain-object.ts";

/**
 * Everything about a manifest that the API server refuses or drops, in the order of the document: what `kubectl apply`
 * stops at. Null in a field is nothing, as the API server takes it, but no item of a list and no value of a map.
 */
export function checkAgainstApi(data: PlainData, api: Api): readonly Finding[] {
  const findings: Finding[] = [];
  const path: (string | number)[] = [];
  let suggestions = 0;
  const say = (judgment: Judgment, target?: Finding["target"], more?: Partial<Finding>): void => {
    findings.push({
      ...judgment,
      document: "manifest",
      path: [...path],
      ...(target === undefined ? {} : { target }),
      ...more,
    });
  };
  const name = () => placeName(path);

  const checkSlot = (value: PlainData, slot: Slot, parent: Frame | undefined): void => {
    if (value === null && slot.isNullable) return;
    if (!checkType(value, slot, parent)) return;
    for (const { known } of slot.rules) {
      if (known?.holds !== undefined && !known.holds(value)) {
        say(judgeBrokenRule(value, known, name()));
      }
    }
  };

  /** Whether the value is of the type, so that rules can be asked. */
  const checkType = (value: PlainData, slot: Slot, parent: Frame | undefined): boolean => {
    const { type, limits } = slot;
    switch (type.kind) {
      case "any":
        return true;
      case "object":
      case "map": {
        const object = plainObject(value);
        if (object === undefined) break;
        if (type.kind === "object") checkObject(object, type, parent);
        else checkMembers(object, type.values, parent);
        return true;
      }
      case "list":
        if (!isList(value)) break;
        checkList(value, type, slot, parent);
        return true;
      default: {
        const judgment = judgeScalar(value, type.kind, limits, name, path);
        if (judgment !== undefined) say(judgment);
        return judgment === undefined;
      }
    }
    const hint = typeof path.at(-1) === "number" ? itemHint(value, type) : undefined;
    const judgment = judgeWrongType(value, type.kind, name(), path);
    say(hint === undefined ? judgment : { ...judgment, hint });
    return false;
  };

  const checkObject = (object: PlainObject, type: ObjectType, parent: Frame | undefined): void => {
    let frame: Frame | undefined;
    for (const field of type.required) {
      if (isGiven(object, field.name)) continue;
      path.push(field.name);
      say(judgeMissing(name(), field.type));
      path.pop();
    }
    for (const key of Object.keys(object)) {
      const value = object[key];
      const field = type.field(key);
      if (value === undefined || (field === undefined && type.isOpen)) continue;
      path.push(key);
      if (field !== undefined && (value !== null || field.isNullable)) {
        if (isScalar(field.type)) checkSlot(value, field, undefined);
        else {
          frame ??= { type, path: path.slice(0, -1), data: object, parent };
          checkSlot(value, field, frame);
        }
      } else if (field === undefined) {
        frame ??= { type, path: path.slice(0, -1), data: object, parent };
        const suggests = suggestions++ < MOST_SUGGESTIONS;
        say(judgeUnknownField(key, value, frame, api, suggests), "key");
      }
      path.pop();
    }
  };

  const checkMembers = (object: PlainObject, values: Slot, parent: Frame | undefined): void => {
    for (const key of Object.keys(object)) {
      path.push(key);
      checkSlot(object[key] ?? null, values, parent);
      path.pop();
    }
  };

  const checkList = (
    list: PlainList,
    type: ListType,
    slot: Slot,
    parent: Frame | undefined,
  ): void => {
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = slot.limits ?? {};
    if (list.length < minItems || list.length > maxItems) {
      say(judgeLength(name(), list.length, minItems, maxItems));
    }
    for (const [index, item] of list.entries()) {
      path.push(index);
      checkSlot(item, type.items, parent);
      path.pop();
    }
    for (const { index, first } of findDuplicates(list, type)) {
      const place = [...path, first];
      path.push(index);
      const related = [{ document: "manifest" as const, path: place, message: "The first one." }];
      say(judgeDuplicate(name(), placeName(place), list[index] ?? null, type), "value", {
        related,
      });
      path.pop();
    }
  };

  checkSlot(data, { ...ROOT, type: api.root }, undefined);
  return findings;
}

/** More are never shown, and looking for a better place takes time. */
const MOST_SUGGESTIONS = 50;

const ROOT = { isNullable: false, byDefault: undefined, limits: undefined, rules: [] };

function isScalar({ kind }: ApiType): boolean {
  return kind !== "object" && kind !== "list" && kind !== "map";
}

function isList(value: PlainData): value is PlainList {
  return Array.isArray(value);
}

function isGiven(object: PlainObject, key: string): boolean {
  return Object.hasOwn(object, key) && (object[key] ?? null) !== null;
}
