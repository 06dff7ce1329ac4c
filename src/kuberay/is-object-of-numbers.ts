import { isPlainObject } from "../diagnostics/plain-data.ts";

/** Whether a text is a JSON object of numbers, as amounts of resources are; true of one that is too long to be read. */
export function isObjectOfNumbers(text: string): boolean {
  if (text.length > MAXIMUM_LENGTH) return true;
  try {
    const read: unknown = JSON.parse(text);
    return isPlainObject(read) && Object.values(read).every((value) => typeof value === "number");
  } catch {
    return false;
  }
}

const MAXIMUM_LENGTH = 100_000;
