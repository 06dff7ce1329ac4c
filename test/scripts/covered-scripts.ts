import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A script that ran, as NODE_V8_COVERAGE makes Node write it. */
export interface CoveredScript {
  readonly url: string;
  readonly functions: readonly CoveredFunction[];
}

export interface CoveredFunction {
  readonly functionName: string;
  /** The first is the whole function; counts say how often it was called. */
  readonly ranges: readonly CoveredRange[];
}

export interface CoveredRange {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** What Node wrote into a folder. */
export function coveredScripts(folder: string): readonly CoveredScript[] {
  return readdirSync(folder).flatMap(
    (file): readonly CoveredScript[] => JSON.parse(readFileSync(join(folder, file), "utf8")).result,
  );
}

export function isCalled({ ranges }: CoveredFunction): boolean {
  return (ranges[0]?.count ?? 0) > 0;
}
