import type { Finding, SourceRange } from "../../src/diagnostics/diagnostic.ts";
import { formatPath } from "../../src/diagnostics/path.ts";

/** `code line:column-line:column path`: what a finding says beside its prose. */
export function describeFindings(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, range, path }) => {
    const place = range === undefined ? "nowhere" : describeRange(range);
    return path.length === 0 ? `${code} ${place}` : `${code} ${place} ${formatPath(path)}`;
  });
}

/** `line:column-line:column`, without the second line where it is the first. */
export function describeRange({ start, end }: SourceRange): string {
  const last = start.line === end.line ? end.column : `${end.line}:${end.column}`;
  return `${start.line}:${start.column}-${last}`;
}
