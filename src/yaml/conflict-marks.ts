import type { TextMistake } from "./text-mistake.ts";

/** The first mark of a conflict that Git left in a text, at the start of a line; the others follow it. */
const MARK = /^<{7}(?![^ \r\n])[^\r\n]*/gm;

/**
 * The conflicts of a merge in a part of a text that starts at an offset. Lines that are marks are no YAML, so they are looked for only where something is
 * wrong, and what is wrong behind the first one follows from it.
 */
export function conflictMarks(part: string, from: number): readonly TextMistake[] {
  return [...part.matchAll(MARK)].map(({ 0: line, index }) => ({
    code: "yaml-syntax",
    start: from + index,
    end: from + index + line.length,
    message: "A merge left both sides of a conflict here.",
    hint: "Keep one side, and remove the lines that start with <<<<<<<, ======= and >>>>>>>.",
  }));
}
