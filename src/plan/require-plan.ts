import { readingArgument } from "../diagnostics/read-options.ts";
import { showText } from "../diagnostics/show.ts";
import type { Plan } from "./plan.ts";

type Kind = Plan["raycluster"]["kind"];

/**
 * The plan, once it is held to be one by what every reader needs, and to be for an object of some kinds; else a TypeError
 * that names the function.
 */
export function requirePlan(call: string, plan: Plan, kinds?: readonly Kind[]): Plan {
  return readingArgument(call, "plan", "the plan of a compiled request", () => {
    const { raycluster, groups, pods, activation_timeout_seconds } = plan;
    const isPlan =
      typeof raycluster.name === "string" &&
      Array.isArray(groups) &&
      typeof pods.minimum === "number" &&
      typeof activation_timeout_seconds === "number";
    if (!isPlan) throw new TypeError("It lacks what a plan has.");
    const { kind } = raycluster;
    if (kinds !== undefined && !kinds.includes(kind)) {
      throw new TypeError(`It is for a ${showText(kind)}.`);
    }
    return plan;
  });
}
