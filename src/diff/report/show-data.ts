import { defuse } from "../../diagnostics/defuse.ts";
import { isList, isObject } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";

const SHOWN_CHARACTERS = 120;
const SHOWN_BEFORE_DIFFERENCE = 40;

/** A value on one line, as JSON without line breaks, escapes or anything else that a terminal or a log would act on. */
export function showData(value: PlainData): string {
  return cut(inline(value), 0);
}

/** Two values, each on one line; where they are long, what is shown of both begins shortly before they differ. */
export function showPair(before: PlainData, after: PlainData): readonly [string, string] {
  const [left, right] = [inline(before), inline(after)];
  if (left.length <= SHOWN_CHARACTERS && right.length <= SHOWN_CHARACTERS) return [left, right];
  let same = 0;
  while (same < left.length && left[same] === right[same]) same++;
  const start = same < SHOWN_CHARACTERS / 2 ? 0 : same - SHOWN_BEFORE_DIFFERENCE;
  return [cut(left, start), cut(right, start)];
}

/** Whether a value needs more than one line to be read. */
export function isLarge(value: PlainData): boolean {
  return (
    isBlock(value) && (membersOf(value).some(isBlock) || inline(value).length > SHOWN_CHARACTERS)
  );
}

/** A value over several lines, much as YAML writes it, for people to read; at most that many lines. */
export function dataLines(value: PlainData, maximum: number): readonly string[] {
  const lines = linesOf(value);
  if (lines.length <= maximum) return lines;
  return [...lines.slice(0, maximum - 1), `(${lines.length - maximum + 1} more lines)`];
}

function inline(value: PlainData): string {
  return defuse(JSON.stringify(value, readable));
}

/** JSON has no word for NaN and the infinities. */
function readable(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

function cut(text: string, start: number): string {
  const shown = text.slice(start, start + SHOWN_CHARACTERS).replace(HALF_CHARACTER, "");
  return `${start > 0 ? "…" : ""}${shown}${start + SHOWN_CHARACTERS < text.length ? "…" : ""}`;
}

// What is left of a surrogate pair where it was cut.
const HALF_CHARACTER = /^[\udc00-\udfff]|[\ud800-\udbff]$/g;

function linesOf(value: PlainData): readonly string[] {
  if (!isBlock(value)) return [showData(value)];
  if (isList(value)) {
    return value.flatMap((item) => indented(linesOf(item), "- ", "  "));
  }
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const member = value[key] ?? null;
    const name = PLAIN_KEY.test(key) ? key : showData(key);
    return isBlock(member)
      ? [`${name}:`, ...indented(linesOf(member), "  ", "  ")]
      : [`${name}: ${showData(member)}`];
  });
}

const PLAIN_KEY = /^[A-Za-z_][-\w./]*$/;

/** Whether a value has members. */
function isBlock(value: PlainData): boolean {
  return membersOf(value).length > 0;
}

function membersOf(value: PlainData): readonly PlainData[] {
  if (isList(value)) return value;
  return isObject(value) ? Object.values(value) : [];
}

function indented(lines: readonly string[], first: string, rest: string): readonly string[] {
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`);
}
