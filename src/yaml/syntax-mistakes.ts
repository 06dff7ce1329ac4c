import { showText } from "../diagnostics/show.ts";
import { conflictMarks } from "./conflict-marks.ts";
import { foreignSpaceNear, hasForeignSpace } from "./foreign-spaces.ts";
import { indentationMistake } from "./indentation-mistakes.ts";
import { syntaxMessage } from "./syntax-messages.ts";
import type { TextMistake } from "./text-mistake.ts";
import { MAXIMUM_MISTAKES } from "./text-mistake.ts";
import type { TextRanges } from "./text-ranges.ts";
import type { YAMLError } from "./yaml-package.ts";

/** Where a document of a text is. */
export interface DocumentRegion {
  readonly start: number;
  readonly end: number;
}

/**
 * The errors of the `yaml` package in our words, in the order of the text. Of several on one line only the first is
 * kept: the others mostly follow from it.
 */
export function syntaxMistakes(
  errors: readonly YAMLError[],
  text: string,
  ranges: TextRanges,
  region: DocumentRegion,
): readonly TextMistake[] {
  if (errors.length === 0) return [];
  const mistakes: TextMistake[] = [];
  let lineEnd = -1;
  const sorted = [...errors].sort(compareErrors);
  const own = text.slice(region.start, region.end);
  const conflicts = conflictMarks(own, region.start);
  const mayBeForeign = hasForeignSpace(own);
  for (const error of sorted) {
    const [start, end] = error.pos;
    if (start <= lineEnd) continue;
    if (start >= (conflicts[0]?.start ?? Number.POSITIVE_INFINITY)) break;
    if (mistakes.length >= MAXIMUM_MISTAKES) break;
    const described = indentationMistake(error, text, ranges) ?? {
      code: "yaml-syntax",
      start,
      end,
      ...syntaxMessage(error.code, excerpt(text, start, end)),
    };
    const foreign = mayBeForeign ? foreignSpaceNear(described.start, text) : undefined;
    const mistake = foreign ?? described;
    if (mistake.start !== mistakes.at(-1)?.start) mistakes.push(mistake);
    const next = text.indexOf("\n", described.start);
    lineEnd = next === -1 ? text.length : next;
  }
  return [...mistakes, ...conflicts].slice(0, MAXIMUM_MISTAKES);
}

/** By place; a missing comma between brackets has other errors at the same place that tell less. */
function compareErrors(left: YAMLError, right: YAMLError): number {
  return left.pos[0] - right.pos[0] || rank(left) - rank(right);
}

function rank({ code }: YAMLError): number {
  return code === "BLOCK_IN_FLOW" ? 0 : 1;
}

/** What the first line of the stretch says, quoted, or else the rest of its line; empty where the text ends. */
function excerpt(text: string, start: number, end: number): string {
  const [stretch = ""] = text.slice(start, end).split(/[\r\n]/, 1);
  const words = stretch.trim() === "" ? text.slice(start).match(/\S.*/)?.[0] : stretch;
  return words === undefined ? "" : showText(words.trim());
}
