import { isAbsolute, relative, sep } from "node:path";

/** Whether a file or folder is a folder itself or lies below it; both are absolute, or both relative to one folder. */
export function isBelow(file: string, folder: string): boolean {
  const way = relative(folder, file);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
