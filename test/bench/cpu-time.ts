const SLICE_MICROSECONDS = 20_000;
const SLICES = 15;
/** How many slices go by before the first that counts, so that V8 has compiled what runs often. */
const WARM_SLICES = 15;

/**
 * Microseconds of the processor that some functions take, by name: the least of 15 slices of each, taken in turns, so that
 * neither other programs nor a slower clock halfway say anything about their ratios.
 */
export function cpuTimes(
  functions: Readonly<Record<string, () => unknown>>,
): ReadonlyMap<string, number> {
  const rounds = new Map<string, number>();
  for (const [name, run] of Object.entries(functions)) {
    for (let warm = 0; warm < 500; warm++) run();
    const each = Math.max(microsecondsOf(run, 500), 0.1);
    rounds.set(name, Math.max(1, Math.round(SLICE_MICROSECONDS / each)));
  }
  const least = new Map<string, number>();
  for (let slice = -WARM_SLICES; slice < SLICES; slice++) {
    for (const [name, run] of Object.entries(functions)) {
      const now = microsecondsOf(run, rounds.get(name) ?? 1);
      if (slice < 0) continue;
      least.set(name, Math.min(now, least.get(name) ?? Number.POSITIVE_INFINITY));
    }
  }
  return least;
}

function microsecondsOf(run: () => unknown, rounds: number): number {
  const start = process.cpuUsage();
  for (let round = 0; round < rounds; round++) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / rounds;
}
