import { expect, test } from "vitest";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";
import { describeIssue } from "../../src/model/describe-issue.ts";
import { publishedSchema } from "../schemas/published-once.ts";

type Issue = Parameters<typeof describeIssue>[0];
type Path = Parameters<typeof describeIssue>[1];

const string = { code: "invalid_type", expected: "string", path: [] } as const;
const number = { code: "invalid_type", expected: "number", path: [] } as const;

function among(...values: readonly string[]): Issue {
  return { code: "invalid_value", values, path: [] };
}

test.each<readonly [issue: Issue, path: Path, value: unknown, said: readonly string[]]>([
  [
    string,
    [],
    null,
    ["missing-field", "The document is empty.", "Add at least name, image and config."],
  ],
  [
    string,
    [],
    7,
    [
      "wrong-type",
      "The document must be a string, but it is the number 7.",
      "Put the value in quotes, so that YAML keeps it as a string.",
    ],
  ],
  [
    string,
    ["name"],
    undefined,
    ["missing-field", "name is missing.", "Add a name for the cluster, such as name: train."],
  ],
  [
    string,
    ["image"],
    undefined,
    ["missing-field", "image is missing.", "Add the image that head and workers run."],
  ],
  [
    string,
    ["config"],
    undefined,
    [
      "missing-field",
      "config is missing.",
      "Add a config with n_nodes and node_config, or with head_node and scaling_groups.",
    ],
  ],
  [
    string,
    ["targets"],
    undefined,
    [
      "missing-field",
      "targets is missing.",
      "Add targets: a list of objects with name, requests and output_dir.",
    ],
  ],
  [
    string,
    ["config", "head_node"],
    undefined,
    [
      "missing-field",
      "head_node is missing.",
      "Add head_node, or n_nodes and node_config for a cluster of equal nodes.",
    ],
  ],
  [
    string,
    ["config", "scaling_groups", 0, "name"],
    undefined,
    ["missing-field", "name is missing.", "Add name to config.scaling_groups[0]."],
  ],
  [
    number,
    ["labels", "a b"],
    "1",
    ["wrong-type", '"a b" must be a number, but it is the string "1".', "Write 1, without quotes."],
  ],
  [
    number,
    ["cpu"],
    Number.NaN,
    [
      "number-out-of-range",
      "cpu must be a finite number, but it is NaN.",
      "Write a number of CPUs without a unit, such as 0.5.",
    ],
  ],
  [
    among("a"),
    ["kind", 1],
    "b",
    ["value-not-allowed", 'kind[1] cannot be the string "b".', "Use a."],
  ],
  [
    among("DenyAll", "Allow"),
    ["mode"],
    "xyz",
    ["value-not-allowed", 'mode cannot be the string "xyz".', "Use one of DenyAll, Allow."],
  ],
  [
    among("DenyAll", "Allow"),
    ["mode"],
    "denyall",
    ["value-not-allowed", 'mode cannot be the string "denyall".', "Write DenyAll."],
  ],
  [
    among("DenyAll", "Allow"),
    ["mode"],
    "Alow",
    ["value-not-allowed", 'mode cannot be the string "Alow".', "Did you mean Allow?"],
  ],
  [
    among("DenyAll", "Allow"),
    ["mode"],
    7,
    ["wrong-type", "mode cannot be the number 7.", "Use one of DenyAll, Allow."],
  ],
  [
    { code: "too_small", minimum: 1_000, inclusive: true, path: [] },
    ["n"],
    5,
    ["number-out-of-range", "n must be at least 1,000, but it is 5.", "Raise n to 1,000 or more."],
  ],
  [
    { code: "too_small", minimum: 0, inclusive: false, path: [] },
    ["n"],
    -0.5,
    ["number-out-of-range", "n must be more than 0, but it is -0.5.", "Raise n above 0."],
  ],
  [
    { code: "too_big", maximum: 1_000, inclusive: true, path: [] },
    ["n"],
    20_000,
    [
      "number-out-of-range",
      "n must be at most 1,000, but it is 20,000.",
      "Lower n to 1,000 or less.",
    ],
  ],
  [
    { code: "invalid_union", errors: [], path: [] },
    ["n"],
    [],
    ["wrong-type", "n cannot be a list.", "Write a value that the field's description allows."],
  ],
])("%j at %j with %j", (issue, path, value, said) => {
  const { code, message, hint } = describeIssue(issue, path, value);
  expect([code, message, hint]).toEqual(said);
});

/** The fields of the published schemas whose type is one of numbers. */
function fieldsOfType(type: string): readonly string[] {
  const names = new Set<string>();
  const visit = (schema: unknown): void => {
    if (Array.isArray(schema)) schema.forEach(visit);
    if (!isPlainObject(schema)) return;
    if (isPlainObject(schema.properties)) {
      for (const [name, field] of Object.entries(schema.properties)) {
        const types = isPlainObject(field) ? [field.type].flat() : [];
        // Templates are the API's, which says it in its own words.
        if (types.includes(type) && name === name.toLowerCase()) names.add(name);
      }
    }
    Object.values(schema).forEach(visit);
  };
  for (const file of ["raycluster-request.schema.json", "deployment-settings.schema.json"]) {
    visit(publishedSchema(file));
  }
  return [...names];
}

test("a text where a number is wanted is told of a whole number where the schema wants one", () => {
  const wanted = (name: string) => describeIssue(number, [name], "x").message;
  // Fields of pods, which templates alone have.
  const ofPods = ["lun", "mode", "partition", "port", "replicas", "seconds", "weight"];
  const whole = fieldsOfType("integer").filter((name) => !ofPods.includes(name));
  expect(whole.length).toBeGreaterThan(15);
  expect(whole.filter((name) => !wanted(name).includes("must be a whole number"))).toEqual([]);
  const fractions = fieldsOfType("number");
  expect(fractions.length).toBeGreaterThan(4);
  expect(fractions.filter((name) => !wanted(name).includes("must be a number"))).toEqual([]);
});
