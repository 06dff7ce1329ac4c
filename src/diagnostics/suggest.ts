/**
 * The known name that a misspelt one most likely means, or undefined where none is near.
 * Near is an edit distance (transpositions count as one) of at most a third of the longer name, ignoring case, `-` and `_`,
 * and of at most `most`. Of names of three letters the first one is the same: `gpu` is no misspelt `cpu`.
 */
export function closestName(
  name: string,
  known: readonly string[],
  most: number = Number.POSITIVE_INFINITY,
): string | undefined {
  if (name.length > 100) return undefined;
  const folded = fold(name);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const foldedCandidate = fold(candidate);
    const longest = Math.max(folded.length, foldedCandidate.length);
    if (longest <= 3 && folded[0] !== foldedCandidate[0]) continue;
    const third = Math.floor(longest / 3);
    const limit = Math.min(third, most);
    const distance = editDistance(folded, foldedCandidate);
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `Did you mean supports_gpus?`, or undefined where no known name is near. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  const closest = closestName(name, known);
  return closest === undefined ? undefined : `Did you mean ${closest}?`;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, "");
}

/** Optimal string alignment distance. */
function editDistance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let distance = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      // Before the first letter there is none, which equals no letter.
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) {
        distance = Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(distance);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
