import { existsSync } from "node:fs";
import { test } from "vitest";

/** Tests for which not every machine has what they need. */
export interface Needs {
  readonly isThere: boolean;
  /** `test` where it is there, or else `test.skip`. */
  readonly test: ReturnType<typeof test.skipIf>;
  /** Ends the names of the tests: ` (SKIPPED: <reason>)`, or empty. The list at the end of a run reads it there. */
  readonly skipped: string;
}

/** Tests that need files or folders, such as those beside the project. */
export function needs(...paths: readonly string[]): Needs {
  const missing = paths.filter((path) => !existsSync(path));
  return needsThat(missing.length === 0, `missing: ${missing.join(", ")}`);
}

/** Tests that need something else, such as a program; the reason says what is missing. */
export function needsThat(isThere: boolean, reason: string): Needs {
  return { isThere, test: test.skipIf(!isThere), skipped: isThere ? "" : ` (SKIPPED: ${reason})` };
}
