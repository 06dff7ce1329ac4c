import type { Finding, Source } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import type { Validated } from "./validate.ts";

/**
 * What reading and validation found in one document. Validation is silent about what reading left out: a value that
 * was refused once is not missing as well. Of a key that stands twice, the first value counts and is judged.
 */
export function fieldFindings(source: Source, validated: Validated<unknown>): readonly Finding[] {
  if (validated.ok) return source.findings;
  if (source.data === undefined && source.findings.length > 0) return source.findings;
  const refused = source.findings
    .filter(({ code, path }) => code !== "duplicate-key" && path.length > 0)
    .map(({ path }) => path);
  const further = validated.findings.filter(
    ({ path }) => !refused.some((start) => startsWith(path, start)),
  );
  return [...source.findings, ...further];
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}
