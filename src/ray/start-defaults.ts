/**
 * What Ray takes for parameters of `ray start` on a head that nobody gives: python/ray/_private/ray_constants.py and
 * python/ray/scripts/scripts.py.
 */
const HEAD_DEFAULTS: ReadonlyMap<string, string> = new Map([
  ["port", "6379"],
  ["dashboard-port", "8265"],
  ["ray-client-server-port", "10001"],
]);

/** Ray's own value of a parameter; undefined where it has none, or none that is known. */
export function rayStartDefault(name: string, role: "head" | "worker"): string | undefined {
  return role === "head" ? HEAD_DEFAULTS.get(name) : undefined;
}
