import { annotationKeyProblem } from "../api/identifiers/annotation-key.ts";
import { annotationsSizeBytes } from "../api/identifiers/annotations-size.ts";
import { labelKeyProblem } from "../api/identifiers/label-key.ts";
import { labelValueProblem } from "../api/identifiers/label-value.ts";
import { uncarriedCodePoint } from "../diagnostics/carried-text.ts";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { TextMap } from "../diagnostics/plain-data.ts";
import { formatCount, showText } from "../diagnostics/show.ts";
import {
  MAXIMUM_ANNOTATIONS_BYTES,
  MAXIMUM_POD_ANNOTATIONS_BYTES,
} from "../kuberay/pod-annotations.ts";
import { keysOfFields, userAnnotations, userLabels } from "../kuberay/user-keys.ts";
import { rayNodeLabels } from "../ray/node-labels.ts";
import type { FieldProblem } from "./fields.ts";
import { checked, NO_PROBLEMS } from "./fields.ts";
import type { TextPattern } from "./patterns.ts";
import { carriedText, patterns, RESERVED_KEY_PATTERN } from "./patterns.ts";
import type * as z from "./schema-language.ts";
import { textMap } from "./text-map.ts";

const NONE: ReadonlyMap<string, unknown> = new Map();

/** Labels of a pod or of a Service. */
export const labels: z.Schema<TextMap> = labelsWith(NONE).meta({
  description: "Labels by key, as Kubernetes accepts them; none that KubeRay owns.",
});

/** Labels of the RayCluster: also those that KubeRay reads there. */
export const clusterLabels: z.Schema<TextMap> = labelsWith(userLabels).meta({
  description: "Labels by key, as Kubernetes accepts them; of KubeRay's only those for users.",
});

function labelsWith(allowed: ReadonlyMap<string, unknown>): z.Schema<TextMap> {
  return textMap([
    labelKey,
    (key) => reservedProblem("label", key, allowed),
    (key, value) => valueProblem("invalid-label", "label", key, value),
  ]).meta({
    type: "object",
    propertyNames: unreserved(patterns.labelKey, allowed.keys()),
    additionalProperties: { type: "string", ...patterns.labelValue },
  });
}

/** Labels of Ray's nodes: the spelling of Kubernetes' labels, since KubeRay gives them to the pods as well. */
export const nodeLabels: z.Schema<TextMap> = textMap([
  labelKey,
  (key) => (rayNodeLabels.includes(key) ? undefined : reservedProblem("label", key, NONE)),
  (key, value) => valueProblem("invalid-label", "label", key, value),
]).meta({
  description: "Labels of Ray's nodes by key; of Ray's own only those for users.",
  type: "object",
  propertyNames: unreserved(patterns.labelKey, rayNodeLabels),
  additionalProperties: { type: "string", ...patterns.labelValue },
});

/** Node selectors follow the rules of labels; the reserved ones may be selected by. */
export const nodeSelector: z.Schema<TextMap> = textMap([
  (key) => keyProblem("invalid-node-selector", "node selector", key, labelKeyProblem(key)),
  (key, value) => valueProblem("invalid-node-selector", "node label", key, value),
]).meta({
  description: "Labels that a node must have, by key.",
  type: "object",
  propertyNames: patterns.labelKey,
  additionalProperties: { type: "string", ...patterns.labelValue },
});

/** Texts by free keys, as in the metadata of a job. */
export const freeTexts: z.Schema<TextMap> = textMap([
  (key) => unprintableProblem(key, key),
  unprintableProblem,
]).meta({
  type: "object",
  propertyNames: carriedText,
  additionalProperties: { type: "string", ...carriedText },
});

/** Annotations of a Service: free values, at most 256 KiB in total. */
export const annotations: z.Schema<TextMap> = annotationsWith(NONE, sizeProblems).meta({
  description: "Annotations by key, at most 256 KiB in total; none that KubeRay owns.",
});

/** Annotations of pods: free values, which leave room for those that KubeRay adds. */
export const podAnnotations: z.Schema<TextMap> = annotationsWith(NONE, podSizeProblems).meta({
  description: "Annotations by key, at most 255 KiB in total; none that KubeRay owns.",
});

/** Annotations of the RayCluster: also those that KubeRay reads there. */
export const clusterAnnotations: z.Schema<TextMap> = annotationsWith(
  userAnnotations,
  sizeProblems,
).meta({
  description: "Annotations by key, at most 256 KiB in total; of KubeRay's only those for users.",
});

