import type * as z from "zod";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import { formatCount, showValue } from "../diagnostics/show.ts";

export interface Description {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

type Issue = z.core.$ZodIssue;

/** Our own words for what zod refused; its own texts change between releases and never reach a user. */
export function describeIssue(issue: Issue, path: Path, value: unknown): Description {
  const name = fieldName(path);
  switch (issue.code) {
    case "invalid_type":
      if (path.length === 0 && (value === null || value === undefined)) return emptyDocument();
      return value === undefined
        ? missing(name, path)
        : wrongType(issue.expected, name, path, value);
    case "too_small":
      return tooSmall(name, value, issue.inclusive === true, formatCount(Number(issue.minimum)));
    case "too_big":
      return tooBig(name, value, formatCount(Number(issue.maximum)));
    default:
      return {
        code: "wrong-type",
        message: `${name} cannot be ${showValue(value)}.`,
        hint: "Read the field's description.",
      };
  }
}

/** The last key with the indexes behind it: `cpu`, `scaling_groups[0]`, `"node.kubernetes.io/instance-type"`. */
function fieldName(path: Path): string {
  const last = path.findLastIndex((step) => typeof step === "string");
  if (last === -1) return "The document";
  return formatPath(path.slice(last)).replace(/^\[("(?:[^"\\]|\\.)*")\]/, "$1");
}

function emptyDocument(): Description {
  return {
    code: "missing-field",
    message: "The document is empty.",
    hint: "Add at least name, image, ray_version and config.",
  };
}

function missing(name: string, path: Path): Description {
  return { code: "missing-field", message: `${name} is missing.`, hint: missingHint(name, path) };
}

function missingHint(name: string, path: Path): string {
  switch (formatPath(path)) {
    case "name":
      return "Add a name for the cluster, such as name: train.";
    case "image":
      return "Add the image that head and workers run.";
    case "ray_version":
      return 'Add the version of Ray in the image, such as ray_version: "2.9.3".';
    case "config":
      return "Add a config with n_nodes and node_config, or with head_node and scaling_groups.";
    case "config.head_node":
      return "Add head_node, or n_nodes and node_config for a cluster of equal nodes.";
    default:
      return `Add ${name} to ${formatPath(path.slice(0, -1))}.`;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = Object.freeze({
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
});

function wrongType(expected: string, name: string, path: Path, value: unknown): Description {
  const wanted = TYPE_NAMES[expected] ?? expected;
  const code =
    typeof value === "number" && expected === "number" ? "number-out-of-range" : "wrong-type";
  const what = code === "number-out-of-range" ? "a finite number" : wanted;
  return {
    code,
    message: `${name} must be ${what}, but it is ${showValue(value)}.`,
    hint: typeHint(expected, path.at(-1), value),
  };
}

function typeHint(expected: string, key: Path[number] | undefined, value: unknown): string {
  switch (expected) {
    case "string":
      return typeof value === "number" || typeof value === "boolean"
        ? "Put the value in quotes, so that YAML keeps it as text."
        : "Write a text.";
    case "boolean":
      return typeof value === "string"
        ? "Write true or false, without quotes."
        : "Write true or false.";
    case "array":
      return 'Write a list: each entry on a line of its own, after "- ".';
    case "object":
    case "record":
      return "Write an object: keys and values, such as team: vision.";
    default:
      return numberHint(key, value);
  }
}

function numberHint(key: Path[number] | undefined, value: unknown): string {
  if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) {
    return `Write ${Number(value)}, without quotes.`;
  }
  if (key === "memory_gb") return "Write a number of GiB without a unit, such as 32.";
  if (key === "cpu") return "Write a number of CPUs without a unit, such as 0.5.";
  return "Write a whole number, such as 1.";
}

function tooSmall(name: string, value: unknown, inclusive: boolean, limit: string): Description {
  const relation = inclusive ? "at least" : "more than";
  return {
    code: "number-out-of-range",
    message: `${name} must be ${relation} ${limit}, but it is ${shownNumber(value)}.`,
    hint: inclusive ? `Raise ${name} to ${limit} or more.` : `Raise ${name} above ${limit}.`,
  };
}

function tooBig(name: string, value: unknown, limit: string): Description {
  return {
    code: "number-out-of-range",
    message: `${name} must be at most ${limit}, but it is ${shownNumber(value)}.`,
    hint: `Lower ${name} to ${limit} or less.`,
  };
}

function shownNumber(value: unknown): string {
  return Number.isSafeInteger(value) ? formatCount(Number(value)) : String(value);
}
