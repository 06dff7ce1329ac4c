import type { ArgumentsOf, FlagTable } from "../commands/flags.ts";
import { UsageError } from "../commands/usage-error.ts";
import type { ColourChoice } from "./terminal-paint.ts";

/** The flags of every command that may colour what it prints. */
export const colourFlags = Object.freeze({
  color: { kind: "switch", summary: "Always colour the report." },
  "no-color": { kind: "switch", summary: "Never colour the report." },
} satisfies FlagTable);

/** What they say. Throws a UsageError where they contradict each other. */
export function colourChoice(given: Pick<ArgumentsOf<typeof colourFlags>, "isSet">): ColourChoice {
  const [always, never] = [given.isSet("color"), given.isSet("no-color")];
  if (always && never) throw new UsageError("--color and --no-color exclude each other.");
  return always ? "always" : never ? "never" : "by-surroundings";
}
