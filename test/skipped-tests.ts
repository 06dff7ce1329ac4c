import { existsSync } from "node:fs";
import type { Reporter } from "vitest/node";

/** The folder beside the project with what real clusters did. Where it is there, nothing that needs it may be skipped. */
const BESIDE = "../shared";

/**
 * Prints at the end of a run which tests were skipped and why, and fails where one gives no reason (test/needs.ts gives it)
 * or where it needs something of the folder beside the project although the folder is there.
 */
export function skippedTests(): Reporter {
  let isWhole = true;
  return {
    onInit: ({ config }) => {
      isWhole = config.testNamePattern === undefined;
    },
    onTestRunEnd: (modules) => {
      // A run of tests by name skips all others.
      if (!isWhole) return;
      const tests = modules.flatMap(({ relativeModuleId: file, children }) =>
        [...children.allTests("skipped")].map(({ fullName }) => ({ file, fullName })),
      );
      const { lines, mistakes } = skips(tests, existsSync(BESIDE));
      for (const line of [...lines, ...mistakes]) console.log(line);
      if (mistakes.length > 0) process.exitCode = 1;
    },
  };
}

interface SkippedTest {
  readonly file: string;
  readonly fullName: string;
}

/** What is printed of skipped tests, and what is wrong about them. */
export function skips(
  tests: readonly SkippedTest[],
  isBesideThere: boolean,
): { readonly lines: readonly string[]; readonly mistakes: readonly string[] } {
  const reasons = [...new Set(tests.map(reasonOf))];
  return {
    lines: [
      `Skipped tests: ${tests.length === 0 ? "none" : tests.length}`,
      ...reasons.flatMap((reason) => [
        `  ${reason}`,
        ...tests
          .filter((test) => reasonOf(test) === reason)
          .map(({ file, fullName }) => `    ${file}: ${fullName.replace(REASON, "")}`),
      ]),
    ],
    mistakes: reasons.flatMap((reason) => {
      if (reason === NO_REASON) return ["FAILED: a test is skipped without a reason."];
      const isAllowed = isBesideThere && reason.includes(`${BESIDE}/`);
      return isAllowed
        ? [`FAILED: ${BESIDE} is there, and yet tests are skipped (${reason}).`]
        : [];
    }),
  };
}

const NO_REASON = "without a reason";
const REASON = / \(SKIPPED: ([^)]+)\)$/;

function reasonOf({ fullName }: SkippedTest): string {
  return REASON.exec(fullName)?.[1] ?? NO_REASON;
}
