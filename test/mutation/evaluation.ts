import { createRequire } from "node:module";
import type { Script } from "node:vm";
import fc from "fast-check";
import { expect, vi } from "vitest";
import type { GatheredTest } from "./gathered-tests.ts";
import { gatheringInto } from "./gathered-tests.ts";
import type { MutantSwitch } from "./mutant-switch.ts";
import type { Loaders } from "./room-bundle.ts";

/** One evaluation of a bundle: its modules have their own state. */
export interface Evaluation {
  /** Evaluates the modules of the room and all that they import. */
  readonly sources: () => Promise<void>;
  /** Evaluates a test file, once; its tests in the order of their declaration. */
  readonly testsOf: (file: string) => Promise<readonly GatheredTest[]>;
}

/** Evaluates a bundle anew; packages are shared by all evaluations. `root` holds `node_modules`. */
export async function evaluation(
  root: string,
  script: Script,
  mutants: MutantSwitch,
): Promise<Evaluation> {
  const loaders: Loaders = {};
  const gathered: GatheredTest[] = [];
  const ofPackages = createRequire(`${root}/package.json`);
  const vitest = {
    test: gatheringInto(gathered),
    expect,
    vi: { spyOn: vi.spyOn, setConfig: () => undefined },
  };
  const load = (path: string) => (path === "vitest" ? vitest : ofPackages(path));
  await script.runInThisContext()(loaders, mutants, load);
  const files = new Map<string, Promise<readonly GatheredTest[]>>();
  const declared = async (file: string) => {
    gathered.length = 0;
    await loaders.tests?.[file]?.();
    repeatable();
    return [...gathered];
  };
  return {
    sources: async () => {
      await loaders.sources?.();
    },
    testsOf: (file) => {
      const tests = files.get(file) ?? declared(file);
      files.set(file, tests);
      return tests;
    },
  };
}

/** Properties have the same inputs in each run, and stop at the first that fails. */
function repeatable(): void {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1, endOnFailure: true });
}
