import type { Path } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { showText, showValue } from "../diagnostics/show.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import { readYaml } from "../yaml/read.ts";
import type { KrmResult } from "./krm-result.ts";
import { resultOf } from "./krm-result.ts";
import type { Resource } from "./resource.ts";

/** A resource of ours: its spec, whose keys are among the known ones, and its metadata, which is not judged. */
export interface ResourceSpec {
  readonly resource: Resource;
  readonly metadata: unknown;
  readonly spec: { readonly [key: string]: unknown };
}

export type ResourceSpecRead =
  | { readonly ok: true; readonly value: ResourceSpec }
  | { readonly ok: false; readonly results: readonly KrmResult[] };

/** Reads a resource of ours as strictly as any request: no tags, no merge keys, no key twice, no unknown one. */
export function readSpec(
  resource: Resource,
  text: string,
  specKeys: readonly string[],
): ResourceSpecRead {
  const origin = { resource: resource.reference, place: (path: Path) => path };
  const { data, findings } = readYaml({ file: "", text: ownText(resource, text) }, "request");
  if (findings.length > 0) {
    return { ok: false, results: findings.map((found) => resultOf(found, origin, found.path)) };
  }
  const object = isPlainObject(data) ? data : {};
  const { metadata, spec } = object;
  const results = [
    ...unknownKeys(object, RESOURCE_KEYS).map((mistake) => resultOf(mistake, origin, mistake.path)),
    ...specMistakes(spec, specKeys).map((mistake) => resultOf(mistake, origin, mistake.path)),
  ];
  return results.length > 0 || !isPlainObject(spec)
    ? { ok: false, results }
    : { ok: true, value: { resource, metadata, spec } };
}

const RESOURCE_KEYS: readonly string[] = ["apiVersion", "kind", "metadata", "spec"];

interface Mistake {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

/** The resource as a document of its own: its first line stands as far right as the others. */
function ownText({ node }: Resource, text: string): string {
  const [start, end] = node.range;
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  return (node.flow === true ? "" : " ".repeat(column)) + text.slice(start, end);
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
      hint: didYouMean(key, known) ?? `There are ${known.join(", ")}.`,
    }));
}
