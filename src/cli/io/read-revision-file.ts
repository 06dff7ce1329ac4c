import { isAbsolute, relative } from "node:path";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { CommandLineIo } from "./io.ts";

/** The text of one file as git has it at a revision; undefined where git has none, for whatever reason. */
export async function readRevisionFile(
  revision: string,
  file: string,
  io: CommandLineIo,
): Promise<TextDocument | undefined> {
  if (/^[-^]/.test(revision)) return undefined;
  const path = isAbsolute(file) ? relative(await io.realPath("."), await io.realPath(file)) : file;
  const name = `${revision}:./${path.replaceAll("\\", "/")}`;
  try {
    const { exitCode, stdout } = await io.git(["cat-file", "blob", name]);
    if (exitCode !== 0) return undefined;
    return { file: name, text: new TextDecoder("utf-8", { fatal: true }).decode(stdout) };
  } catch {
    return undefined;
  }
}
