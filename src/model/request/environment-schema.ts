import { dataKeyProblem } from "../../api/identifiers/data-key.ts";
import { podFieldProblem } from "../../api/identifiers/pod-field.ts";
import { variableNameProblem } from "../../api/identifiers/variable-name.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { formatCount, showText } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import { checked, identifier, NO_PROBLEMS, objectName, textProblem } from "../fields.ts";
import { nestedProblems } from "../nested-problems.ts";
import { patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import type { Environment, EnvironmentSource } from "./pod-inputs.ts";

const NULL = Object.freeze({ type: "null" });
const TEXT = Object.freeze({ type: "string" });

/** Where Kubernetes reads a value from. */
export const environmentSource: z.Schema<EnvironmentSource> = checked(
  z.strictObject({
    secret: objectName("Secret")
      .nullish()
      .meta({ description: "Name of a Secret; needs a key.", default: null }),
    config_map: objectName("ConfigMap")
      .nullish()
      .meta({ description: "Name of a ConfigMap; needs a key.", default: null }),
    key: identifier(
      "invalid-environment",
      "The key",
      dataKeyProblem,
      () => "Give a key that the object has.",
    )
      .nullish()
      .meta({
        description: "Key in the Secret or the ConfigMap.",
        default: null,
        ...patterns.dataKey,
      }),
    optional: z.boolean().nullish().meta({
      description:
        "Whether the container starts without the variable if the object or the key is missing.",
      default: false,
    }),
    field: identifier(
      "invalid-environment",
      "The field",
      podFieldProblem,
      () => "Use one such as status.podIP, metadata.name or spec.nodeName.",
    )
      .nullish()
      .meta({
        description: "Field of the pod, such as status.podIP.",
        default: null,
        ...patterns.podField,
      }),
  }),
  sourceProblems,
).meta({
  description: "A value from a Secret, from a ConfigMap or from a field of the pod.",
  anyOf: [
    {
      properties: { secret: TEXT, key: TEXT, config_map: NULL, field: NULL },
      required: ["secret", "key"],
    },
    {
      properties: { config_map: TEXT, key: TEXT, secret: NULL, field: NULL },
      required: ["config_map", "key"],
    },
    {
      properties: { field: TEXT, secret: NULL, config_map: NULL, key: NULL, optional: NULL },
      required: ["field"],
    },
  ],
});

/** Where the schema of a request defines what a variable may hold; see schemas/request-schema.ts. */
const VALUE_DEFINITION = Object.freeze({ $ref: "#/definitions/EnvironmentValue" });

/** A string, or where Kubernetes reads it from. */
export const environmentValue: z.Schema<string | EnvironmentSource> = z
  .custom<string | EnvironmentSource>()
  .check(({ value, issues }) => {
    for (const issue of valueIssues(value)) issues.push(issue);
  })
  .meta({ allOf: [VALUE_DEFINITION] });

/** Variables by name; every entry is looked at, whatever is wrong with some of them. */
export const environment: z.Schema<Environment> = z
  .custom<Environment>()
  .check(({ value, issues }) => {
    const map: unknown = value;
    if (!isPlainObject(map)) {
      issues.push({ code: "invalid_type", expected: "record", input: map });
      return;
    }
    for (const name in map) {
      const problem = nameProblem(name);
      if (problem !== undefined) issues.push(customIssue(problem, map, [name]));
      for (const issue of valueIssues(map[name])) {
        issues.push({ ...issue, path: [name, ...(issue.path ?? [])] });
      }
    }
  })
  .meta({
    description: "Environment variables by name: a string, or where Kubernetes reads it from.",
    type: "object",
    propertyNames: patterns.variableName,
    additionalProperties: VALUE_DEFINITION,
  });

type Issue = z.RawIssue;

function valueIssues(value: unknown): readonly Issue[] {
  if (typeof value === "string") {
    const problem = textProblem(value);
    return problem === undefined ? [] : [customIssue(problem, value, [])];
  }
  if (!isPlainObject(value)) {
    return [{ code: "invalid_type", expected: "string", input: value, path: [] }];
  }
  return nestedProblems(environmentSource, value, "a value from another source").map((problem) =>
    customIssue(problem, value, [...(problem.path ?? [])]),
  );
}

function customIssue(problem: FieldProblem, input: unknown, path: PropertyKey[]): Issue {
  return { code: "custom", input, path, params: { problem }, continue: true };
}

function nameProblem(name: string): FieldProblem | undefined {
  const reason = variableNameProblem(name);
  if (reason === undefined) return undefined;
  return {
    code: "invalid-environment",
    message: `The variable name ${showText(name)} is not valid. ${reason}`,
    hint: "Write a name such as HF_HOME.",
    target: "key",
  };
}

const SOURCES = Object.freeze(["secret", "config_map", "field"] as const);

function sourceProblems(source: EnvironmentSource): readonly FieldProblem[] {
  const { secret, config_map: configMap, field, key, optional } = source;
  const given = [secret, configMap, field].filter((value) => value != null).length;
  const problem = (message: string, hint: string, path: string[] = []): readonly FieldProblem[] => [
    { code: "invalid-environment", message, hint, path },
  ];
  if (given !== 1) {
    const count = given === 0 ? "none" : formatCount(given);
    return problem(
      `A variable is read from exactly one of secret, config_map and field, but this one has ${count}.`,
      "Write {secret: NAME, key: KEY}, {config_map: NAME, key: KEY} or {field: FIELD}.",
    ).map((each) => (given === 0 ? { ...each, lacks: SOURCES } : each));
  }
  if (field == null && key == null) {
    return problem(
      `The key in the ${secret == null ? "ConfigMap" : "Secret"} ${showText(secret ?? configMap ?? "")} is missing.`,
      "Add key: the name of the value in that object.",
    ).map((each) => ({ ...each, lacks: ["key"] }));
  }
  if (field != null && key != null) {
    return problem("A field of the pod has no key.", "Remove key.", ["key"]);
  }
  if (field != null && optional != null) {
    return problem("A field of the pod always exists.", "Remove optional.", ["optional"]);
  }
  return NO_PROBLEMS;
}
