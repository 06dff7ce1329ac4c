import { accessError } from "../io/access-error.ts";
import type { CommandLineIo } from "../io/io.ts";
import { MAXIMUM_BYTES } from "../io/read-text.ts";

/** Ours and any other tool's spelling, in YAML or in JSON, also where the rest of the text is broken. */
const RAY_CLUSTER = /^\s*["']?kind["']?:\s*["']?RayCluster["']?\s*(?:[,#].*)?$/m;

/** The text of a file that looks like a RayCluster; undefined for any other file. Throws an AccessError. */
export async function readRayCluster(file: string, io: CommandLineIo): Promise<string | undefined> {
  try {
    const text = new TextDecoder().decode(await io.readFile(file, MAXIMUM_BYTES));
    return RAY_CLUSTER.test(text) ? text : undefined;
  } catch (error) {
    throw accessError("read", file, error);
  }
}
