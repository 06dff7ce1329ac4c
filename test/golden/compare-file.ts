const CONTEXT_LINES = 2;

/** Why a generated file does not hold what it must, as a text that a person can act on; undefined where it does. */
export function compareFile(
  path: string,
  expected: string | undefined,
  actual: string,
  command: string,
): string | undefined {
  if (expected === actual) return undefined;
  const advice = `Run \`${command}\`, read the change, and commit it.`;
  if (expected === undefined) return `${path} is missing. ${advice}`;
  const lines = lineDifference(expected, actual);
  return [`${path} differs (- file, + actual):`, ...lines, advice].join("\n");
}

function lineDifference(expected: string, actual: string): readonly string[] {
  const left = splitLines(expected);
  const right = splitLines(actual);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  const shorter = Math.min(left.length, right.length) - start;
  while (end < shorter && left.at(-1 - end) === right.at(-1 - end)) end++;
  const before = left.slice(Math.max(0, start - CONTEXT_LINES), start);
  const after = left.slice(left.length - end, left.length - end + CONTEXT_LINES);
  return [
    `@@ line ${start + 1}`,
    ...before.map((line) => `  ${line}`),
    ...left.slice(start, left.length - end).map((line) => `- ${showBlanks(line)}`),
    ...right.slice(start, right.length - end).map((line) => `+ ${showBlanks(line)}`),
    ...after.map((line) => `  ${line}`),
  ];
}

/** The lines, with a mark where the last one does not end. */
function splitLines(text: string): readonly string[] {
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  return last === "" ? lines : [...lines, `${last} (no line break at the end)`];
}

function showBlanks(line: string): string {
  return line.replace(/[ \t]+$/, (blanks) => "·".repeat(blanks.length)).replace(/\r/g, "␍");
}
