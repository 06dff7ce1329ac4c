import { readingArgument } from "../diagnostics/read-options.ts";
import { showText, wordText } from "../diagnostics/show.ts";
import type { Plan } from "./plan.ts";

type Kind = Plan["raycluster"]["kind"];

/**
 * The plan, once it is held to be one by what every reader needs, and to be for an object of some kinds; else a TypeError
 * that names the function.
 */
export function requirePlan(call: string, plan: Plan, kinds?: readonly Kind[]): Plan {
  const sound = readingArgument(call, "plan", "the plan of a compiled request", () => {
    const { raycluster, groups, pods, activation_timeout_seconds } = plan;
    const isPlan =
      typeof raycluster.name === "string" &&
      Array.isArray(groups) &&
      typeof pods.minimum === "number" &&
      typeof activation_timeout_seconds === "number";
    if (!isPlan) throw new TypeError("It lacks fields of a plan.");
    return plan;
  });
  const { kind } = sound.raycluster;
  if (kinds === undefined || kinds.includes(kind)) return sound;
  throw new TypeError(
    `${call}: plan must be the plan of a ${kinds.join(" or a ")}, but it is that of a ${showText(wordText(kind))}.`,
  );
}