function annotationsWith(
  allowed: ReadonlyMap<string, unknown>,
  problems: (map: TextMap) => readonly FieldProblem[],
): z.Schema<TextMap> {
  return checked(
    textMap([
      (key) => keyProblem("invalid-annotation", "annotation", key, annotationKeyProblem(key)),
      (key) => reservedProblem("annotation", key, allowed),
      unprintableProblem,
    ]),
    problems,
  ).meta({
    type: "object",
    propertyNames: unreserved(patterns.annotationKey, allowed.keys()),
    additionalProperties: { type: "string", ...carriedText },
  });
}

function sizeProblems(map: TextMap): readonly FieldProblem[] {
  return tooLarge(map, MAXIMUM_ANNOTATIONS_BYTES, (most) => `Kubernetes allows ${most}`);
}

function podSizeProblems(map: TextMap): readonly FieldProblem[] {
  const law = (most: string) => `a pod has room for ${most} besides what KubeRay adds`;
  return tooLarge(map, MAXIMUM_POD_ANNOTATIONS_BYTES, law);
}

function tooLarge(
  map: TextMap,
  mostBytes: number,
  law: (most: string) => string,
): readonly FieldProblem[] {
  const bytes = annotationsSizeBytes(map);
  if (bytes <= mostBytes) return NO_PROBLEMS;
  const message = `The annotations take ${formatCount(bytes)} bytes in total; ${law(formatCount(mostBytes))}.`;
  const hint = "Keep large values elsewhere, such as in a ConfigMap.";
  return [{ code: "invalid-annotation", message, hint }];
}

/** A key of one spelling that KubeRay does not own, or one that it leaves to users. */
function unreserved(spelling: TextPattern, allowed: Iterable<string>) {
  const names = [...allowed];
  const forbidden = { not: { pattern: RESERVED_KEY_PATTERN } };
  return names.length === 0
    ? { ...spelling, ...forbidden }
    : { ...spelling, anyOf: [{ enum: names }, forbidden] };
}

function labelKey(key: string): FieldProblem | undefined {
  return keyProblem("invalid-label", "label", key, labelKeyProblem(key));
}

function keyProblem(
  code: DiagnosticCode,
  noun: string,
  key: string,
  reason: string | undefined,
): FieldProblem | undefined {
  if (reason === undefined) return undefined;
  const message = `The ${noun} key ${showText(key)} is not valid. ${reason}`;
  const hint =
    "Write a name, optionally with a domain before it, such as team or example.com/team.";
  return { code, message, hint, path: [key], target: "key" };
}

function valueProblem(
  code: DiagnosticCode,
  noun: string,
  key: string,
  value: string | undefined,
): FieldProblem | undefined {
  if (value === undefined) return undefined;
  const reason = labelValueProblem(value);
  if (reason === undefined) return undefined;
  const message = `The value ${showText(value)} of the ${noun} ${showText(key)} is not valid. ${reason}`;
  const hint =
    noun === "label"
      ? "Shorten it to letters, digits, dots and dashes, or use an annotation, which holds any text."
      : "Use the value exactly as on the nodes; kubectl get nodes --show-labels lists them.";
  return { code, message, hint, path: [key] };
}

/** KubeRay selects pods by these: ray-operator/controllers/ray/common/pod.go and service.go, every release. */
function reservedProblem(
  noun: string,
  key: string,
  allowed: ReadonlyMap<string, unknown>,
): FieldProblem | undefined {
  if (!key.startsWith("ray.io/") && key !== "app.kubernetes.io/created-by") return undefined;
  if (allowed.has(key)) return undefined;
  const problem = { code: "reserved-key", path: [key], target: "key" } as const;
  const field = keysOfFields.get(key);
  if (field !== undefined) {
    const message = `The ${noun} ${showText(key)} has a field of its own in the request.`;
    return { ...problem, message, hint: `Remove ${key}, and use ${field}.` };
  }
  const place = userLabels.has(key) ? "labels" : userAnnotations.has(key) ? "annotations" : "";
  if (place !== "") {
    const message = `KubeRay reads ${showText(key)} only among the ${place} of the RayCluster.`;
    return { ...problem, message, hint: `Move it to ${place} at the top level of the request.` };
  }
  const message = `The ${noun} ${showText(key)} belongs to KubeRay; users cannot set it.`;
  return { ...problem, message, hint: `Remove ${key}.` };
}

/** What is wrong with a key of a pod's labels or annotations that KubeRay owns; undefined where nothing is. */
export function reservedKeyProblem(
  noun: "label" | "annotation",
  key: string,
): FieldProblem | undefined {
  return reservedProblem(noun, key, NONE);
}

function unprintableProblem(key: string, value: string | undefined): FieldProblem | undefined {
  const codePoint = value === undefined ? undefined : uncarriedCodePoint(value);
  if (codePoint === undefined) return undefined;
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  const message = `The value of ${showText(key)} contains ${name}, which not every YAML reader preserves.`;
  return { code: "unprintable-text", message, hint: `Remove ${name}.`, path: [key] };
}
