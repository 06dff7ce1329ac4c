/** What `$mutants` is in a switched source: which mutant is active, and what was reached. */
export interface MutantSwitch {
  /** The number of the active mutant; -1 where none is. */
  active: number;
  /** How often an expression may be reached before everything throws: below 0 it has run without end. */
  left: number;
  /** How often each expression was reached since the counts were cleared. */
  readonly counts: Uint32Array;
  /** Counts, and returns the active mutant. */
  readonly reach: (expression: number) => number;
}

export function mutantSwitch(expressions: number): MutantSwitch {
  const counts = new Uint32Array(expressions);
  const switching: MutantSwitch = {
    active: -1,
    left: Number.POSITIVE_INFINITY,
    counts,
    reach: (expression) => {
      counts[expression] = (counts[expression] ?? 0) + 1;
      // Throws again at each expression, so that no catch clause can hold it up.
      if (--switching.left < 0) throw new Error("It runs without end.");
      return switching.active;
    },
  };
  return switching;
}
