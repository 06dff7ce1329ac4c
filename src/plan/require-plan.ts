import { readingArgument } from "../diagnostics/read-options.ts";
import type { Plan } from "./plan.ts";

/** The plan, once it is held to be one by what every reader needs; else a TypeError that names the function. */
export function requirePlan(call: string, plan: Plan): Plan {
  return readingArgument(call, "plan", "the plan of a compiled request", () => {
    const { raycluster, groups, pods, pod_selector, activation_timeout_seconds } = plan;
    const isPlan =
      typeof raycluster.name === "string" &&
      Array.isArray(groups) &&
      typeof pods.minimum === "number" &&
      typeof pod_selector === "string" &&
      typeof activation_timeout_seconds === "number";
    if (!isPlan) throw new TypeError("It lacks what a plan has.");
    return plan;
  });
}
