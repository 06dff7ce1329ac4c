import { formatCount, showText } from "../../diagnostics/show.ts";

/** How a name is spelled. The words end sentences that say what is wrong. */
export interface NameRule {
  /** Matches every name that is spelled right, whatever its length. */
  readonly pattern: RegExp;
  /** Matches one character that may stand nowhere. */
  readonly disallowed: RegExp;
  /** What may stand in a name: `letters, digits and "-"`. */
  readonly allowedWords: string;
  /** Matches a name that starts as it should. */
  readonly start: RegExp;
  /** `a letter`. */
  readonly startWords: string;
  readonly endWords: string;
  /** Characters that may not meet, and what to write instead. Default: all may. */
  readonly clash?: { readonly pattern: RegExp; readonly words: string };
}

/**
 * What is wrong with a name, as a sentence that begins with the subject; undefined where nothing is.
 * Takes time in proportion to the text.
 */
export function nameProblem(
  text: string,
  rule: NameRule,
  maximumLength: number,
  subject = "It",
): string | undefined {
  if (text.length <= maximumLength && rule.pattern.test(text)) return undefined;
  if (text === "") return `${subject} is empty.`;
  const disallowed = text.search(rule.disallowed);
  if (disallowed !== -1) {
    return `${subject} may not contain ${showCharacter(text, disallowed)}; use ${rule.allowedWords}.`;
  }
  if (text.length > maximumLength) {
    return `${subject} is ${formatCount(text.length)} characters long; at most ${formatCount(maximumLength)} are allowed.`;
  }
  if (!rule.start.test(text)) return `${subject} must start with ${rule.startWords}.`;
  const clash = rule.clash?.pattern.exec(text)?.[0];
  if (rule.clash !== undefined && clash !== undefined) {
    return `${subject} may not contain ${showText(clash)}; ${rule.clash.words}.`;
  }
  return `${subject} must end with ${rule.endWords}.`;
}

function showCharacter(text: string, index: number): string {
  return showText(String.fromCodePoint(text.codePointAt(index) ?? 0));
}
