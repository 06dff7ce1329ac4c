import type { Source } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { parsePath } from "../../diagnostics/path.ts";

const MAXIMUM_LENGTH = 1_000;

/** The path of a field in a request, or undefined for what is none. */
export function parseRequestPath(text: string): Path | undefined {
  const path = text.length > MAXIMUM_LENGTH ? undefined : parsePath(text);
  return path === undefined || path.length === 0 || path.includes("__proto__") ? undefined : path;
}

/** A partial request with one value; an index stands for an entry of a list. */
export function partialRequest(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => Object.fromEntries([[step, inner]]), value);
}

/** The same as a layer whose values have their place at a path of another document. */
export function valueLayer(path: Path, value: unknown, at: Path, { rangeOf }: Source): Source {
  return {
    document: "request",
    data: partialRequest(path, value),
    findings: [],
    rangeOf: (inner, target) => rangeOf?.([...at, ...inner.slice(path.length)], target),
  };
}
