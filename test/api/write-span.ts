import { compareReleases } from "./crd-schemas.ts";
import type { Reading } from "./observe-types.ts";

/** When a change was made that a CRD shows at a release and the CRD before it does not. */
export type ChangeDate = (shown: string, before: string) => string;

interface Interval {
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** Which readings have something, as the table writes it: empty where all have it. Throws where it came back. */
export function writeSpan(
  having: readonly Reading[],
  all: readonly Reading[],
  dateOf: ChangeDate,
): string {
  if (having.length === all.length) return "";
  const versions = [...new Set(all.map(({ apiVersion }) => apiVersion))];
  const intervals = versions.map((apiVersion) => {
    const of = (readings: readonly Reading[]) =>
      readings.filter((reading) => reading.apiVersion === apiVersion).map(({ release }) => release);
    return { apiVersion, interval: intervalOf(of(having), of(all), dateOf), releases: of(all) };
  });
  const shared = sharedInterval(intervals.map(({ interval }) => interval));
  const isShared =
    shared !== undefined &&
    intervals.every(({ interval, releases }) =>
      releases.every((release) => includes(shared, release) === includes(interval, release)),
    );
  if (isShared) return `@${writeInterval(shared)}`;
  return `@${intervals
    .flatMap(({ apiVersion, interval }) =>
      interval === undefined
        ? []
        : [[apiVersion, writeInterval(interval)].filter(Boolean).join(":")],
    )
    .join(",")}`;
}

function intervalOf(
  having: readonly string[],
  all: readonly string[],
  dateOf: ChangeDate,
): Interval | undefined {
  const first = having[0];
  if (first === undefined) return undefined;
  const start = all.indexOf(first);
  const next = all[start + having.length];
  const run = all.slice(start, start + having.length);
  if (run.join() !== having.join()) throw new Error(`Not one stretch of releases: ${having}.`);
  return {
    from: start === 0 ? undefined : dateOf(first, all[start - 1] ?? ""),
    until: next === undefined ? undefined : dateOf(next, having.at(-1) ?? ""),
  };
}

/** The narrowest interval that the ends of all have in common. */
function sharedInterval(intervals: readonly (Interval | undefined)[]): Interval | undefined {
  if (intervals.includes(undefined)) return undefined;
  const froms = intervals.flatMap((interval) => interval?.from ?? []).sort(compareReleases);
  const untils = intervals.flatMap((interval) => interval?.until ?? []).sort(compareReleases);
  return { from: froms.at(-1), until: untils[0] };
}

function includes(interval: Interval | undefined, release: string): boolean {
  if (interval === undefined) return false;
  const { from, until } = interval;
  if (from !== undefined && compareReleases(release, from) < 0) return false;
  return until === undefined || compareReleases(release, until) < 0;
}

/** `1.2+`, `<1.4`, `1.3<1.5`; a patch only where it is not the first. */
function writeInterval({ from, until }: Interval): string {
  const start = from === undefined ? "" : short(from);
  if (until === undefined) return start === "" ? "" : `${start}+`;
  return `${start}<${short(until)}`;
}

function short(release: string): string {
  return release.replace(/^(\d+\.\d+)\.0$/, "$1");
}
