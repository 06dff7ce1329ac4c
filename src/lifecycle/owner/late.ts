import { count } from "../../diagnostics/show.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Observed } from "../observed.ts";
import { valueAt } from "../readiness/read-unknown.ts";

/** What is to come, or is late: after `activation_timeout_seconds`, such as `Not running after 900 seconds: ...`. */
export function late(
  { activation_timeout_seconds: timeout }: Plan,
  observed: Pick<Observed, "secondsSinceCreation">,
  wanted: "running" | "serving",
  message: string,
): { readonly state: "waiting" | "timed-out"; readonly message: string } {
  const seconds = valueAt(observed, "secondsSinceCreation");
  if (typeof seconds !== "number" || !Number.isFinite(seconds) || seconds < timeout) {
    return { state: "waiting", message };
  }
  return {
    state: "timed-out",
    message: `Not ${wanted} after ${count(timeout, "second")}: ${message}`,
  };
}
