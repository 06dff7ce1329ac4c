import process from "node:process";

const SIGNALS = Object.freeze(["SIGINT", "SIGTERM", "SIGHUP"] as const);

/**
 * Does something at once that leaves a temporary file if it ends halfway. A signal that comes meanwhile ends the process
 * afterwards, as it would have without us: a shell sees 130 for SIGINT and 143 for SIGTERM. Between two such works signals end
 * the process immediately.
 */
export async function holdSignals<Result>(work: () => Result): Promise<Result> {
  works++;
  if (!isHolding) for (const signal of SIGNALS) process.on(signal, hold);
  isHolding = true;
  try {
    return work();
  } finally {
    await signalsHeard();
    works--;
    // No other work is halfway: each is done at once.
    if (works === 0 || received !== undefined) letGo();
  }
}

/** Those that wait for signals at their end. One listener of each signal hears for all of them. */
let works = 0;
let isHolding = false;
let received: NodeJS.Signals | undefined;

function hold(signal: NodeJS.Signals): void {
  received ??= signal;
}

function letGo(): void {
  for (const signal of SIGNALS) process.off(signal, hold);
  isHolding = false;
  const ending = received;
  received = undefined;
  if (ending !== undefined) process.kill(process.pid, ending);
}

/** Listeners hear of a signal when the event loop polls. The first turn may have polled already. */
async function signalsHeard(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((settle) => setImmediate(settle));
}
