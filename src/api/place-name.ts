import type { Path } from "../diagnostics/path.ts";
import { showText } from "../diagnostics/show.ts";

const PLAIN = /^[A-Za-z_$][A-Za-z0-9_$./-]{0,99}$/;

/** How a sentence names a place: its last key, with the indexes behind it, such as `args[2]`. */
export function placeName(path: Path): string {
  let indexes = "";
  for (let at = path.length - 1; at >= 0; at--) {
    const step = path[at];
    if (typeof step === "number") indexes = `[${step}]${indexes}`;
    else if (step !== undefined) return `${PLAIN.test(step) ? step : showText(step)}${indexes}`;
  }
  return "The manifest";
}
