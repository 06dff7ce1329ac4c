import type { Source } from "../diagnostics/diagnostic.ts";
import { errorsAmong } from "../diagnostics/errors-among.ts";
import type { Path } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { showText, showValue } from "../diagnostics/show.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import { fieldsOf } from "../model/unknown-keys/fields-of.ts";
import { jsonText } from "../yaml/is-json.ts";
import { readComposed } from "../yaml/read-fully.ts";
import { requestLimits } from "../yaml/text-limits.ts";
import { tooLong } from "../yaml/too-long.ts";
import type { KrmResult } from "./krm-result.ts";
import { resultOf } from "./krm-result.ts";
import type { Resource } from "./resource.ts";
import type { ResourceList } from "./resource-list.ts";

/** A resource of ours: its spec, whose keys are among the known ones, and its metadata, which is not judged. */
export interface ResourceSpec {
  readonly resource: Resource;
  readonly metadata: unknown;
  readonly spec: { readonly [key: string]: unknown };
}

export type ResourceSpecRead =
  | { readonly ok: true; readonly value: ResourceSpec; readonly warnings: readonly KrmResult[] }
  | { readonly ok: false; readonly results: readonly KrmResult[] };

/** Reads a resource of ours as strictly as any request: no tags, no merge keys, no key twice, no unknown one. */
export function readSpec(
  resource: Resource,
  list: ResourceList,
  specKeys: readonly string[],
): ResourceSpecRead {
  const origin = { resource: resource.reference, place: (path: Path) => path };
  const { data, findings } = readResource(resource, list);
  const errors = errorsAmong(findings);
  if (errors.length > 0) {
    return { ok: false, results: errors.map((found) => resultOf(found, origin, found.path)) };
  }
  const warnings = findings.map((found) =>
    resultOf({ ...found, severity: "warning" }, origin, found.path),
  );
  const object = isPlainObject(data) ? data : {};
  const { metadata, spec } = object;
  const results = [
    ...unknownKeys(object, RESOURCE_KEYS).map((mistake) => resultOf(mistake, origin, mistake.path)),
    ...specMistakes(spec, specKeys).map((mistake) => resultOf(mistake, origin, mistake.path)),
  ];
  return results.length > 0 || !isPlainObject(spec)
    ? { ok: false, results }
    : { ok: true, value: { resource, metadata, spec }, warnings };
}

const RESOURCE_KEYS: readonly string[] = ["apiVersion", "kind", "metadata", "spec"];

interface Mistake {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

/** The resource as a document of its own, with the anchors of the whole list. */
function readResource({ node }: Resource, { text, ranges, targets }: ResourceList): Source {
  const [start, end] = node.range;
  const limits = requestLimits;
  const syntax = end - start > limits.length ? [tooLong(end - start, limits)] : [];
  return readComposed({ root: node, syntax, unsupported: [] }, jsonText(text), "request", ranges, {
    dialect: "resource",
    limits,
    targets,
  });
}

function specMistakes(spec: unknown, keys: readonly string[]): readonly Mistake[] {
  if (isPlainObject(spec)) {
    return unknownKeys(spec, keys).map((mistake) => ({
      ...mistake,
      path: ["spec", ...mistake.path],
    }));
  }
  const hint = `Write spec as an object with ${keys.join(" and ")}.`;
  const isMissing = spec === undefined || spec === null;
  return [
    {
      code: isMissing ? "missing-field" : "wrong-type",
      path: ["spec"],
      message: isMissing
        ? "The spec is missing."
        : `The spec must be an object, not ${showValue(spec)}.`,
      hint,
    },
  ];
}

function unknownKeys(
  object: { readonly [key: string]: unknown },
  known: readonly string[],
): readonly Mistake[] {
  return Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      code: "unknown-field",
      path: [key],
      message: `There is no field ${showText(key)} here.`,
      hint:
        belongsBelow(key, known) ?? didYouMean(key, known) ?? `The fields are ${known.join(", ")}.`,
    }));
}

/** What is a field of a document that stands below one of the fields. */
function belongsBelow(key: string, known: readonly string[]): string | undefined {
  const owner = DOCUMENTS.find((name) => known.includes(name) && fieldsOf(name).includes(key));
  return owner === undefined ? undefined : `Indent it below ${owner}.`;
}

const DOCUMENTS = Object.freeze(["request", "settings"] as const);
