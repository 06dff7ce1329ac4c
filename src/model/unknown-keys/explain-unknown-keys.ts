import type { DocumentName, Finding } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { formatPath } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { foldKey } from "./meanings.ts";
import type { MeantFields } from "./meant-fields.ts";
import { meantFields } from "./meant-fields.ts";
import { placeOf } from "./places.ts";

/** A key that is no field where it stands, and what it holds. */
export interface UnknownKey {
  readonly document: DocumentName;
  readonly path: Path;
  readonly value: unknown;
  /** The fields of the object that has the key. */
  readonly known: readonly string[];
}

/** What is said of keys that are no fields. */
export function unknownFieldFindings(keys: readonly UnknownKey[]): readonly Finding[] {
  return keys.map((unknown) => {
    const { document, path } = unknown;
    const parent = path.length === 1 ? `a ${document}` : formatPath(path.slice(0, -1));
    return {
      code: "unknown-field",
      document,
      path,
      target: "key",
      message: `${showText(String(path.at(-1)))} is not a field of ${parent}.`,
      hint: meaningOf(unknown).hint,
    };
  });
}

/**
 * The findings but for fields that are missing because they stand elsewhere or under another name: that is one mistake, and
 * the unknown key says it. So is a config that is empty because what belongs below it is not indented.
 */
export function withoutExplained(
  findings: readonly Finding[],
  keys: readonly UnknownKey[],
  valueAt: (path: Path) => unknown,
): readonly Finding[] {
  if (keys.length === 0) return findings;
  const meanings = keys.map((key) => ({ parent: key.path.slice(0, -1), ...meaningOf(key) }));
  return findings.filter(({ code, document, path }) => {
    const isMissing = code === "missing-field" || (code === "wrong-type" && valueAt(path) == null);
    if (!isMissing || path.length === 0) return true;
    const field = String(path.at(-1));
    const [parent, place] = [path.slice(0, -1), placeOf(document, path.slice(0, -1))];
    const inside = placeOf(document, path);
    return !meanings.some((meant) => {
      if (inside !== undefined && meant.place === inside && meant.fields.length > 0) return true;
      if (place === undefined || meant.place !== place) {
        return (
          place === undefined && samePath(meant.parent, parent) && meant.fields.includes(field)
        );
      }
      const isHere = placeOf(document, meant.parent) === place;
      return meant.fields.includes(field) && (!isHere || samePath(meant.parent, parent));
    });
  });
}

function meaningOf({ document, path, value, known }: UnknownKey): MeantFields {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  if (isWrapper(value, known)) {
    const hint = `Remove ${showText(key)}: the fields below it stand one level up, so unindent them.`;
    return { place: placeOf(document, parent), fields: known, hint };
  }
  return meantFields(document, parent, key, known);
}

/** How many of the fields that belong around a key tell that it wraps them. */
const WRAPPED_FIELDS = 2;

function isWrapper(value: unknown, known: readonly string[]): boolean {
  if (!isPlainObject(value)) return false;
  const folded = known.map(foldKey);
  const keys = Object.keys(value).slice(0, 100);
  const wrapped = keys.filter((key) => key.length < 100 && folded.includes(foldKey(key)));
  return wrapped.length >= WRAPPED_FIELDS;
}

function samePath(left: Path, right: Path): boolean {
  return left.length === right.length && left.every((step, index) => step === right[index]);
}
