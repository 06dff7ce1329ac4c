import { defuse } from "../../diagnostics/defuse.ts";
import type { CommonLines } from "./common-lines.ts";
import { commonLines } from "./common-lines.ts";

export interface UnifiedDiffOptions {
  /** What stands behind `---`. */
  readonly oldName: string;
  /** What stands behind `+++`. */
  readonly newName: string;
}

const CONTEXT_LINES = 3;
const NO_LINE_BREAK = "\\ No newline at end of file";

/**
 * The difference of two texts in the unified format, with three lines of context, as `diff -u` and `git diff` print it and
 * `patch` reads it; empty where they are equal. Only LF ends a line, so a CR is part of its line. The lines are those of the
 * texts, unescaped: whoever prints them on a terminal has to see to that.
 */
export function unifiedDiff(
  oldText: string,
  newText: string,
  { oldName, newName }: UnifiedDiffOptions,
): string {
  if (oldText === newText) return "";
  const [old, current] = [splitLines(oldText), splitLines(newText)];
  const lines = [`--- ${defuse(oldName)}`, `+++ ${defuse(newName)}`];
  const hunks = gatherHunks(changedLines(commonLines(old, current)));
  const printed = hunks.flatMap((hunk) => printHunk(hunk, old, current));
  return `${[...lines, ...printed].join("\n")}\n`;
}

/** Each line with its line break, so that a last line without one differs from the same line with one. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Lines of the old text that others of the new one replace; either may be none. The ends are exclusive. */
interface ChangedLines {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** What lies between the common lines. */
function changedLines(common: readonly CommonLines[]): readonly ChangedLines[] {
  const changes: ChangedLines[] = [];
  let [oldStart, newStart] = [0, 0];
  for (const { old, current, length } of common) {
    if (old > oldStart || current > newStart) {
      changes.push({ oldStart, oldEnd: old, newStart, newEnd: current });
    }
    [oldStart, newStart] = [old + length, current + length];
  }
  return changes;
}

/** Changes whose contexts meet share a hunk. */
function gatherHunks(changes: readonly ChangedLines[]): readonly (readonly ChangedLines[])[] {
  const hunks: ChangedLines[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const change of changes) {
    const hunk = hunks.at(-1);
    if (hunk === undefined || change.oldStart - end > 2 * CONTEXT_LINES) hunks.push([change]);
    else hunk.push(change);
    end = change.oldEnd;
  }
  return hunks;
}

function printHunk(
  changes: readonly ChangedLines[],
  old: readonly string[],
  current: readonly string[],
): readonly string[] {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return [];
  const before = Math.min(CONTEXT_LINES, first.oldStart);
  const after = Math.min(CONTEXT_LINES, old.length - last.oldEnd);
  const lines: (readonly string[])[] = [];
  let position = first.oldStart - before;
  for (const { oldStart, oldEnd, newStart, newEnd } of changes) {
    lines.push(marked(" ", old.slice(position, oldStart)));
    lines.push(marked("-", old.slice(oldStart, oldEnd)));
    lines.push(marked("+", current.slice(newStart, newEnd)));
    position = oldEnd;
  }
  lines.push(marked(" ", old.slice(position, position + after)));
  const oldRange = range(first.oldStart - before, last.oldEnd + after);
  const newRange = range(first.newStart - before, last.newEnd + after);
  return [`@@ -${oldRange} +${newRange} @@`, ...lines.flat()];
}

function marked(mark: " " | "-" | "+", lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) =>
    line.endsWith("\n") ? [`${mark}${line.slice(0, -1)}`] : [`${mark}${line}`, NO_LINE_BREAK],
  );
}

/** The first line, from 1, and the number of lines unless that is 1; an empty range names the line before it. */
function range(start: number, end: number): string {
  const length = end - start;
  if (length === 1) return String(start + 1);
  return `${length === 0 ? start : start + 1},${length}`;
}
