import * as z from "zod";
import { uncarriedCodePoint } from "../../diagnostics/carried-text.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import { checked, identifier, NO_PROBLEMS } from "../fields.ts";
import { dns1123SubdomainProblem } from "../identifiers/dns-subdomain.ts";
import { nestedProblems } from "../nested-problems.ts";
import { patterns } from "../patterns.ts";
import type { Environment, EnvironmentSource } from "./pod-inputs.ts";

/** IsEnvVarName in apimachinery/pkg/util/validation/validation.go: the strict form, which every Kubernetes takes. */
const VARIABLE_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
/** IsConfigMapKey in the same file. */
const DATA_KEY = /^[-._a-zA-Z0-9]{1,253}$/;
/** Fields that a variable may read: kubernetes pkg/apis/core/validation/validation.go, v1.34. */
const POD_FIELD =
  /^(metadata\.(name|namespace|uid|(labels|annotations)\['[^']+'\])|spec\.(nodeName|serviceAccountName)|status\.(hostIPs?|podIPs?))$/;

/** Where Kubernetes reads a value from. */
export const environmentSource: z.ZodType<EnvironmentSource> = checked(
  z.strictObject({
    secret: objectName("Secret").nullish().meta({ description: "Name of a Secret." }),
    config_map: objectName("ConfigMap").nullish().meta({ description: "Name of a ConfigMap." }),
    key: identifier(
      "invalid-environment",
      "The key",
      (text) =>
        DATA_KEY.test(text) && text !== "." && !text.startsWith("..")
          ? undefined
          : 'It has 1 to 253 letters, digits, "-", "_" and ".".',
      () => "Give a key that the object has.",
    )
      .nullish()
      .meta({ description: "Key in the Secret or the ConfigMap.", pattern: DATA_KEY.source }),
    optional: z.boolean().nullish().meta({
      description: "Whether the container starts without the variable where the object is missing.",
      default: false,
    }),
    field: identifier(
      "invalid-environment",
      "The field",
      (text) => (POD_FIELD.test(text) ? undefined : "A variable cannot read it."),
      () => "Use one such as status.podIP, metadata.name or spec.nodeName.",
    )
      .nullish()
      .meta({ description: "Field of the pod, such as status.podIP.", pattern: POD_FIELD.source }),
  }),
  sourceProblems,
).meta({ description: "A value from a Secret, from a ConfigMap or from a field of the pod." });

/** A text, or where Kubernetes reads it from. */
export const environmentValue: z.ZodType<string | EnvironmentSource> = z
  .custom<string | EnvironmentSource>()
  .check(({ value, issues }) => {
    for (const issue of valueIssues(value)) issues.push(issue);
  })
  .meta({ type: ["string", "object"] });

/** Variables by name; every entry is looked at, whatever is wrong with some of them. */
export const environment: z.ZodType<Environment> = z
  .custom<Environment>()
  .check(({ value, issues }) => {
    const map: unknown = value;
    if (!isPlainObject(map)) {
      issues.push({ code: "invalid_type", expected: "record", input: map });
      return;
    }
    for (const name of Object.keys(map)) {
      const problem = nameProblem(name);
      if (problem !== undefined) issues.push(customIssue(problem, map, [name]));
      for (const issue of valueIssues(map[name])) {
        issues.push({ ...issue, path: [name, ...(issue.path ?? [])] });
      }
    }
  })
  .meta({
    description: "Environment variables by name: a text, or where Kubernetes reads it from.",
    type: "object",
    propertyNames: { pattern: VARIABLE_NAME.source },
    additionalProperties: { type: ["string", "object"] },
  });

type Issue = z.core.$ZodRawIssue;

function valueIssues(value: unknown): readonly Issue[] {
  if (typeof value === "string") {
    const problem = textProblem(value);
    return problem === undefined ? [] : [customIssue(problem, value, [])];
  }
  if (!isPlainObject(value)) {
    return [{ code: "invalid_type", expected: "string", input: value, path: [] }];
  }
  return nestedProblems(environmentSource, value, "a variable").map((problem) =>
    customIssue(problem, value, [...(problem.path ?? [])]),
  );
}

function customIssue(problem: FieldProblem, input: unknown, path: PropertyKey[]): Issue {
  return { code: "custom", input, path, params: { problem }, continue: true };
}

function nameProblem(name: string): FieldProblem | undefined {
  if (VARIABLE_NAME.test(name) && name !== "." && !name.startsWith("..")) return undefined;
  return {
    code: "invalid-environment",
    message: `${showText(name)} is not the name of a variable.`,
    hint: 'Use letters, digits, "_", "-" and ".", and no digit at the start.',
    target: "key",
  };
}

function textProblem(text: string): FieldProblem | undefined {
  const codePoint = uncarriedCodePoint(text);
  if (codePoint === undefined) return undefined;
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    code: "unprintable-text",
    message: `The value holds ${name}, which not every YAML reader carries.`,
    hint: `Remove ${name}.`,
  };
}

function sourceProblems(source: EnvironmentSource): readonly FieldProblem[] {
  const { secret, config_map: configMap, field, key } = source;
  const given = [secret, configMap, field].filter((value) => value != null).length;
  if (given !== 1) {
    const message = `A variable is read from exactly one of secret, config_map and field; here are ${given === 0 ? "none" : given}.`;
    return [{ code: "invalid-environment", message, hint: "Write {secret: NAME, key: KEY}." }];
  }
  if (field == null && key == null) {
    const message = "The key of the Secret or ConfigMap is missing.";
    return [{ code: "invalid-environment", message, hint: "Add the key that holds the value." }];
  }
  if (field != null && key != null) {
    const message = "A field of the pod has no key.";
    return [{ code: "invalid-environment", message, hint: "Remove key.", path: ["key"] }];
  }
  return NO_PROBLEMS;
}

function objectName(kind: string): z.ZodType<string> {
  return identifier(
    "invalid-environment",
    `The ${kind} name`,
    dns1123SubdomainProblem,
    () => `Give the name of a ${kind}, such as train.`,
  ).meta({ ...patterns.dns1123Subdomain });
}
