import type { Path } from "../../diagnostics/path.ts";
import { formatPath } from "../../diagnostics/path.ts";

/** A path of settings as `--settings-at` reads it. */
export function settingsPath(path: Path): string {
  return path.every((step) => BARE.test(String(step))) ? path.join(".") : formatPath(path);
}

/** A step that needs no quotes. */
const BARE = /^[A-Za-z_][\w-]*$/;
