import type { DocumentName } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { listWords } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { fieldsOf } from "./fields-of.ts";
import { foldKey } from "./fold-key.ts";
import type { Meaning } from "./meanings.ts";
import { meanings } from "./meanings.ts";
import type { PlaceName } from "./places.ts";
import { moveTo, placeNames, placeOf, places } from "./places.ts";

/** What an unknown key means: the fields, where they stand, and the advice. */
export interface MeantFields {
  /** Undefined for a document that has no places, such as a project file. */
  readonly place: PlaceName | undefined;
  readonly fields: readonly string[];
  readonly hint: string;
}

/**
 * What a key means that is no field where it stands. Meaning counts before spelling, and what is here before what is
 * elsewhere: our field in another case; a known word for one; our field in the singular or plural; our field of another
 * place; a word for one of those; and only then a name that is spelled alike.
 */
export function meantFields(
  document: DocumentName,
  parent: Path,
  key: string,
  known: readonly string[],
): MeantFields {
  const place = placeOf(document, parent);
  const folded = key.length > LONGEST ? undefined : foldKey(key);
  const respelled = known.find((field) => folded === foldKey(field));
  if (respelled !== undefined) return here(place, [respelled]);
  if (place !== undefined && folded !== undefined) {
    const found =
      ofMeaning(place, folded, (meaning) => meaning.place === place && isKnown(meaning, known)) ??
      ofSharedMeaning(place, folded, known) ??
      inOtherNumber(place, folded, known) ??
      elsewhere(place, folded) ??
      ofMeaning(place, folded, (meaning) => meaning.place !== place);
    if (found !== undefined) return found;
  }
  const closest = closestName(key, known);
  if (closest !== undefined) return here(place, [closest]);
  return { place, fields: [], hint: `The fields are ${known.join(", ")}.` };
}

/** What a key means beside an object of ours that holds nothing, where it is a field of that object: it is not indented. */
export function fieldBelow(
  document: DocumentName,
  parent: Path,
  key: string,
  empty: readonly string[],
): MeantFields | undefined {
  if (key.length > LONGEST) return undefined;
  const folded = foldKey(key);
  for (const name of empty) {
    const place = placeOf(document, [...parent, name]);
    const field = place && fieldsOf(place).find((each) => foldKey(each) === folded);
    if (place === undefined || field === undefined) continue;
    const hint = `${field} is a field of ${name}; indent it below ${name}.`;
    return { place, fields: [field], hint };
  }
  return undefined;
}

/** Longer than every word of ours and everybody's. */
const LONGEST = 60;

/** `node` beside `nodes`, `labels` beside `label`. */
function inOtherNumber(
  place: PlaceName,
  folded: string,
  known: readonly string[],
): MeantFields | undefined {
  const field = known.find((each) => {
    const own = foldKey(each);
    return own === `${folded}s` || folded === `${own}s`;
  });
  return field === undefined ? undefined : here(place, [field]);
}

/** What a word means in another place, where the fields of that are here as well: `memory` of a submitter. */
function ofSharedMeaning(
  place: PlaceName,
  folded: string,
  known: readonly string[],
): MeantFields | undefined {
  const shared = (meaningsOf.get(folded) ?? []).find(
    (meaning) => meaning.fields.length > 0 && isKnown(meaning, known),
  );
  return shared === undefined ? undefined : here(place, shared.fields, shared.note);
}

/** The config has two forms; a word counts where its fields are those of the form that is used. */
function isKnown({ fields }: Meaning, known: readonly string[]): boolean {
  return fields.every((field) => known.includes(field));
}

function here(place: PlaceName | undefined, fields: readonly string[], note?: string): MeantFields {
  const question = `Did you mean ${listWords(fields, note === undefined ? "or" : "and")}?`;
  return { place, fields, hint: note === undefined ? question : `${question} ${note}` };
}

