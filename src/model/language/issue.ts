/** What a schema refuses, in zod's terms: the place, and what was wanted there. */
export type Issue = IssueBody & { readonly path: readonly PropertyKey[] };

/** The same while it is on its way up: without a path it is about the value itself. */
export type RawIssue = IssueBody & {
  path?: PropertyKey[];
  readonly input?: unknown;
  /** Whether checks of the same value and of the objects around it still run. Default: they do not. */
  readonly continue?: boolean;
};

type IssueBody =
  | { readonly code: "invalid_type"; readonly expected: string }
  | { readonly code: "too_small"; readonly minimum: number; readonly inclusive: boolean }
  | { readonly code: "too_big"; readonly maximum: number; readonly inclusive: boolean }
  | { readonly code: "invalid_value"; readonly values: readonly string[] }
  | { readonly code: "unrecognized_keys"; readonly keys: readonly string[] }
  | { readonly code: "invalid_union"; readonly errors: readonly (readonly Issue[])[] }
  | CustomIssue;

/** What a check of our own reports. */
export interface CustomIssue {
  readonly code: "custom";
  readonly params: { readonly problem: unknown };
}

/** Puts a step before the paths of the issues from one on. */
export function placeIssues(issues: readonly RawIssue[], from: number, step: PropertyKey): void {
  for (let index = from; index < issues.length; index++) {
    const issue = issues[index];
    if (issue !== undefined) issue.path = [step, ...(issue.path ?? [])];
  }
}

/** Whether one of the issues from one on keeps further checks from running. */
export function areFinal(issues: readonly RawIssue[], from: number): boolean {
  for (let index = from; index < issues.length; index++) {
    if (issues[index]?.continue !== true) return true;
  }
  return false;
}

/** Issues as a schema hands them out. */
export function settled(issues: readonly RawIssue[]): readonly Issue[] {
  return issues.map(({ input: _input, continue: _continue, ...issue }) => ({
    ...issue,
    path: issue.path ?? [],
  }));
}
