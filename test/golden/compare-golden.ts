const CONTEXT_LINES = 2;

/** Why a golden does not match, as a text that a person can act on; undefined where it does. */
export function compareGolden(
  file: string,
  golden: string | undefined,
  actual: string,
): string | undefined {
  if (golden === actual) return undefined;
  const advice = "Run `npm run golden`, read the change, and commit it.";
  if (golden === undefined) return `golden/${file} is missing. ${advice}`;
  const lines = lineDifference(golden, actual);
  return [`golden/${file} differs (- golden, + actual):`, ...lines, advice].join("\n");
}

function lineDifference(golden: string, actual: string): readonly string[] {
  const left = splitLines(golden);
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
