import { Worker } from "node:worker_threads";
import type { RoomBundle } from "./room-bundle.ts";

export type Verdict = "killed" | "survived" | "endless";

/** What a worker is given. */
export interface Work {
  readonly root: string;
  readonly bundle: RoomBundle;
  /** Numbers of mutants. */
  readonly mutants: readonly number[];
  /** Its first number grows with each test. */
  readonly progress: Int32Array;
}

/** What a worker tells. */
export type Told =
  /** Where no mutant is tried: undefined. */
  | { readonly started: number | undefined }
  | { readonly mutant: number; readonly verdict: Verdict }
  | { readonly leftOut: string };

/** A test that takes longer with a mutant, and reaches no other, runs without end. */
const ENDLESS_SECONDS = 60;

/**
 * Has mutants judged in a thread of its own, and in another one after each that runs without end. `script` is what a thread
 * runs; it calls `judgeAll`.
 */
export async function verdictsOf(
  script: URL,
  root: string,
  bundle: RoomBundle,
  mutants: readonly number[],
  onTold: (told: Told) => void,
): Promise<ReadonlyMap<number, Verdict>> {
  const verdicts = new Map<number, Verdict>();
  const left = () => mutants.filter((mutant) => !verdicts.has(mutant));
  while (left().length > 0) {
    let started: number | undefined;
    const before = verdicts.size;
    await work(script, { root, bundle, mutants: left() }, (told) => {
      if ("started" in told) started = told.started;
      if ("verdict" in told) verdicts.set(told.mutant, told.verdict);
      onTold(told);
    });
    if (left().length === 0) break;
    if (started !== undefined) verdicts.set(started, "endless");
    // A thread may also run out of memory or time between two batches: another one goes on.
    else if (verdicts.size === before) throw new Error("The tests end without a verdict as it is.");
  }
  return verdicts;
}

/** Ends when the thread does, or is ended. */
function work(
  script: URL,
  given: Omit<Work, "progress">,
  onTold: (told: Told) => void,
): Promise<void> {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(script, {
    workerData: { ...given, progress },
    execArgv: ["--disable-warning=ExperimentalWarning"],
    env: { ...process.env, PROPERTY_RUNS: "30" },
    resourceLimits: { maxOldGenerationSizeMb: 3_000 },
  });
  let [last, seconds] = [0, 0];
  const watch = setInterval(() => {
    seconds = progress[0] === last ? seconds + 1 : 0;
    last = progress[0] ?? 0;
    if (seconds >= ENDLESS_SECONDS) worker.terminate();
  }, 1_000);
  worker.on("message", onTold);
  return new Promise((settle, fail) => {
    worker.once("error", (error) => {
      if (Object(error).code !== "ERR_WORKER_OUT_OF_MEMORY") fail(error);
    });
    worker.once("exit", () => {
      clearInterval(watch);
      settle();
    });
  });
}
