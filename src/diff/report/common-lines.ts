/** Lines that are the same in both texts: where they begin, counted from 0, and how many they are. */
export interface CommonLines {
  readonly old: number;
  readonly current: number;
  readonly length: number;
}

/** With more changed lines than this the difference is no longer made as small as possible. */
const MAXIMUM_DISTANCE = 1_000;

/**
 * What two lists of lines have in common, in order, so that as few lines as possible are left over. Where more than 1,000
 * are, only the lines at both ends count as common. The stretches are as long as they can be; the last one, perhaps empty,
 * stands at both ends.
 * See E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986.
 */
export function commonLines(
  old: readonly string[],
  current: readonly string[],
): readonly CommonLines[] {
  let start = 0;
  while (start < old.length && start < current.length && old[start] === current[start]) start++;
  let end = 0;
  const shorter = Math.min(old.length, current.length) - start;
  while (end < shorter && old.at(-1 - end) === current.at(-1 - end)) end++;
  const middle = {
    old: old.slice(start, old.length - end),
    current: current.slice(start, current.length - end),
  };
  return [
    ...(start === 0 ? [] : [{ old: 0, current: 0, length: start }]),
    ...shortestPath(middle.old, middle.current).map((lines) => ({
      ...lines,
      old: lines.old + start,
      current: lines.current + start,
    })),
    { old: old.length - end, current: current.length - end, length: end },
  ];
}

/** The diagonals of the shortest way through the edit graph, or none where it is too long. */
function shortestPath(old: readonly string[], current: readonly string[]): readonly CommonLines[] {
  const trace = furthestReaching(old, current);
  return trace === undefined ? [] : walkBack(trace, old.length, current.length);
}

/**
 * For every distance how far one comes in the old lines on each diagonal (old minus current), before that distance is used
 * up. A row holds the diagonals from minus its distance to its distance.
 */
function furthestReaching(
  old: readonly string[],
  current: readonly string[],
): readonly Int32Array[] | undefined {
  const rows: Int32Array[] = [];
  const limit = Math.min(old.length + current.length, MAXIMUM_DISTANCE);
  for (let distance = 0; distance <= limit; distance++) {
    const row = new Int32Array(2 * distance + 1);
    rows.push(row);
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let reached = distance === 0 ? 0 : stepFrom(rows[distance - 1], distance, diagonal).reached;
      while (
        reached < old.length &&
        reached - diagonal < current.length &&
        old[reached] === current[reached - diagonal]
      ) {
        reached++;
      }
      row[diagonal + distance] = reached;
      if (reached >= old.length && reached - diagonal >= current.length) return rows;
    }
  }
  return undefined;
}

/** The better of the two ways onto a diagonal: down from the one above, or right from the one below. */
function stepFrom(
  row: Int32Array | undefined,
  distance: number,
  diagonal: number,
): { readonly from: number; readonly reached: number } {
  const at = (other: number) => row?.[other + distance - 1] ?? -1;
  const isDown =
    diagonal === -distance || (diagonal !== distance && at(diagonal - 1) < at(diagonal + 1));
  return isDown
    ? { from: diagonal + 1, reached: at(diagonal + 1) }
    : { from: diagonal - 1, reached: at(diagonal - 1) + 1 };
}

function walkBack(
  rows: readonly Int32Array[],
  oldLength: number,
  currentLength: number,
): readonly CommonLines[] {
  const found: CommonLines[] = [];
  let diagonal = oldLength - currentLength;
  let end = oldLength;
  for (let distance = rows.length - 1; distance >= 0; distance--) {
    const step =
      distance === 0 ? { from: 0, reached: 0 } : stepFrom(rows[distance - 1], distance, diagonal);
    const length = end - step.reached;
    if (length > 0) found.push({ old: step.reached, current: step.reached - diagonal, length });
    end = rows[distance - 1]?.[step.from + distance - 1] ?? 0;
    diagonal = step.from;
  }
  return found.reverse();
}
