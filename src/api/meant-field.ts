import { isList, ownField } from "../diagnostics/own-field.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { closestName } from "../diagnostics/suggest.ts";
import type { ApiType, ObjectType } from "./api-type.ts";
import { couldBe } from "./could-be.ts";
import { findOtherPlaces } from "./find-other-place.ts";
import { foldedWords } from "./folded-words.ts";
import type { Frame } from "./frame.ts";
import { missingSpace } from "./missing-space.ts";
import { placeName } from "./place-name.ts";
import { plainObject } from "./plain-object.ts";

/** What was most likely meant by a key that its object does not have. */
export interface MeantField {
  readonly hint: string;
  /** The places that the key would then give a value to; `[]` stands for every item of a list. */
  readonly places: readonly (readonly (string | number)[])[];
}

/** What was most likely meant, or undefined where nothing is near. */
export function meantField(key: string, value: PlainData, frame: Frame): MeantField | undefined {
  return (
    runTogether(key, value, frame) ??
    inMetadata(key, value, frame) ??
    needlessLevel(value, frame) ??
    byContent(value, frame) ??
    inOtherPlace(key, value, frame) ??
    underOtherName(key, value, frame)
  );
}

/** A key that is one of the object with a value behind it. */
function runTogether(key: string, value: PlainData, { type, path }: Frame): MeantField | undefined {
  const together = value === null ? missingSpace(key) : undefined;
  if (together === undefined || type.field(together.key) === undefined) return undefined;
  return { hint: together.hint, places: [[...path, together.key]] };
}

/** What of an object's metadata is often written beside it or at the top of its spec. */
const METADATA: readonly string[] = Object.freeze(["name", "namespace", "labels", "annotations"]);

function inMetadata(key: string, value: PlainData, frame: Frame): MeantField | undefined {
  const { path, parent } = frame;
  const root = path.length === 0 ? frame : path.length === 1 && path[0] === "spec" ? parent : frame;
  if (!METADATA.includes(key) || root === undefined || root.path.length > 0) return undefined;
  const isText = typeof value === "string";
  if (isText !== (key === "name" || key === "namespace")) return undefined;
  const metadata = plainObject(ownField(root.data, "metadata") ?? {});
  if (isText && (metadata === undefined || ownField(metadata, key) !== undefined)) return undefined;
  return belongsAt([["metadata", key]]);
}

/** An object that has mostly fields of the object around it. */
function needlessLevel(value: PlainData, { type, path }: Frame): MeantField | undefined {
  const inner = plainObject(value);
  const all = inner === undefined ? [] : Object.keys(inner);
  const keys = all.filter((key) => type.field(key) !== undefined);
  if (keys.length * 2 <= all.length) return undefined;
  return {
    hint: `Remove this level: what is in it belongs in ${placeName(path)} itself.`,
    places: keys.map((key) => [...path, key]),
  };
}

/** The only field that is not given and has every key of the value: what is in it tells what it is. */
function byContent(value: PlainData, { type, path, data }: Frame): MeantField | undefined {
  const content = plainObject(isList(value) ? value[0] : value);
  const keys = content === undefined ? [] : Object.keys(content);
  if (keys.length < 2) return undefined;
  const [field, ...others] = [...type.fields.values()].filter((each) => {
    const inner = contentOf(each.type, isList(value));
    const hasAll = inner !== undefined && keys.every((key) => inner.field(key) !== undefined);
    return hasAll && ownField(data, each.name) === undefined;
  });
  return field === undefined || others.length > 0 ? undefined : didYouMean(field.name, path);
}

function contentOf(type: ApiType, ofItems: boolean): ObjectType | undefined {
  const content = ofItems && type.kind === "list" ? type.items.type : type;
  return content.kind === "object" && (content === type) !== ofItems ? content : undefined;
}

function inOtherPlace(key: string, value: PlainData, frame: Frame): MeantField | undefined {
  const places = findOtherPlaces(key, value, frame);
  return places.length === 0 ? undefined : belongsAt(places);
}

function belongsAt(places: MeantField["places"]): MeantField {
  return { hint: `It belongs at ${places.map(showPlace).join(" or ")}.`, places };
}

/** `spec.workerGroupSpecs[].replicas` */
function showPlace(place: readonly (string | number)[]): string {
  return place.reduce<string>(
    (text, step) =>
      step === "[]"
        ? `${text}[]`
        : `${text}${text === "" || typeof step === "number" ? "" : "."}${formatPath([step])}`,
    "",
  );
}

function underOtherName(
  key: string,
  value: PlainData,
  { type, path }: Frame,
): MeantField | undefined {
  if (key === "apiVersion") return undefined;
  const names = [...type.fields.keys()];
  const name = closestName(key, names) ?? longerName(key, value, names);
  const field = name === undefined ? undefined : type.field(name);
  if (field === undefined) return undefined;
  // Where the value cannot be one of the field, that stays missing.
  return couldBe(value, field)
    ? didYouMean(field.name, path)
    : { ...didYouMean(field.name, path), places: [] };
}

function didYouMean(name: string, path: Frame["path"]): MeantField {
  return { hint: `Did you mean ${name}?`, places: [[...path, name]] };
}

/**
 * The only name that has all words of the key, in their order: `idleTimeout` is short for `idleTimeoutSeconds`. One word says
 * too little of an object.
 */
function longerName(key: string, value: PlainData, names: readonly string[]): string | undefined {
  const words = foldedWords(key);
  if (words.length < (plainObject(value) === undefined ? 1 : 2)) return undefined;
  const [first, ...others] = names.filter((name) => hasInOrder(foldedWords(name), words));
  return others.length === 0 ? first : undefined;
}

function hasInOrder(all: readonly string[], some: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === some[at]) at++;
  return at === some.length;
}
