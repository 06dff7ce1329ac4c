import { defuse } from "../../diagnostics/defuse.ts";

const QUOTED_CHARACTERS = 400;

/**
 * What Kubernetes or KubeRay says, as the end of a sentence of ours: on one line, cut to 400 characters, nothing
 * unprintable, one full stop. Where it says nothing, that is said.
 */
export function quoteForeign(text: string): string {
  const line = text
    .slice(0, 4 * QUOTED_CHARACTERS)
    .replace(/\s+/g, " ")
    .replace(/^ |[. ]+$/g, "");
  if (line === "") return "no reason is given.";
  const cut = line.length > QUOTED_CHARACTERS ? `${line.slice(0, QUOTED_CHARACTERS - 1)}…` : line;
  return `${defuse(cut)}.`;
}
