/** Orders names as people do: `worker-group-2` before `worker-group-10`. Total: only equal texts compare as 0. */
export function naturalOrder(left: string, right: string): number {
  const [lefts, rights] = [parts(left), parts(right)];
  const most = Math.max(lefts.length, rights.length);
  for (let index = 0; index < most; index++) {
    const order = compareParts(lefts[index] ?? "", rights[index] ?? "");
    if (order !== 0) return order;
  }
  return compareTexts(left, right);
}

/** Runs of digits and what stands between them. */
function parts(text: string): readonly string[] {
  return text.match(/\d+|\D+/g) ?? [];
}

const DIGITS = /^\d/;

function compareParts(left: string, right: string): number {
  if (!DIGITS.test(left) || !DIGITS.test(right)) return compareTexts(left, right);
  const [lefts, rights] = [left.replace(/^0+/, ""), right.replace(/^0+/, "")];
  return lefts.length - rights.length || compareTexts(lefts, rights);
}

function compareTexts(left: string, right: string): number {
  return Number(left > right) - Number(left < right);
}
