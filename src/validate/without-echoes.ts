import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPointer } from "../diagnostics/path.ts";
import { severityOf } from "../diagnostics/severity-of.ts";

/** What becomes of a manifest behind the API server. */
export interface StoredJudgment {
  /** What the operator refuses, and what is lawful and surely not meant. */
  readonly laws: readonly Finding[];
  /** What keeps Kubernetes from taking the pods, and what is wrong with them else: most of the work, so it waits to be asked. */
  readonly pods: () => readonly Finding[];
}

/**
 * Findings of several judges, without those that tell of one cause again: where the API server refuses a value, nothing more
 * is said of it or of what it holds, and nothing of its pods where the operator refuses it.
 */
export function withoutEchoes(ofApi: readonly Finding[], judged: StoredJudgment): StoredJudgment {
  const dropped = pointersOf(ofApi);
  const breaches = judged.laws.filter((finding) => !isEcho(finding, dropped));
  const refused = pointersOf(breaches.filter(isError));
  const laws = breaches.filter(
    (finding) => isError(finding) || !refused.has(formatPointer(finding.path)),
  );
  const silent = new Set([...dropped, ...refused]);
  return { laws, pods: () => judged.pods().filter((finding) => !isEcho(finding, silent)) };
}

function pointersOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(({ path }) => formatPointer(path)));
}

function isError(finding: Finding): boolean {
  return severityOf(finding) === "error";
}

/** Whether a finding, or a place that has part in it, speaks of what is refused already. */
function isEcho({ path, related = [] }: Finding, refused: ReadonlySet<string>): boolean {
  if (refused.size === 0) return false;
  return isWithin(path, refused) || related.some((place) => refused.has(formatPointer(place.path)));
}

/** Whether a path or one above it is among the pointers. */
function isWithin(path: Path, pointers: ReadonlySet<string>): boolean {
  return path.some((_step, index) => pointers.has(formatPointer(path.slice(0, index + 1))));
}
