import process from "node:process";

const SIGNALS = Object.freeze(["SIGINT", "SIGTERM", "SIGHUP"] as const);

/**
 * Does something at once that leaves a temporary file if it ends halfway. A signal that comes meanwhile ends the process
 * afterwards, as it would have without us: a shell sees 130 for SIGINT and 143 for SIGTERM. Between two such works signals end
 * the process immediately.
 */
export async function holdSignals<Result>(work: () => Result): Promise<Result> {
  let received: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals): void => {
    received ??= signal;
  };
  for (const signal of SIGNALS) process.on(signal, hold);
  try {
    return work();
  } finally {
    await signalsHeard();
    for (const signal of SIGNALS) process.off(signal, hold);
    if (received !== undefined) process.kill(process.pid, received);
  }
}

/** Listeners hear of a signal when the event loop polls. The first turn may have polled already. */
async function signalsHeard(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((settle) => setImmediate(settle));
}
