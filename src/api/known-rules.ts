import { ownField } from "../diagnostics/own-field.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { listWords } from "../diagnostics/show.ts";

/** A rule in Kubernetes' expression language that is known by its text and judged by hand. */
export interface KnownRule {
  /** How the table and a message name it. */
  readonly name: string;
  /** The expression as the CRD has it. */
  readonly text: string;
  /** What must hold, as a sentence about the field, which is named before it. */
  readonly law: string;
  /** What to do about it. */
  readonly hint: string;
  /** Whether a value keeps it; absent where only an update can break it. */
  readonly holds?: (value: PlainData) => boolean;
}

/** Every rule of every CRD from 0.4.0 to 1.7.0, in the order of the releases that brought them. */
export const knownRules: readonly KnownRule[] = Object.freeze([
  {
    name: "unchanged",
    text: "self == oldSelf",
    law: "must keep the value that it had when the object was created",
    hint: "Delete the object and create it again.",
  },
  oneOf("managed-by", ["ray.io/kuberay-operator", "kueue.x-k8s.io/multikueue"]),
  oneOf("deletion-policy", ["DeleteCluster", "DeleteWorkers", "DeleteSelf", "DeleteNone"]),
  {
    name: "policies-or-rules",
    text: "!((has(self.onSuccess) || has(self.onFailure)) && has(self.deletionRules))",
    law: "must have either deletionRules or the policies onSuccess and onFailure, not both",
    hint: "Keep the rules, and remove the policies.",
    holds: (value) =>
      !((has(value, "onSuccess") || has(value, "onFailure")) && has(value, "deletionRules")),
  },
  {
    name: "both-policies",
    text: "((has(self.onSuccess) && has(self.onFailure)) || has(self.deletionRules))",
    law: "must have deletionRules, or onSuccess and onFailure together",
    hint: "Add the other policy, or write deletionRules.",
    holds: (value) =>
      (has(value, "onSuccess") && has(value, "onFailure")) || has(value, "deletionRules"),
  },
  {
    name: "one-status",
    text: "!(has(self.jobStatus) && has(self.jobDeploymentStatus))",
    law: "must have only one of jobStatus and jobDeploymentStatus",
    hint: "Write a rule for each of them.",
    holds: (value) => !(has(value, "jobStatus") && has(value, "jobDeploymentStatus")),
  },
  {
    name: "some-status",
    text: "has(self.jobStatus) || has(self.jobDeploymentStatus)",
    law: "must have jobStatus or jobDeploymentStatus",
    hint: "Add one of them.",
    holds: (value) => has(value, "jobStatus") || has(value, "jobDeploymentStatus"),
  },
]);

/** The rule of a name; undefined where the table has none of it. */
export function knownRule(name: string): KnownRule | undefined {
  return knownRules.find((rule) => rule.name === name);
}

function oneOf(name: string, values: readonly string[]): KnownRule {
  return {
    name,
    text: `self in [${values.map((value) => `'${value}'`).join(", ")}]`,
    law: `must be ${listWords(values, "or")}`,
    hint: `Write ${values[0]}, or leave it out.`,
    holds: (value) => typeof value === "string" && values.includes(value),
  };
}

/** As `has` reads it: null is left out. */
function has(value: PlainData, field: string): boolean {
  return ownField(value, field) !== undefined;
}
