import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import { formatCount, showValue } from "../diagnostics/show.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type * as z from "./schema-language.ts";
import { typeHint } from "./type-hint.ts";

export interface Description {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

type Issue = z.Issue;

/** The words for what a schema refused. */
export function describeIssue(issue: Issue, path: Path, value: unknown): Description {
  const name = fieldName(path);
  switch (issue.code) {
    case "invalid_type":
      if (path.length === 0 && (value === null || value === undefined)) return emptyDocument();
      return value === undefined
        ? missing(name, path)
        : wrongType(issue.expected, name, path, value);
    case "too_small":
      if (value === "") return emptyText(name);
      return tooSmall(name, value, issue.inclusive === true, formatCount(Number(issue.minimum)));
    case "too_big":
      return tooBig(name, value, formatCount(Number(issue.maximum)));
    case "invalid_value":
      return notAllowed(name, value, issue.values.map(String));
    default:
      return {
        code: "wrong-type",
        message: `${name} cannot be ${showValue(value)}.`,
        hint: "Write a value that the field's description allows.",
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
    hint: "Add at least name, image and config.",
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
    case "config":
      return "Add a config with n_nodes and node_config, or with head_node and scaling_groups.";
    case "targets":
      return "Add targets: a list of objects with name, requests and output_dir.";
    case "config.head_node":
      return "Add head_node, or n_nodes and node_config for a cluster of equal nodes.";
    default:
      return `Add ${name} to ${formatPath(path.slice(0, -1))}.`;
  }
}

function notAllowed(name: string, value: unknown, known: readonly string[]): Description {
  const all = `Use ${known.length === 1 ? "" : "one of "}${known.join(", ")}.`;
  const text = typeof value === "string" ? value : "";
  const other = known.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  return {
    code: typeof value === "string" ? "value-not-allowed" : "wrong-type",
    message: `${name} cannot be ${showValue(value)}.`,
    hint: other === undefined ? (didYouMean(text, known) ?? all) : `Write ${other}.`,
  };
}

const TYPE_NAMES: Readonly<Record<string, string>> = Object.freeze({
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "null",
  record: "an object",
});

function wrongType(expected: string, name: string, path: Path, value: unknown): Description {
  const isNotFinite = typeof value === "number" && expected === "number";
  const isCount = expected === "number" && WHOLE_NUMBERS.includes(String(path.at(-1)));
  const wanted = TYPE_NAMES[isCount ? "int" : expected] ?? expected;
  return {
    code: isNotFinite ? "number-out-of-range" : "wrong-type",
    message: `${name} must be ${isNotFinite ? "a finite number" : wanted}, but it is ${showValue(value)}.`,
    hint: typeHint(expected, path, value),
  };
}

/** Fields whose numbers count something: a schema tells of a whole number only once there is a number. */
const WHOLE_NUMBERS: readonly string[] = Object.freeze([
  "gpu_count",
  "n_nodes",
  "max_nodes",
  "min_workers",
  "max_workers",
  "workers",
  "activation_timeout_seconds",
  "accelerator_count",
  "hosts",
  "idle_timeout_seconds",
  "priority",
  "ray_cpus",
  "nodes",
  "gpus",
  "per_device",
  "tolerationSeconds",
  "retries",
  "ttl_seconds_after_finished",
  "active_deadline_seconds",
  "pre_running_deadline_seconds",
  "deletion_delay_seconds",
  "max_surge_percent",
  "step_size_percent",
  "interval_seconds",
]);

function tooSmall(name: string, value: unknown, inclusive: boolean, limit: string): Description {
  const relation = inclusive ? "at least" : "more than";
  return {
    code: "number-out-of-range",
    message: `${name} must be ${relation} ${limit}, but it is ${shownNumber(value)}.`,
    hint: inclusive ? `Raise ${name} to ${limit} or more.` : `Raise ${name} above ${limit}.`,
  };
}

/** Every bound of a text is one character. */
function emptyText(name: string): Description {
  return {
    code: "value-not-allowed",
    message: `${name} cannot be an empty string.`,
    hint: `Write a text, or leave ${name} out.`,
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
  const text = String(value);
  return /^\d+$/.test(text) ? formatCount(Number(text)) : text;
}
