import type { Evaluation } from "./evaluation.ts";
import type { GatheredTest } from "./gathered-tests.ts";
import type { MutantSwitch } from "./mutant-switch.ts";

/** What the tests of a file reach without a mutant. */
export interface FileCoverage {
  readonly file: string;
  /** The expressions that are reached while the file is loaded, 1 each. */
  readonly loaded: Uint8Array;
  readonly loadHits: number;
  readonly loadMilliseconds: number;
  /** Whether a second run reaches less, because something is remembered. */
  readonly remembers: boolean;
  readonly tests: readonly TestCoverage[];
}

/** What a test reaches without a mutant. */
export interface TestCoverage {
  readonly file: FileCoverage;
  readonly index: number;
  readonly reached: Uint8Array;
  /** How often it reaches an expression, in all. */
  readonly hits: number;
  milliseconds: number;
}

/** What is not run a second time only to see whether something is remembered. */
export const SLOW_MILLISECONDS = 200;

/** Runs a test, and tells whether it passes. */
export type Runs = (test: GatheredTest, hits: number) => Promise<boolean>;

/**
 * Runs the tests of a file, twice if they are not slow. A test that fails by itself says nothing about mutants: `leftOut`
 * is called for it, as for a file that cannot be loaded.
 */
export async function coverageOf(
  file: string,
  from: Evaluation,
  mutants: MutantSwitch,
  run: Runs,
  leftOut: () => void,
): Promise<FileCoverage> {
  const { counts } = mutants;
  const reached = () => Uint8Array.from(counts, (count) => Math.min(count, 1));
  const hits = () => counts.reduce((sum, count) => sum + count, 0);
  counts.fill(0);
  const start = performance.now();
  const tests: TestCoverage[] = [];
  const declared = await from.testsOf(file).catch(() => {
    leftOut();
    return [];
  });
  const coverage = {
    file,
    loaded: reached(),
    loadHits: hits(),
    loadMilliseconds: performance.now() - start,
    remembers: false,
    tests,
  };
  for (const [index, test] of declared.entries()) {
    const start = performance.now();
    counts.fill(0);
    const passes = await run(test, Number.POSITIVE_INFINITY);
    const milliseconds = performance.now() - start;
    if (passes)
      tests.push({ file: coverage, index, reached: reached(), hits: hits(), milliseconds });
    else leftOut();
  }
  for (const test of tests.filter(({ milliseconds }) => milliseconds < SLOW_MILLISECONDS)) {
    const declaration = declared[test.index];
    if (declaration === undefined) continue;
    const start = performance.now();
    counts.fill(0);
    await run(declaration, Number.POSITIVE_INFINITY);
    // The first run compiles what it runs.
    test.milliseconds = performance.now() - start;
    if (reached().some((count, at) => count !== test.reached[at])) coverage.remembers = true;
  }
  return coverage;
}
