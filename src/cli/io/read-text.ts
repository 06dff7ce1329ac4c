import { defuse } from "../../diagnostics/defuse.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { AccessError, accessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";

/** The operand that stands for standard input. */
export const STANDARD_INPUT = "-";
/** What diagnostics call standard input. */
export const STANDARD_INPUT_NAME = "<stdin>";

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
