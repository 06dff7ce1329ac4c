import { diagnosticCodes } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPointer } from "../diagnostics/path.ts";

/**
 * Findings of several judges, without those that tell of one cause again: where the API server refuses a value, nothing more
 * is said of it or of what it holds, and nothing of its pods where the operator refuses it.
 */
export function withoutEchoes(
  ofApi: readonly Finding[],
  ofLaws: readonly Finding[],
  ofPods: readonly Finding[],
): readonly Finding[] {
  const refused = new Set(ofApi.map(({ path }) => formatPointer(path)));
  const breaches = ofLaws.filter(({ path }) => !isWithin(path, refused));
  for (const finding of breaches) {
    if (severityOf(finding) === "error") refused.add(formatPointer(finding.path));
  }
  return [...ofApi, ...breaches, ...ofPods.filter(({ path }) => !isWithin(path, refused))];
}

function severityOf({ code, severity }: Finding) {
  return severity ?? diagnosticCodes[code].severity;
}

/** Whether a path or one above it is among the pointers. */
function isWithin(path: Path, pointers: ReadonlySet<string>): boolean {
  if (pointers.size === 0) return false;
  return path.some((_step, index) => pointers.has(formatPointer(path.slice(0, index + 1))));
}
