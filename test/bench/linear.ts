import { inputs } from "./linear-inputs.ts";

/** Twice the input may take twice the time, and some more for what memory costs. */
const MOST = 2.6;
const ROUNDS = 5;
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
    const times: number[][] = runs.map(() => []);
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [index, run] of runs.entries()) {
        // The time of the processor, so that other programs do not count.
        const start = process.cpuUsage();
        await run();
        const { user, system } = process.cpuUsage(start);
        // The first round is for warming up.
        if (round > 0) times[index]?.push((user + system) / 1000);
      }
    }
    const [one = 0, two = 0, four = 0] = times.map((of) => Math.min(...of));
    const factor = Math.max(two / one, four / two);
    const isHeld = factor <= MOST || four < LEAST_MILLISECONDS;
    if (!isHeld) missed++;
    const shown = [one, two, four].map((time) => time.toFixed(1).padStart(9)).join("");
    console.log(
      `  ${name.padEnd(44)}${shown}   ${factor.toFixed(2)}${isHeld ? "" : `  MISSED (at most ${MOST})`}`,
    );
  }
  return missed;
}
