import { defuse } from "../../diagnostics/defuse.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { AccessError, accessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";

/** The operand that stands for standard input. */
export const STANDARD_INPUT = "-";
/** What diagnostics call standard input. */
export const STANDARD_INPUT_NAME = "<stdin>";

/** What the value of a flag is called among texts. */
export function flagText(flag: string, text: string): TextDocument {
  return { file: `<${flag}>`, text };
}

const FLAG = /^<(--.*)>$/s;

/** The flag that a text is the value of; undefined for files. */
export function flagOf(file: string): string | undefined {
  return FLAG.exec(file)?.[1];
}

/** Whether a text has a place that other programs can open. */
export function isInFile<Range extends { readonly file: string }>(
  range: Range | undefined,
): range is Range {
  return range !== undefined && range.file !== STANDARD_INPUT_NAME && !FLAG.test(range.file);
}

/** 16 MiB, far above any request or values file. */
export const MAXIMUM_BYTES = 16 * 2 ** 20;

/** The text of a file, or of standard input for `-`. Throws an AccessError; one that is not UTF-8 included. */
export async function readText(operand: string, io: CommandLineIo): Promise<TextDocument> {
  const fromStandardInput = operand === STANDARD_INPUT;
  const what = fromStandardInput ? "standard input" : operand;
  const file = fromStandardInput ? STANDARD_INPUT_NAME : operand;
  let bytes: Uint8Array;
  try {
    bytes = fromStandardInput
      ? await io.readStandardInput(MAXIMUM_BYTES)
      : await io.readFile(operand, MAXIMUM_BYTES);
  } catch (error) {
    throw accessError("read", what, error);
  }
  return { file, text: decode(bytes, what) };
}

/** UTF-8, without the byte order mark that it may begin with. */
function decode(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const [first, second] = bytes;
    const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    const reason = utf16 ? "it is UTF-16 text; save it as UTF-8" : "it is not UTF-8 text";
    throw new AccessError(`cannot read ${defuse(what)}: ${reason}.`);
  }
}
