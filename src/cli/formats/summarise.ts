import { formatCount } from "../../diagnostics/show.ts";

/** Counts as one line: `3 written, 12 unchanged`; what did not happen is left out, but for the first of them. */
export function summarise(counts: readonly (readonly [what: string, count: number])[]): string {
  const told = counts.filter(([, count], index) => count > 0 || index === 0);
  return `${told.map(([what, count]) => `${formatCount(count)} ${what}`).join(", ")}\n`;
}
