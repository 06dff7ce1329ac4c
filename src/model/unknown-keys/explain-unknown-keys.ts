import type { DocumentName, Finding } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { formatPath } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { fieldsOf } from "./fields-of.ts";
import { foldKey } from "./fold-key.ts";
import type { MeantFields } from "./meant-fields.ts";
import { fieldBelow, meantFields } from "./meant-fields.ts";
import { placeOf, places } from "./places.ts";

/** A key that is no field where it stands, and what it holds. */
export interface UnknownKey {
  readonly document: DocumentName;
  readonly path: Path;
  readonly value: unknown;
  /** The fields of the object that has the key. */
  readonly known: readonly string[];
  /** Those of them that hold nothing. */
  readonly empty: readonly string[];
}

/** The same with what it most likely means. */
export interface ExplainedKey extends UnknownKey {
  readonly meant: MeantFields;
}

/** A field of a document. */
export interface ExplainedPlace {
  readonly document: DocumentName;
  readonly path: Path;
}

export function explainKey(unknown: UnknownKey): ExplainedKey {
  return { ...unknown, meant: meaningOf(unknown) };
}

/** What is said of a key that is no field. */
export function unknownFieldFinding({ document, path, meant }: ExplainedKey): Finding {
  const parent = path.length === 1 ? `a ${document}` : formatPath(path.slice(0, -1));
  return {
    code: "unknown-field",
    document,
    path,
    target: "key",
    message: `${showText(String(path.at(-1)))} is not a field of ${parent}.`,
    hint: meant.hint,
  };
}

/**
 * The findings but for fields that are missing because they stand elsewhere or under another name: that is one mistake, and
 * the unknown key says it. So is a config that is empty because what belongs below it is not indented.
 */
export function withoutExplained(
  findings: readonly Finding[],
  keys: readonly ExplainedKey[],
  valueAt: (path: Path) => unknown,
): readonly Finding[] {
  if (keys.length === 0) return findings;
  /** Fields of the very object that has the key, by path; and fields and objects of other places. */
  const here = new Set<string>();
  const elsewhere = new Set<string>();
  for (const { document, path, meant } of keys) {
    const parent = path.slice(0, -1);
    const isHere = meant.place === placeOf(document, parent);
    if (!isHere && meant.fields.length > 0) elsewhere.add(`${meant.place}`);
    for (const field of meant.fields) {
      if (isHere) here.add(formatPath([...parent, field]));
      else elsewhere.add(`${meant.place}.${field}`);
    }
  }
  return findings.filter(({ code, document, path }) => {
    const isMissing = code === "missing-field" || (code === "wrong-type" && valueAt(path) == null);
    if (!isMissing || path.length === 0) return true;
    const around = placeOf(document, path.slice(0, -1));
    const isExplained =
      here.has(formatPath(path)) ||
      elsewhere.has(`${placeOf(document, path)}`) ||
      (around !== undefined && elsewhere.has(`${around}.${String(path.at(-1))}`));
    return !isExplained;
  });
}

/** The fields that are left out but stand under other names or elsewhere, where one place alone is meant. */
export function explainedPlaces(
  keys: readonly ExplainedKey[],
  valueAt: (path: Path) => unknown,
): readonly ExplainedPlace[] {
  const meant = keys.flatMap(meantPlaces);
  return meant.filter(
    ({ document, path }) => document !== keys[0]?.document || valueAt(path) == null,
  );
}

function meantPlaces({ document, path, meant }: ExplainedKey): readonly ExplainedPlace[] {
  const parent = path.slice(0, -1);
  if (meant.place === placeOf(document, parent)) {
    return meant.fields.map((field) => ({ document, path: [...parent, field] }));
  }
  const owner = meant.place === undefined ? undefined : places[meant.place];
  const [only = "", ...others] = owner?.paths ?? [];
  if (owner === undefined || others.length > 0 || only.includes("[]")) return [];
  const steps = only === "" ? [] : only.split(".");
  return meant.fields.map((field) => ({ document: owner.document, path: [...steps, field] }));
}

function meaningOf({ document, path, value, known, empty }: UnknownKey): MeantFields {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  // What has the name of the object around it wraps even one field.
  const least = key === parent.at(-1) ? 1 : WRAPPED_FIELDS;
  if (isWrapper(value, known, least)) {
    const hint = `Remove ${showText(key)}: the fields below it belong one level up, so unindent them.`;
    return { place: placeOf(document, parent), fields: known, hint };
  }
  const ofSettings = document === "request" && parent.length === 0 && settingsObject(key, value);
  if (ofSettings) return ofSettings;
  return fieldBelow(document, parent, key, empty) ?? meantFields(document, parent, key, known);
}

/** An object of the settings that stands in the request. */
function settingsObject(key: string, value: unknown): MeantFields | undefined {
  const place = SETTINGS_OBJECTS.find((each) => each === key);
  if (place === undefined || !isPlainObject(value)) return undefined;
  const known = fieldsOf(place);
  if (!Object.keys(value).some((each) => known.includes(each))) return undefined;
  const hint = `This is set in the settings of the deployment, as ${key}.`;
  return { place: "settings", fields: [key], hint };
}

const SETTINGS_OBJECTS = Object.freeze(["ray", "worker", "rbac"] as const);

/** How many of the fields that belong around a key tell that it wraps them. */
const WRAPPED_FIELDS = 2;

function isWrapper(value: unknown, known: readonly string[], least: number): boolean {
  if (!isPlainObject(value)) return false;
  const folded = known.map(foldKey);
  const keys = Object.keys(value).slice(0, 100);
  const wrapped = keys.filter((key) => key.length < 100 && folded.includes(foldKey(key)));
  return wrapped.length >= least;
}