/** A field of ours in another place: the nearest first. */
function elsewhere(from: PlaceName, folded: string): MeantFields | undefined {
  const holders = holdersOf(folded).filter(({ place }) => place !== from);
  const order = near(from);
  const [holder] = holders.sort(
    (left, right) => order.indexOf(left.place) - order.indexOf(right.place),
  );
  return holder === undefined ? undefined : there(from, holder.place, [holder.field], folded);
}

interface Holder {
  readonly place: PlaceName;
  readonly field: string;
}

/** Fields whose names say nothing of the place where they belong. */
const TOO_COMMON: readonly string[] = Object.freeze([
  "$schema",
  "enabled",
  "metadata",
  "retries",
  // Of objects below fields: elsewhere they mean other things.
  "backend",
  "counts",
  "gpus",
  "head",
  "mode",
  "nodes",
  "node_selector",
  "secret",
  "storage",
  "tolerations",
  "type",
  "ray",
  "worker",
  "rbac",
]);

/** The places of a field of ours, outer ones first, by its folded name. */
function holdersOf(folded: string): readonly Holder[] {
  if (holdersByField.size === 0) findHolders();
  return holdersByField.get(folded) ?? [];
}

/** Found once, when somebody asks. */
const holdersByField = new Map<string, Holder[]>();

function findHolders(): void {
  for (const place of placeNames) {
    for (const field of fieldsOf(place)) {
      if (TOO_COMMON.includes(field)) continue;
      const folded = foldKey(field);
      holdersByField.set(folded, [...(holdersByField.get(folded) ?? []), { place, field }]);
    }
  }
}

/** By word. */
const meaningsOf: ReadonlyMap<string, readonly Meaning[]> = new Map(
  [...new Set(meanings.flatMap(({ words }) => words))].map((word) => [
    word,
    meanings.filter(({ words }) => words.includes(word)),
  ]),
);

function ofMeaning(
  from: PlaceName,
  folded: string,
  fits: (meaning: Meaning) => boolean,
): MeantFields | undefined {
  const fitting = (meaningsOf.get(folded) ?? []).filter(fits);
  if (fitting.length === 0) return undefined;
  const order = near(from);
  const [first] = fitting.sort(
    (left, right) => order.indexOf(left.place) - order.indexOf(right.place),
  );
  if (first === undefined) return undefined;
  const { place, fields, note } = first;
  if (fields.length === 0) return { place, fields, hint: note ?? "" };
  return place === from ? here(place, fields, note) : there(from, place, fields, folded, note);
}

/**
 * The places of the same document before those of the other one, the node of a group before all others. What the whole cluster
 * says is not a group's.
 */
function near(from: PlaceName): readonly PlaceName[] {
  const rank = (name: PlaceName) => {
    if (from === "group" && name === "node") return 0;
    if ((from === "config" || from === "request") && name === "group") return 2;
    return places[name].document === places[from].document ? 1 : 3;
  };
  return [...placeNames].sort((left, right) => rank(left) - rank(right));
}

function there(
  from: PlaceName,
  to: PlaceName,
  fields: readonly string[],
  folded: string,
  note?: string,
): MeantFields {
  const { document, title, paths } = places[to];
  if (document === places[from].document) {
    const isOne = fields.length === 1;
    const move = isOne ? moveTo(from, to) : moveTo(from, to).replace(/\bit\b/, "them");
    const kind = isOne ? `is a field of ${title}` : `are fields of ${title}`;
    const isSpelled = fields.some((field) => foldKey(field) === folded);
    const hint = isSpelled
      ? `${listWords(fields, "and")} ${kind}; ${move}.`
      : `Did you mean ${listWords(fields, "and")}? ${isOne ? "It" : "They"} ${kind}; ${move}.`;
    // What is said of several fields is where they stand.
    return { place: to, fields, hint: isOne && note !== undefined ? `${hint} ${note}` : hint };
  }
  const [prefix = ""] = paths;
  const owned = prefix.replaceAll(".[]", "[]");
  const full = fields.map((field) => (owned === "" ? field : `${owned}.${field}`));
  const owner = document === "settings" ? "settings of the deployment" : "request";
  return { place: to, fields, hint: `This is set in the ${owner}, as ${listWords(full, "or")}.` };
}
