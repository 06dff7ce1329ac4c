import { stylesheet, stylesheetHash } from "./html-style.ts";
import { htmlText } from "./html-text.ts";

/**
 * Nothing may be loaded, run or sent: the page is its own text and the one stylesheet with this digest.
 * See https://www.w3.org/TR/CSP3/
 */
const POLICY = `default-src 'none'; style-src '${stylesheetHash}'; base-uri 'none'; form-action 'none'`;

/** A whole page around its content. The title is any text. */
export function htmlPage(title: string, content: readonly string[]): string {
  return `${[
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${htmlText(title)}</title>`,
    `<style>${stylesheet}</style>`,
    "</head>",
    "<body>",
    "<main>",
    ...content,
    "</main>",
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}
