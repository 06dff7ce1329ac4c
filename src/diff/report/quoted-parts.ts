import { defuse } from "../../diagnostics/defuse.ts";

/** A stretch of a sentence. */
export interface SentencePart {
  readonly text: string;
  /** Whether it is text of a manifest, in its double quotes. */
  readonly isQuoted: boolean;
}

/** A sentence of ours, printable, apart by what it quotes. */
export function quotedParts(sentence: string): readonly SentencePart[] {
  return defuse(sentence)
    .split(QUOTED)
    .map((text, index) => ({ text, isQuoted: index % 2 === 1 }));
}

const QUOTED = /("(?:[^"\\]|\\.)*")/;
