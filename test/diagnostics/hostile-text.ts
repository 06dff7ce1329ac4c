import fc from "fast-check";
import { anyCharacter } from "../any-character.ts";

/** Everything that no report may hold. */
export const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

/** Whether a build system would obey a line: GitHub two colons after any blanks, and all of them `##...[` anywhere. */
export function isCommand(line: string): boolean {
  return /^[\s\u0085]*::/.test(line) || /##\w*\[/.test(line);
}

const parts = fc.oneof(
  fc.constantFrom(
    "::error::x",
    "::",
    ":",
    " ",
    "\u00a0",
    "\n",
    "\r",
    "\u2028",
    "\u001b[31m",
    "\u009b",
    "\u202e",
    "\ufeff",
    "##[error]",
    "##vso[task.complete result=Failed]",
    "##teamcity[buildStop]",
    "##",
    "[",
    "#",
    "::stop-commands::t",
    "]",
    "{0}",
    "a",
  ),
  fc.string({ unit: anyCharacter, maxLength: 4 }),
);

/** Text that tries to give commands, to move a cursor or to break a line. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(parts, { maxLength: 8 })
  .map((some) => some.join(""));
