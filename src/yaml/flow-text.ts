import { printText } from "./print-text.ts";

/**
 * A small map on one line, as people write it: `{cpu: 4, memory_gb: 16}`, with maps in it but no lists. Undefined for what
 * is none, is empty, or takes more than `columns`. Texts that mean something else within braces to any reader are quoted.
 */
export function flowText(value: unknown, columns: number): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  let text = "";
  for (const [key, member] of Object.entries(value)) {
    const name = scalarText(key);
    const room = columns - text.length - 4;
    const content =
      typeof member === "object" && member !== null ? flowText(member, room) : scalarText(member);
    if (name === undefined || key === "<<" || content === undefined) return undefined;
    text += `${text === "" ? "" : ", "}${name}: ${content}`;
    if (text.length + 2 > columns) return undefined;
  }
  return text === "" ? undefined : `{${text}}`;
}

const SAFE = /^[A-Za-z0-9_./][A-Za-z0-9_./ -]*$/;

/** Numbers with a fraction are left to the printer of lines, which knows how readers take them. */
function scalarText(value: unknown): string | undefined {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number")
    return /^-?\d{1,15}(?:\.\d+)?$/.test(String(value)) ? String(value) : undefined;
  if (typeof value !== "string" || value.length > LONGEST) return undefined;
  const printed = printText(value, undefined);
  if (printed === undefined || printed.includes("\n") || printed.startsWith('"')) return printed;
  return SAFE.test(printed) ? printed : JSON.stringify(value);
}

const LONGEST = 100;
