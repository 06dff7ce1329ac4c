import { listWords } from "../diagnostics/show.ts";
import { closestName } from "../diagnostics/suggest.ts";

/** `Did you mean api-unknown-field?`: of a misspelt word, or of a part of one; undefined where none is near. */
export function closestWords(word: string, known: readonly string[]): string | undefined {
  const closest = closestName(word, known);
  const found = closest === undefined ? wordsWith(word, known) : [closest];
  return found.length === 0 ? undefined : `Did you mean ${listWords(found, "or")}?`;
}

/** Words that have every part of the given one, perhaps misspelt; the shortest first. */
function wordsWith(word: string, known: readonly string[]): readonly string[] {
  const parts = word.split(/[-_\s]+/).filter((part) => part.length >= SHORTEST);
  if (parts.length === 0 || parts.length > MOST_PARTS) return [];
  const has = (candidate: string) => {
    const own = candidate.split("-");
    return parts.every((part) => closestName(part, own) !== undefined);
  };
  return [...new Set(known)]
    .filter(has)
    .sort((left, right) => left.length - right.length)
    .slice(0, MOST_WORDS);
}

/** Shorter parts are in too many words. */
const SHORTEST = 3;
const MOST_PARTS = 8;
const MOST_WORDS = 3;
