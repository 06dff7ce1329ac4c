import type { Path } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { showValue } from "../diagnostics/show.ts";
import type { ApiType } from "./api-type.ts";
import type { Judgment } from "./judgment.ts";
import { missingSpace } from "./missing-space.ts";
import { holdsYaml } from "./yaml-fields.ts";

type Kind = ApiType["kind"];

/** What is said of a value of another type than that of its place, which `path` leads to and `name` tells. */
export function judgeWrongType(value: PlainData, kind: Kind, name: string, path: Path): Judgment {
  return {
    code: "api-wrong-type",
    message: `${name} must be ${NAMES[kind]}, but it is ${showValue(value)}.`,
    hint: isShare(value, kind, path)
      ? WHOLE
      : (hintOfPlace(value, kind, path) ?? hintOfSpace(value, kind, path) ?? hintOf(value, kind)),
  };
}

/** Of an extended resource, whose key has a slash, Kubernetes takes no share, in quotes or not. */
function isShare(value: PlainData, kind: Kind, path: Path): boolean {
  return kind === "quantity" && typeof value === "number" && String(path.at(-1)).includes("/");
}

const WHOLE = "Write a whole number.";

/**
 * What is meant where a text or an amount stands for an object: a document in a text, labels of an object, or resources of
 * a container. RayJobs of a RayCronJob have no labels but its own (raycronjob_controller.go, v1.6.0).
 */
function hintOfPlace(value: PlainData, kind: Kind, path: Path): string | undefined {
  const isScalar = kind === "string" || kind === "quantity" || kind === "int-or-string";
  if (!isScalar || value === null || typeof value !== "object") return undefined;
  const [field, bounds] = path.slice(-2);
  if (holdsYaml(String(bounds))) {
    return `Make it text: write "${bounds}: |", and keep the lines below it indented.`;
  }
  if (field === "clusterSelector") {
    return "Write the label ray.io/cluster and the name of the RayCluster right below clusterSelector.";
  }
  if (field === "metadata" && (bounds === "labels" || bounds === "annotations")) {
    const own = path.includes("jobTemplate")
      ? `KubeRay gives no ${bounds} to the jobs of a schedule`
      : `the ${bounds} of the object belong at metadata.${bounds}`;
    return `This is the metadata of the job in Ray: ${own}, those of a pod belong at template.metadata.${bounds}.`;
  }
  if (field !== "resources" || (bounds !== "limits" && bounds !== "requests")) return undefined;
  return `A group's resources are Ray's, such as CPU: "4"; those of a container belong at template.spec.containers[].resources.${bounds}.`;
}

/** A key and a value that run together: they are a text where an object belongs, or a key without a value. */
function hintOfSpace(value: PlainData, kind: Kind, path: Path): string | undefined {
  if (value === null) return missingSpace(String(path.at(-1)))?.hint;
  const isObject = kind === "object" || kind === "map";
  return isObject && typeof value === "string" ? missingSpace(value)?.hint : undefined;
}

const NAMES: Readonly<Record<Kind, string>> = Object.freeze({
  string: "a string",
  "date-time": "a string",
  boolean: "true or false",
  integer: "a whole number",
  int32: "a whole number",
  int64: "a whole number",
  number: "a number",
  "int-or-string": "a whole number or a string",
  quantity: "a whole number or a string",
  list: "a list",
  map: "an object",
  object: "an object",
  any: "anything",
});

function hintOf(value: PlainData, kind: Kind): string {
  if (value === null) return "Remove the empty entry.";
  if (kind === "list") return 'Write a list: each entry on a line of its own, after "- ".';
  if (kind === "object" || kind === "map") {
    return Array.isArray(value)
      ? "Write one object, without dashes."
      : "Write an object, with its fields on separate lines, indented further.";
  }
  if (typeof value === "object") return `Write ${NAMES[kind]}.`;
  if (kind === "string" || kind === "date-time") {
    return "Put the value in quotes, so that YAML keeps it as a string.";
  }
  if (kind === "quantity" && typeof value === "number") {
    return `Put the amount in quotes: "${value}".`;
  }
  return typeof value === "string" ? unquoted(value, kind) : `Write ${NAMES[kind]}.`;
}

function unquoted(text: string, kind: Kind): string {
  const isMeant = kind === "boolean" ? /^(?:true|false)$/ : /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/;
  if (isMeant.test(text)) return `Write ${text} without quotes.`;
  if (/\$|\{\{|</.test(text)) {
    return `This looks like a template that has not been rendered: write ${NAMES[kind]}.`;
  }
  return `Write ${NAMES[kind]}.`;
}
