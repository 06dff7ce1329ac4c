import { didYouMean } from "../../diagnostics/suggest.ts";
import { labelKeyProblem } from "./label-key.ts";
import { labelValueProblem } from "./label-value.ts";

/** A toleration whose fields have the right types. Null and undefined are absent. */
export interface Toleration {
  readonly key?: string | null | undefined;
  readonly operator?: string | null | undefined;
  readonly value?: string | null | undefined;
  readonly effect?: string | null | undefined;
  /** Seconds until an eviction; zero and less: at once. */
  readonly tolerationSeconds?: number | null | undefined;
}

export interface TolerationProblem {
  /** The field that is at fault; undefined where it is the toleration as a whole. */
  readonly field: keyof Toleration | undefined;
  /** A sentence about the field's value, or about the toleration, as "It". */
  readonly problem: string;
  readonly hint: string;
}

const OPERATORS: readonly string[] = Object.freeze(["Equal", "Exists"]);
const EFFECTS: readonly string[] = Object.freeze(["NoSchedule", "PreferNoSchedule", "NoExecute"]);

/**
 * What is wrong with a toleration, in the order of its fields; empty where nothing is.
 * Source: Kubernetes, ValidateTolerations, without the comparison operators Lt and Gt, which are off by default.
 */
export function tolerationProblems(toleration: Toleration): readonly TolerationProblem[] {
  const key = toleration.key ?? "";
  const operator = toleration.operator ?? "";
  const value = toleration.value ?? "";
  const effect = toleration.effect ?? "";
  return [
    ...keyProblems(key, operator),
    ...operatorProblems(operator),
    ...valueProblems(value, operator),
    ...effectProblems(effect),
    ...secondsProblems(toleration.tolerationSeconds ?? undefined, effect),
  ];
}

function keyProblems(key: string, operator: string): readonly TolerationProblem[] {
  if (key === "" && (operator === "" || operator === "Equal")) {
    return [
      {
        field: undefined,
        problem: "It has no key, so its operator must be Exists.",
        hint: "Name the key of a taint, or set operator to Exists to tolerate every taint.",
      },
    ];
  }
  const problem = key === "" ? undefined : labelKeyProblem(key);
  const hint = "Use the key of a taint, such as nvidia.com/gpu.";
  return problem === undefined ? [] : [{ field: "key", problem, hint }];
}

function operatorProblems(operator: string): readonly TolerationProblem[] {
  if (operator === "" || OPERATORS.includes(operator)) return [];
  const problem = "It must be Equal or Exists.";
  const hint = didYouMean(operator, OPERATORS) ?? "Use Equal with a value, or Exists without.";
  return [{ field: "operator", problem, hint }];
}

function valueProblems(value: string, operator: string): readonly TolerationProblem[] {
  if (operator === "Exists") {
    if (value === "") return [];
    const problem = "It must be empty when the operator is Exists.";
    return [{ field: "value", problem, hint: "Remove value, or set operator to Equal." }];
  }
  const problem = labelValueProblem(value);
  const hint = "Use the value of the taint, or remove it and set operator to Exists.";
  return problem === undefined ? [] : [{ field: "value", problem, hint }];
}

function effectProblems(effect: string): readonly TolerationProblem[] {
  if (effect === "" || EFFECTS.includes(effect)) return [];
  const problem = "It must be NoSchedule, PreferNoSchedule or NoExecute.";
  const hint = didYouMean(effect, EFFECTS) ?? "Use one of them, or remove effect to tolerate all.";
  return [{ field: "effect", problem, hint }];
}

function secondsProblems(
  seconds: number | undefined,
  effect: string,
): readonly TolerationProblem[] {
  if (seconds === undefined || effect === "NoExecute") return [];
  if (effect !== "" && !EFFECTS.includes(effect)) return [];
  const problem = "It may be set only when the effect is NoExecute.";
  return [
    {
      field: "tolerationSeconds",
      problem,
      hint: "Set effect to NoExecute, or remove tolerationSeconds.",
    },
  ];
}
