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
  const problems: TolerationProblem[] = [];
  add(keyProblem(key, operator), problems);
  add(operatorProblem(operator), problems);
  add(valueProblem(value, operator), problems);
  add(effectProblem(effect), problems);
  add(secondsProblem(toleration.tolerationSeconds ?? undefined, effect), problems);
  return problems;
}

function add(problem: TolerationProblem | undefined, problems: TolerationProblem[]): void {
  if (problem !== undefined) problems.push(problem);
}

function keyProblem(key: string, operator: string): TolerationProblem | undefined {
  if (key === "" && (operator === "" || operator === "Equal")) {
    return {
      field: undefined,
      problem: "It has no key, so its operator must be Exists.",
      hint: "Name the key of a taint, or set operator to Exists to tolerate every taint.",
    };
  }
  const problem = key === "" ? undefined : labelKeyProblem(key);
  const hint = "Use the key of a taint, such as nvidia.com/gpu.";
  return problem === undefined ? undefined : { field: "key", problem, hint };
}

function operatorProblem(operator: string): TolerationProblem | undefined {
  if (operator === "" || OPERATORS.includes(operator)) return undefined;
  const problem = "It must be Equal or Exists.";
  const hint = didYouMean(operator, OPERATORS) ?? "Use Equal with a value, or Exists without.";
  return { field: "operator", problem, hint };
}

function valueProblem(value: string, operator: string): TolerationProblem | undefined {
  if (operator === "Exists") {
    if (value === "") return undefined;
    const problem = "It must be empty when the operator is Exists.";
    return { field: "value", problem, hint: "Remove value, or set operator to Equal." };
  }
  const problem = labelValueProblem(value);
  const hint = "Use the value of the taint, or remove it and set operator to Exists.";
  return problem === undefined ? undefined : { field: "value", problem, hint };
}

function effectProblem(effect: string): TolerationProblem | undefined {
  if (effect === "" || EFFECTS.includes(effect)) return undefined;
  const problem = "It must be NoSchedule, PreferNoSchedule or NoExecute.";
  const hint = didYouMean(effect, EFFECTS) ?? "Use one of them, or remove effect to tolerate all.";
  return { field: "effect", problem, hint };
}

function secondsProblem(
  seconds: number | undefined,
  effect: string,
): TolerationProblem | undefined {
  if (seconds === undefined || effect === "NoExecute") return undefined;
  if (effect !== "" && !EFFECTS.includes(effect)) return undefined;
  const problem = "It may be set only when the effect is NoExecute.";
  const hint = "Set effect to NoExecute, or remove tolerationSeconds.";
  return { field: "tolerationSeconds", problem, hint };
}
