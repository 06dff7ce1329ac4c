import { isPlainObject } from "../diagnostics/plain-data.ts";

/**
 * The custom resources of `--resources`, in any of the quotings that people write; undefined where it is none, or holds
 * what is no whole number.
 */
export function parseResources(value: string): Readonly<Record<string, number>> | undefined {
  if (value.length > MAXIMUM_LENGTH) return undefined;
  let text = value.trim();
  for (let round = 0; round < 2; round++) {
    const quote = text.charAt(0);
    if (text.length < 2 || !"'\"".includes(quote) || !text.endsWith(quote)) break;
    text = text.slice(1, -1);
    // In single quotes nothing is escaped but what JSON itself escapes.
    if (quote === '"') text = text.replaceAll('\\"', '"').replaceAll("\\\\", "\\");
  }
  const read = parsed(text);
  if (!isPlainObject(read)) return undefined;
  const entries: [string, number][] = [];
  for (const [name, count] of Object.entries(read)) {
    if (!Number.isSafeInteger(count)) return undefined;
    entries.push([name, Number(count)]);
  }
  return Object.fromEntries(entries);
}

const MAXIMUM_LENGTH = 100_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
