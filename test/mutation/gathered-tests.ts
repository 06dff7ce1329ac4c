/** A test as a test file declares it. */
export interface GatheredTest {
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...row: readonly unknown[]) => unknown;

/**
 * A `test` that adds what is declared to a list, instead of vitest's own. Only what the test files of `rooms.ts` use is
 * there; a file that uses more fails when it is loaded, and is left out aloud.
 */
export function gatheringInto(tests: GatheredTest[]) {
  const each = (rows: readonly unknown[]) => (name: string, run: Body) => {
    for (const row of rows) {
      tests.push({ name, run: () => run(...(Array.isArray(row) ? row : [row])) });
    }
  };
  const skip = Object.assign(() => undefined, { each: () => () => undefined });
  const test = (name: string, run: () => unknown) => {
    tests.push({ name, run });
  };
  const skipIf = (isSkipped: boolean) => (isSkipped ? skip : Object.assign(test, { each }));
  return Object.assign(test, { each, skip, skipIf });
}
