import { MAXIMUM_DEPTH, MAXIMUM_VALUES } from "./data-limits.ts";

/** How much of a text is read before it is given up. */
export interface TextLimits {
  /** UTF-16 units. */
  readonly length: number;
  /** Levels of nesting. Composing recurses; 1,000 levels are too many for it. */
  readonly depth: number;
  /**
   * Keys, values, indicators, spaces, line breaks: eight or so a line. Each can be a mistake, for which the `yaml`
   * package makes an Error; a megabyte of `]` would take a gigabyte of memory.
   */
  readonly lexemes: number;
  /** Values of one document, its aliases written out. */
  readonly values: number;
  /** What to do about a text that is too large, as a hint. */
  readonly advice: string;
}

/** UTF-16 units of one text: the size that Kubernetes allows a ConfigMap or a Secret, and a Helm release with it. */
export const MAXIMUM_TEXT_LENGTH = 1_048_576;

/** Requests, settings, project files. */
export const requestLimits: TextLimits = Object.freeze({
  length: MAXIMUM_TEXT_LENGTH,
  depth: MAXIMUM_DEPTH,
  lexemes: 300_000,
  values: MAXIMUM_VALUES,
  advice: "Remove what the compiler does not read.",
});

/**
 * Dumps of a whole Kubernetes cluster, and kustomizations that bring along custom resource definitions, of a megabyte
 * and 40 levels each. A megabyte of YAML takes some 100 MiB of memory while it is read.
 */
export const manifestLimits: TextLimits = Object.freeze({
  length: 16 * 2 ** 20,
  depth: 128,
  lexemes: 4_000_000,
  values: 2_000_000,
  advice: "Split it, or select fewer objects.",
});
