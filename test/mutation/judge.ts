import { constants, Script } from "node:vm";
import type { FileCoverage, TestCoverage } from "./coverage.ts";
import { coverageOf, SLOW_MILLISECONDS } from "./coverage.ts";
import { evaluation } from "./evaluation.ts";
import type { GatheredTest } from "./gathered-tests.ts";
import type { MutantSwitch } from "./mutant-switch.ts";
import { mutantSwitch } from "./mutant-switch.ts";
import type { RoomBundle } from "./room-bundle.ts";

/** Judges mutants of one room. */
export interface Judge {
  /** Whether a test fails with a mutant; `isAlone` evaluates all modules for it. */
  readonly isKilled: (mutant: number, isAlone?: boolean) => Promise<boolean>;
  /** Whether all tests but the slow ones still pass without a mutant. If not, modules are evaluated anew. */
  readonly isSound: () => Promise<boolean>;
}

/** How much more often than without a mutant, and how often at least, expressions are reached before a test counts as endless. */
const ENDLESS = { times: 100, least: 200_000 };

/** So many tests that noticed the last mutants are tried first. */
const RECENT = 30;

/**
 * A judge runs the tests that reach a mutant, those that noticed the last ones and then the quickest first, until one fails.
 * `onTest` is called before each test, `leftOut` with what fails without a mutant.
 */
export async function judgeOf(
  root: string,
  { script, mutants, expressions, stages }: RoomBundle,
  onTest: () => void,
  leftOut: (test: string) => void,
): Promise<Judge> {
  const compiled = new Script(script, {
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const switching = mutantSwitch(expressions);
  const run = running(switching, onTest);
  let shared = await evaluation(root, compiled, switching);
  await shared.sources();
  const fromStart = Uint8Array.from(switching.counts, (count) => Math.min(count, 1));
  const known: FileCoverage[] = [];
  let stagesKnown = 0;
  // Too many files would have to be loaded for each mutant that needs modules of its own.
  const shares = new Set(stages.at(-1));
  /** The tests that noticed a mutant, the last one at the end. */
  let killers: readonly TestCoverage[] = [];

  return {
    isKilled: async (mutant, isAlone = false) => {
      let killer = await killerIn(known, mutant, isAlone);
      while (killer === undefined && stagesKnown < stages.length) {
        killer = await killerIn(await nextStage(), mutant, isAlone);
      }
      if (typeof killer === "object") {
        killers = [...killers.filter((test) => test !== killer), killer].slice(-RECENT);
      }
      return killer !== undefined;
    },
    isSound: async () => {
      for (const { file, tests } of known) {
        const declared = await shared.testsOf(file);
        for (const { index, hits, milliseconds } of tests) {
          if (milliseconds >= SLOW_MILLISECONDS) continue;
          const test = declared[index];
          if (test !== undefined && (await run(test, hits))) continue;
          shared = await evaluation(root, compiled, switching);
          await shared.sources();
          return false;
        }
      }
      return true;
    },
  };

  async function nextStage(): Promise<readonly FileCoverage[]> {
    const files: FileCoverage[] = [];
    for (const file of stages[stagesKnown++] ?? []) {
      let failing = 0;
      const coverage = await coverageOf(file, shared, switching, run, () => failing++);
      if (failing > 0) leftOut(`${file}, ${failing} tests`);
      files.push(coverage);
    }
    known.push(...files);
    return files;
  }

  /** The test of some files that notices a mutant; `loading` where the modules do not load with it. */
  async function killerIn(
    files: readonly FileCoverage[],
    mutant: number,
    isAlone: boolean,
  ): Promise<TestCoverage | "loading" | undefined> {
    const expression = mutants[mutant]?.expression ?? 0;
    const isEarly = ({ loaded }: FileCoverage) =>
      fromStart[expression] === 1 || loaded[expression] === 1;
    const needsOwn = (file: FileCoverage) => isAlone || file.remembers || isEarly(file);
    const cost = ({ file, milliseconds }: TestCoverage) =>
      milliseconds + (needsOwn(file) ? file.loadMilliseconds : 0);
    // How late it noticed a mutant; a slow one waits its turn.
    const rank = (test: TestCoverage) =>
      cost(test) < SLOW_MILLISECONDS ? killers.indexOf(test) : -1;
    const reaching = files
      .flatMap((file) =>
        isEarly(file) ? file.tests : file.tests.filter(({ reached }) => reached[expression] === 1),
      )
      .sort((a, b) => rank(b) - rank(a) || cost(a) - cost(b));
    const sharing = reaching.filter(({ file }) => !needsOwn(file));
    const alone = reaching.filter(({ file }) => needsOwn(file) && !shares.has(file.file));
    try {
      for (const test of sharing) {
        const declared = (await shared.testsOf(test.file.file))[test.index];
        switching.active = mutant;
        if (declared !== undefined && !(await run(declared, test.hits))) return test;
        switching.active = -1;
      }
      if (alone.length === 0) return undefined;
      return await killerAlone(alone, mutant);
    } catch {
      return "loading";
    } finally {
      switching.active = -1;
      switching.left = Number.POSITIVE_INFINITY;
    }
  }

  /** The same with modules of its own, which are loaded with the mutant. */
  async function killerAlone(
    tests: readonly TestCoverage[],
    mutant: number,
  ): Promise<TestCoverage | "loading" | undefined> {
    const loadHits = tests.reduce((most, { file }) => Math.max(most, file.loadHits), 0);
    switching.active = mutant;
    switching.left = limit(loadHits);
    const own = await evaluation(root, compiled, switching);
    await own.sources();
    for (const test of tests) {
      switching.left = limit(loadHits);
      const declared = await own.testsOf(test.file.file);
      // A mutant may leave fewer rows to a test, but never none.
      if (declared.length === 0) return "loading";
      const row = declared[test.index];
      if (row !== undefined && !(await run(row, test.hits))) return test;
    }
    return undefined;
  }
}

function limit(hits: number): number {
  return ENDLESS.times * hits + ENDLESS.least;
}

function running(switching: MutantSwitch, onTest: () => void) {
  let isUnhandled = false;
  for (const event of ["unhandledRejection", "uncaughtException"]) {
    process.on(event, () => {
      isUnhandled = true;
    });
  }
  return async (test: GatheredTest, hits: number): Promise<boolean> => {
    onTest();
    isUnhandled = false;
    switching.left = limit(hits);
    try {
      await test.run();
      return switching.left >= 0 && !isUnhandled;
    } catch {
      return false;
    } finally {
      switching.left = Number.POSITIVE_INFINITY;
    }
  };
}
