import { formatCount } from "../../diagnostics/show.ts";
import type { CommandLineIo } from "../io/io.ts";

/** One line on a terminal that says how far a run is, and nothing anywhere else. */
export interface Progress {
  /** One more is done. */
  readonly advance: () => Promise<void>;
  /** Takes the line away. */
  readonly end: () => Promise<void>;
}

/** Fewer are done before anybody could read how many. */
const LEAST_TOTAL = 100;
const STEPS = 100;

/** `compiling 1,200 of 2,000`, rewritten at most a hundred times, on standard error. */
export function createProgress(
  what: string,
  total: number,
  quiet: boolean,
  { stderr, environment }: CommandLineIo,
): Progress {
  const isShown =
    !quiet && total >= LEAST_TOTAL && environment.TERM !== "dumb" && stderr.isTerminal();
  let done = 0;
  let shownStep = -1;
  return {
    advance: async () => {
      done++;
      const step = Math.floor((done * STEPS) / total);
      if (!isShown || step === shownStep) return;
      shownStep = step;
      await stderr.write(`\r${what} ${formatCount(done)} of ${formatCount(total)}`);
    },
    end: async () => {
      if (shownStep !== -1) await stderr.write("\r\u001b[K");
    },
  };
}
