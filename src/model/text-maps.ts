import * as z from "zod";
import { uncarriedCodePoint } from "../diagnostics/carried-text.ts";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { formatCount, showText } from "../diagnostics/show.ts";
import {
  MAXIMUM_ANNOTATIONS_BYTES,
  MAXIMUM_POD_ANNOTATIONS_BYTES,
} from "../kuberay/pod-annotations.ts";
import type { FieldProblem } from "./fields.ts";
import { checked, NO_PROBLEMS } from "./fields.ts";
import { annotationKeyProblem } from "./identifiers/annotation-key.ts";
import { annotationsSizeBytes } from "./identifiers/annotations-size.ts";
import { labelKeyProblem } from "./identifiers/label-key.ts";
import { labelValueProblem } from "./identifiers/label-value.ts";
import { carriedText, patterns, RESERVED_KEY_PATTERN } from "./patterns.ts";

type TextMap = Readonly<Record<string, string>>;

/** Labels of an object or of a pod. */
export const labels: z.ZodType<TextMap> = textMap((key, value) => [
  keyProblem("invalid-label", "label", key, labelKeyProblem(key)),
  reservedProblem("label", key),
  valueProblem("invalid-label", "label", key, value),
]).meta({
  description: "Labels by key, as Kubernetes accepts them; none that KubeRay owns.",
  type: "object",
  propertyNames: { ...patterns.labelKey, not: { pattern: RESERVED_KEY_PATTERN } },
  additionalProperties: { type: "string", ...patterns.labelValue },
});

/** Node selectors follow the rules of labels; the reserved ones may be selected by. */
export const nodeSelector: z.ZodType<TextMap> = textMap((key, value) => [
  keyProblem("invalid-node-selector", "node selector", key, labelKeyProblem(key)),
  valueProblem("invalid-node-selector", "node label", key, value),
]).meta({
  description: "Labels that a node must have, by key.",
  type: "object",
  propertyNames: patterns.labelKey,
  additionalProperties: { type: "string", ...patterns.labelValue },
});

/** Annotations of the RayCluster object: free values, at most 256 KiB together. */
export const annotations: z.ZodType<TextMap> = annotationMap(MAXIMUM_ANNOTATIONS_BYTES, (most) => ({
  law: `Kubernetes allows ${most}`,
  limit: "at most 256 KiB together",
}));

/** Annotations of pods: free values, which leave room for those that KubeRay adds. */
export const podAnnotations: z.ZodType<TextMap> = annotationMap(
  MAXIMUM_POD_ANNOTATIONS_BYTES,
  (most) => ({
    law: `a pod has room for ${most} beside what KubeRay adds`,
    limit: "at most 255 KiB together",
  }),
);

function annotationMap(
  maximumBytes: number,
  words: (most: string) => { readonly law: string; readonly limit: string },
): z.ZodType<TextMap> {
  const { law, limit } = words(formatCount(maximumBytes));
  return checked(
    textMap((key, value) => [
      keyProblem("invalid-annotation", "annotation", key, annotationKeyProblem(key)),
      reservedProblem("annotation", key),
      unprintableProblem(key, value),
    ]),
    (map) => {
      const bytes = annotationsSizeBytes(map);
      if (bytes <= maximumBytes) return NO_PROBLEMS;
      const message = `The annotations take ${formatCount(bytes)} bytes together; ${law}.`;
      const hint = "Keep large values elsewhere, such as in a ConfigMap.";
      return [{ code: "invalid-annotation", message, hint }];
    },
  ).meta({
    description: `Annotations by key, ${limit}; none that KubeRay owns.`,
    type: "object",
    propertyNames: { ...patterns.annotationKey, not: { pattern: RESERVED_KEY_PATTERN } },
    additionalProperties: { type: "string", ...carriedText },
  });
}

/**
 * A map whose entries are all looked at, whatever is wrong with some of them: zod's own record would say nothing of the
 * other keys once a value has the wrong type. The type holds because each entry that breaks it is an issue.
 */
function textMap(
  problems: (key: string, value: string | undefined) => readonly (FieldProblem | undefined)[],
): z.ZodType<TextMap> {
  return z.custom<TextMap>().check(({ value, issues }) => {
    const map: unknown = value;
    if (!isPlainObject(map)) {
      issues.push({ code: "invalid_type", expected: "record", input: map });
      return;
    }
    for (const key in map) {
      const entry = map[key];
      const text = typeof entry === "string" ? entry : undefined;
      if (text === undefined) {
        issues.push({ code: "invalid_type", expected: "string", input: entry, path: [key] });
      }
      for (const problem of problems(key, text)) {
        if (problem === undefined) continue;
        const path = [...(problem.path ?? [])];
        issues.push({ code: "custom", input: map, path, params: { problem }, continue: true });
      }
    }
  });
}

function keyProblem(
  code: DiagnosticCode,
  noun: string,
  key: string,
  reason: string | undefined,
): FieldProblem | undefined {
  if (reason === undefined) return undefined;
  const message = `The ${noun} key ${showText(key)} is not valid. ${reason}`;
  const hint = "Write a name, perhaps with a domain before it, such as team or example.com/team.";
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
      : "Use the value exactly as the nodes carry it; kubectl get nodes --show-labels lists them.";
  return { code, message, hint, path: [key] };
}

/** KubeRay selects pods by these: ray-operator/controllers/ray/common/pod.go and service.go, every release. */
function reservedProblem(noun: string, key: string): FieldProblem | undefined {
  if (!key.startsWith("ray.io/") && key !== "app.kubernetes.io/created-by") return undefined;
  const message = `The ${noun} ${showText(key)} is KubeRay's own and not for users to set.`;
  return { code: "reserved-key", message, hint: `Remove ${key}.`, path: [key], target: "key" };
}

function unprintableProblem(key: string, value: string | undefined): FieldProblem | undefined {
  const codePoint = value === undefined ? undefined : uncarriedCodePoint(value);
  if (codePoint === undefined) return undefined;
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  const message = `The value of ${showText(key)} holds ${name}, which not every YAML reader carries.`;
  return { code: "unprintable-text", message, hint: `Remove ${name}.`, path: [key] };
}
