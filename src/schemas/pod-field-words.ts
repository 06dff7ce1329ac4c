import { typeRows } from "../api/table/table.ts";
import { readRows } from "../api/table-row.ts";
import type { Choice } from "../validate/pod/pod-choices.ts";
import { containerChoices, podChoices } from "../validate/pod/pod-choices.ts";

/** The words that a field of a pod takes. */
export interface FieldWords {
  /** Undefined where it takes others, too. */
  readonly words: readonly string[] | undefined;
  /** Whether each item of the list is such a word. */
  readonly ofItems: boolean;
}

const FREE: FieldWords = Object.freeze({ words: undefined, ofItems: false });

/** The words that a field of a type takes, by what the law of pods' words says of it. */
export function podFieldWords(typeName: string, field: string): FieldWords {
  return known.get(`${typeName}.${field}`) ?? FREE;
}

/** The pattern of a choice, followed from a type: the type and the field that it ends at. */
function placeOf(
  root: string,
  { pattern, words, emptyIsDefault }: Choice,
): readonly (readonly [string, FieldWords])[] {
  let typeName = root;
  let place = "";
  for (const step of pattern) {
    if (step === "*") continue;
    const row = readRows(typeRows[typeName] ?? "").find(({ name }) => name === step);
    if (row === undefined) return [];
    place = `${typeName}.${step}`;
    typeName = row.type.replace(/^\[|\]$/g, "");
  }
  const all = emptyIsDefault && !words.includes("") ? [...words, ""] : words;
  return [[place, { words: all, ofItems: pattern.at(-1) === "*" }]];
}

const known: ReadonlyMap<string, FieldWords> = new Map([
  ...podChoices.flatMap((choice) => placeOf("PodSpec", choice)),
  ...containerChoices.flatMap((choice) => placeOf("Container", choice)),
]);
