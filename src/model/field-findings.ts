import type { Finding, Source } from "../diagnostics/diagnostic.ts";
import { errorsAmong } from "../diagnostics/errors-among.ts";
import type { Path } from "../diagnostics/path.ts";
import type { Validated } from "./validated.ts";

/**
 * What reading and validation found in one document. Validation is silent about what reading left out: a value that
 * was refused once is not missing as well. If a key appears twice, the first value counts and is checked.
 */
export function fieldFindings(source: Source, validated: Validated<unknown>): readonly Finding[] {
  if (validated.ok) return source.findings;
  if (source.data === undefined && errorsAmong(source.findings).length > 0) return source.findings;
  const refused = new Set(
    errorsAmong(source.findings)
      .filter(({ code, path }) => code !== "duplicate-key" && path.length > 0)
      .map(({ path }) => JSON.stringify(path)),
  );
  const further =
    refused.size === 0
      ? validated.findings
      : validated.findings.filter(({ path }) => !isWithin(path, refused));
  return [...source.findings, ...further];
}

/** Whether a path, or one of its beginnings, is among some. */
function isWithin(path: Path, places: ReadonlySet<string>): boolean {
  return path.some((_step, index) => places.has(JSON.stringify(path.slice(0, index + 1))));
}
