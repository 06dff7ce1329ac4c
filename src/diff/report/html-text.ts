import { quotedParts } from "./quoted-parts.ts";

/** Text between HTML tags, in which nothing is a tag, an entity or the end of an attribute. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text as code. */
export function htmlCode(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}

/** Sentences of ours in which text of a manifest stands in double quotes: the quoted parts become code. */
export function htmlProse(text: string): string {
  return quotedParts(text)
    .map((part) => (part.isQuoted ? htmlCode(part.text) : htmlText(part.text)))
    .join("");
}
