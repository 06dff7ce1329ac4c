import { parentPort } from "node:worker_threads";
import { judgeOf } from "./judge.ts";
import type { Told, Work } from "./verdicts.ts";

/** How many mutants are judged by the same modules before these are tried without a mutant. */
const BATCH = 250;

/** Judges mutants in a thread, and tells each verdict to the one that started it. */
export async function judgeAll({ root, bundle, mutants, progress }: Work): Promise<void> {
  const tell = (told: Told) => parentPort?.postMessage(told);
  const judge = await judgeOf(
    root,
    bundle,
    () => Atomics.add(progress, 0, 1),
    (leftOut) => tell({ leftOut }),
  );
  const judgeOne = async (mutant: number, isAlone: boolean) => {
    tell({ started: mutant });
    const isKilled = await judge.isKilled(mutant, isAlone);
    tell({ mutant, verdict: isKilled ? "killed" : "survived" });
  };
  for (let first = 0; first < mutants.length; first += BATCH) {
    const batch = mutants.slice(first, first + BATCH);
    for (const mutant of batch) await judgeOne(mutant, false);
    tell({ started: undefined });
    if (await judge.isSound()) continue;
    // A mutant has spoiled what modules remember, and with it the verdicts after it.
    for (const mutant of batch) await judgeOne(mutant, true);
  }
}
