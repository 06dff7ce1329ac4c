import type { Finding } from "../../diagnostics/diagnostic.ts";

/** What is wrong with a merged object, and was not with the compiler's own: templates answer for nothing else. */
export function newFindings<Judged>(
  judge: (judged: Judged) => readonly Finding[],
  own: Judged,
  merged: Judged,
): readonly Finding[] {
  const found = judge(merged);
  // Mostly nothing is wrong, and the other need not be judged.
  if (found.length === 0) return found;
  const known = new Set(judge(own).map(identity));
  return found.filter((finding) => !known.has(identity(finding)));
}

/** Indexes may differ between the two, so that the path does not tell. */
function identity({ code, message }: Finding): string {
  return `${code} ${message}`;
}
