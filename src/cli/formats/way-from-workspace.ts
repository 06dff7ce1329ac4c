import { isAbsolute, join, relative } from "node:path";
import type { CommandLineIo } from "../io/io.ts";
import { isBelow } from "../io/is-below.ts";

/**
 * The way from the root of a repository to the working folder: GitHub knows files by their paths from there. A workflow tells
 * the root in GITHUB_WORKSPACE; without it, or outside of it, the way is empty.
 */
export async function wayFromWorkspace(io: CommandLineIo): Promise<string> {
  const workspace = io.environment.GITHUB_WORKSPACE;
  if (workspace === undefined || !isAbsolute(workspace)) return "";
  const [root, here] = [await io.realPath(workspace), await io.realPath(".")];
  return isBelow(here, root) ? relative(root, here) : "";
}

/** A path from the working folder as GitHub knows it. */
export function fromWorkspace(file: string, way: string): string {
  return way === "" || isAbsolute(file) ? file : join(way, file).replaceAll("\\", "/");
}
