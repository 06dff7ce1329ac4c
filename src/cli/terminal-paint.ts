import { styleText } from "node:util";
import type { Style } from "../diagnostics/render.ts";
import type { CommandLineIo } from "./io.ts";

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

/** Colours for standard error, or undefined where there should be none. */
export function terminalPaint(choice: ColourChoice, io: CommandLineIo) {
  if (!wantsColour(choice, io)) return undefined;
  return (style: Style, text: string) =>
    styleText([...styles[style]], text, { validateStream: false });
}

/**
 * A flag decides; else FORCE_COLOR, then NO_COLOR, as Node does; else whether standard error is a terminal that has colours.
 * See https://no-color.org and https://force-color.org
 */
function wantsColour(choice: ColourChoice, { environment, stderr }: CommandLineIo): boolean {
  if (choice !== "by-surroundings") return choice === "always";
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return terminal !== "dumb" && stderr.isTerminal();
}
