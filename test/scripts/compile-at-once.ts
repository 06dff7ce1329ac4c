import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ORDINARY } from "./called-functions.ts";
import type { CoveredRange } from "./covered-scripts.ts";
import { coveredScripts, isCalled } from "./covered-scripts.ts";

/**
 * Puts functions of a built program in parentheses that ordinary runs of it call, so that engines compile them with the file
 * that they are in. They read all others twice: to find where they end, and when they are called. `program` is the file
 * that starts it, and `folder` has its other files, which are changed in place.
 */
export function compileAtOnce(root: string, program: string, folder: string): void {
  const coverage = mkdtempSync(join(tmpdir(), "raycluster-coverage-"));
  try {
    const { PATH } = process.env;
    for (const argv of ORDINARY) {
      const { status, stderr } = spawnSync(process.execPath, [program, ...argv], {
        cwd: root,
        env: { PATH, NODE_V8_COVERAGE: coverage },
        encoding: "utf8",
      });
      if (status !== 0)
        throw new Error(`raycluster ${argv.join(" ")} ended with ${status}: ${stderr}`);
    }
    for (const [file, functions] of calledIn(coverage, folder)) {
      const path = join(folder, file);
      writeFileSync(path, inParentheses(readFileSync(path, "utf8"), functions));
    }
  } finally {
    rmSync(coverage, { recursive: true, force: true });
  }
}

/** By file of a folder: where its functions are that were called. */
function calledIn(coverage: string, folder: string): ReadonlyMap<string, readonly Place[]> {
  const start = pathToFileURL(join(folder, "/")).href;
  const called = new Map<string, Place[]>();
  for (const { url, functions } of coveredScripts(coverage)) {
    if (!url.startsWith(start)) continue;
    const places = functions.filter(isCalled).flatMap(({ ranges }) => ranges.slice(0, 1));
    const file = basename(url);
    called.set(file, [...(called.get(file) ?? []), ...places]);
  }
  return called;
}

type Place = Pick<CoveredRange, "startOffset" | "endOffset">;

/** A script with some of its functions in parentheses, where it is an expression and has none. */
export function inParentheses(text: string, functions: readonly Place[]): string {
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const { startOffset, endOffset } of functions) {
    const isFunction = /^(?:async )?function\b/.test(text.slice(startOffset, startOffset + 16));
    if (!isFunction || !IN_EXPRESSION.test(text.slice(Math.max(0, startOffset - 16), startOffset)))
      continue;
    starts.add(startOffset);
    ends.add(endOffset);
  }
  let result = "";
  let from = 0;
  for (const at of [...starts, ...ends].sort((left, right) => left - right)) {
    result += text.slice(from, at) + (ends.has(at) ? ")" : "") + (starts.has(at) ? "(" : "");
    from = at;
  }
  return result + text.slice(from);
}

/** What comes before a function that is a value: an operator, or the parenthesis of a call. */
const IN_EXPRESSION = /(?:[=,:?[!&|]|=>|\breturn |[\w$)\]]\()$/;
