import { expect } from "vitest";

/**
 * Many small cases in one test, since a test of its own costs more than most of them. Fails with the error of the one that
 * fails, or with what all say that do.
 */
export function expectOfEach<Case>(
  cases: readonly Case[],
  nameOf: (each: Case) => string,
  check: (each: Case) => void,
): void {
  expect(cases.length).toBeGreaterThan(0);
  const failures = cases.flatMap((each) => {
    try {
      check(each);
      return [];
    } catch (error) {
      return [{ name: nameOf(each), error }];
    }
  });
  const [first] = failures;
  if (failures.length === 1 && first?.error instanceof Error) {
    first.error.message = `${first.name}: ${first.error.message}`;
    throw first.error;
  }
  expect(failures.map(({ name, error }) => `${name}: ${error}`)).toEqual([]);
}
