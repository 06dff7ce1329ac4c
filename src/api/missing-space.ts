import { showText } from "../diagnostics/show.ts";

/** A key and a value without a space between them: `name:train`. */
export interface RunTogether {
  readonly key: string;
  readonly hint: string;
}

/** What a text was most likely meant to be that YAML takes for one word; undefined where it is no key with a value. */
export function missingSpace(text: string): RunTogether | undefined {
  const [, key, value] = TOGETHER.exec(text) ?? [];
  if (key === undefined || value === undefined) return undefined;
  return { key, hint: `Put a space after the colon: ${showText(`${key}: ${value}`)}.` };
}

/** Not an address, such as `https://example.com`. */
const TOGETHER = /^([A-Za-z][A-Za-z0-9_.-]{0,60}):(?!\/\/)(\S[^\r\n]{0,200})$/;
