import { compareFile } from "./compare-file.ts";

/** Why a golden does not match, as a text that a person can act on; undefined where it does. */
export function compareGolden(
  file: string,
  golden: string | undefined,
  actual: string,
): string | undefined {
  return compareFile(`golden/${file}`, golden, actual, "npm run golden");
}
