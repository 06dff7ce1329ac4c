import { defuse } from "../../diagnostics/defuse.ts";
import type { Path } from "../../diagnostics/path.ts";
import { parseRequestPath } from "../project/request-values.ts";
import { UsageError } from "./usage-error.ts";

/** A value of `--set`. */
export interface SetValue {
  readonly path: Path;
  /** The path as it was written. */
  readonly pathText: string;
  readonly value: unknown;
}

/**
 * The path and the value that `--set path=value` stands for. As with Helm, null, true, false and numbers are what they look
 * like, and everything else is text. What begins with a double quote, a bracket or a brace is JSON, so that quotes make a text
 * of anything. Unlike Helm's, numbers may have fractions, a comma is a comma, and a path has `["quotes"]` for keys with dots.
 * Throws a UsageError.
 */
export function readSetFlag(text: string): SetValue {
  for (
    let end = text.indexOf("=");
    end !== -1 && end <= MAXIMUM_PATH;
    end = text.indexOf("=", end + 1)
  ) {
    const pathText = text.slice(0, end);
    const path = parseRequestPath(pathText);
    if (path !== undefined) return { path, pathText, value: readValue(text.slice(end + 1), text) };
  }
  const hint = 'Write it as image=registry/train:2, or labels["example.com/team"]=vision.';
  throw new UsageError(`--set ${shown(text)} is not a path and a value. ${hint}`);
}

const MAXIMUM_PATH = 1_000;
const NUMBER = /^[-+]?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/;

function readValue(value: string, whole: string): unknown {
  if (value === "") {
    throw new UsageError(
      `--set ${shown(whole)} has no value; write null to remove the field, or "" for an empty string.`,
    );
  }
  if (/^["[{]/.test(value)) return readJson(value, whole);
  if (value === "null") return null;
  if (value === "true" || value === "false") return value === "true";
  return NUMBER.test(value) ? Number(value) : value;
}

function readJson(value: string, whole: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new UsageError(
      `--set ${shown(whole)} has a value that starts like JSON but is not valid JSON.`,
    );
  }
}

function shown(text: string): string {
  return defuse(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
