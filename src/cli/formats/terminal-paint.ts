import { styleText } from "node:util";
import type { Style } from "../../diagnostics/render.ts";
import type { DiffStyle } from "../../diff/report/diff-paint.ts";
import type { CommandLineIo, OutputStream } from "../io/io.ts";

/** What the flags say about colour: always, never, or nothing. */
export type ColourChoice = "always" | "never" | "by-surroundings";

const styles = Object.freeze({
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
  place: ["bold"],
  code: ["cyan"],
  frame: ["dim"],
  note: ["bold"],
  hint: ["bold", "green"],
} as const satisfies Readonly<Record<Style, readonly string[]>>);

const diffStyles = Object.freeze({
  title: ["bold"],
  effect: ["bold", "yellow"],
  rejected: ["bold", "red"],
  added: ["green"],
  removed: ["red"],
  changed: ["yellow"],
  reason: ["dim"],
  heading: ["bold"],
} as const satisfies Readonly<Record<DiffStyle, readonly string[]>>);

/** Colours for diagnostics on a stream, or undefined where there should be none. */
export function terminalPaint(
  choice: ColourChoice,
  io: CommandLineIo,
  stream: OutputStream = io.stderr,
) {
  if (!wantsColour(choice, io, stream)) return undefined;
  return (style: Style, text: string) =>
    styleText([...styles[style]], text, { validateStream: false });
}

/** Colours for differences on standard output, or undefined where there should be none. */
export function diffPaint(choice: ColourChoice, io: CommandLineIo) {
  if (!wantsColour(choice, io, io.stdout)) return undefined;
  return (style: DiffStyle, text: string) =>
    styleText([...diffStyles[style]], text, { validateStream: false });
}

/**
 * A flag decides; else FORCE_COLOR, then NO_COLOR, as Node does; else whether the stream is a terminal that has colours.
 * See https://no-color.org and https://force-color.org
 */
function wantsColour(
  choice: ColourChoice,
  { environment }: CommandLineIo,
  stream: OutputStream,
): boolean {
  if (choice !== "by-surroundings") return choice === "always";
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return terminal !== "dumb" && stream.isTerminal();
}
