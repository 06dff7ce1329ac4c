import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isList, isObject, ownField, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import { formatPath } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { listWords, showText, showValue } from "../../diagnostics/show.ts";
import { kindOf, manifestKinds } from "../../kuberay/views/manifest-view.ts";
import { snapshot } from "../../yaml/snapshot.ts";

/** An object that KubeRay looks after as a fresh copy, nothing where there is none, or why an input is neither. */
export type ReadManifest =
  | { readonly ok: true; readonly data: PlainObject | undefined }
  | { readonly ok: false; readonly problem: string };

/** Takes any input; undefined and null stand for a missing manifest. Never throws. */
export function readManifest(input: unknown): ReadManifest {
  if (input === undefined || input === null) return { ok: true, data: undefined };
  const { data, findings } = snapshot(input, "request");
  const [finding] = findings;
  if (finding !== undefined) {
    return { ok: false, problem: `${formatPath(finding.path)}: ${finding.message}` };
  }
  if (isList(data)) return { ok: false, problem: "It is a list, not one manifest." };
  if (isText(data)) return { ok: false, problem: "It is a text: parse it, and pass one object." };
  if (!isObject(data)) return { ok: false, problem: `It is ${showValue(data)}, not a manifest.` };
  const problem = kindProblem(data) ?? fieldProblem(data);
  return problem === undefined ? { ok: true, data } : { ok: false, problem };
}

/** The text of a manifest, or one with its file, as functions that read texts take it. */
function isText(data: PlainData | undefined): boolean {
  if (typeof data === "string") return data.includes("\n");
  return ownText(data, "text") !== undefined && ownField(data, "kind") === undefined;
}

const KINDS = listWords(manifestKinds, "or");

function kindProblem(data: PlainObject): string | undefined {
  const [kind, apiVersion] = [ownText(data, "kind"), ownText(data, "apiVersion")];
  if (kind === undefined) return `It has no kind, such as ${KINDS}.`;
  if (kindOf(data) === undefined) return `Its kind is ${showText(kind)}, not ${KINDS}.`;
  if (apiVersion === undefined) return "It has no apiVersion.";
  if (apiVersion.startsWith("ray.io/")) return undefined;
  return `Its apiVersion is ${showText(apiVersion)}, which is not in the group ray.io.`;
}

function fieldProblem(data: PlainObject): string | undefined {
  for (const key of ["metadata", "spec"]) {
    const field = ownField(data, key);
    if (field === undefined) return `It has no ${key}.`;
    if (!isObject(field)) return `Its ${key} is ${showValue(field)}, not an object.`;
  }
  return undefined;
}

/** What is said of a manifest that cannot be read, at a place of the input. */
export function unreadManifest(path: Path, message: string): Finding {
  return {
    code: "foreign-document",
    document: "manifest",
    path,
    message,
    hint: `Pass a ${KINDS}.`,
  };
}
