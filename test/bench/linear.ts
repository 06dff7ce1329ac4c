import { inputs } from "./linear-inputs.ts";

/** Twice the input may take twice the time, and some more for what memory costs. */
const MOST = 2.6;
const ROUNDS = 5;
/** How often the rounds are run where the factor is too large, since it may be that of another program. */
const ATTEMPTS = 4;
/** What takes less has no factor that could be measured. */
const LEAST_MILLISECONDS = 20;

/** Milliseconds for an input of n, of 2n and of 4n characters, of all that reads, compares or prints. */
export async function linear(): Promise<number> {
  let missed = 0;
  console.log(
    "Time for n, 2n and 4n, milliseconds (the least of the rounds), and the larger factor",
  );
  for (const { name, sizes, prepare } of inputs) {
    const runs = sizes.map((size) => prepare(size));
    const least = runs.map(() => Number.POSITIVE_INFINITY);
    let factor = Number.POSITIVE_INFINITY;
    let isHeld = false;
    for (let attempt = 0; attempt < ATTEMPTS && !isHeld; attempt++) {
      await measure(runs, least);
      const [one = 0, two = 0, four = 0] = least;
      factor = Math.max(two / one, four / two);
      isHeld = factor <= MOST || four < LEAST_MILLISECONDS;
    }
    if (!isHeld) missed++;
    const shown = least.map((time) => time.toFixed(1).padStart(9)).join("");
    console.log(
      `  ${name.padEnd(44)}${shown}   ${factor.toFixed(2)}${isHeld ? "" : `  MISSED (at most ${MOST})`}`,
    );
  }
  return missed;
}

/** Milliseconds of each run, the least of some rounds and of what was measured before. */
async function measure(runs: readonly (() => unknown)[], least: number[]): Promise<void> {
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, run] of runs.entries()) {
      // The time of the processor, so that other programs do not count.
      const start = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(start);
      // The first round is for warming up.
      if (round > 0) least[index] = Math.min((user + system) / 1000, least[index] ?? 0);
    }
  }
}
