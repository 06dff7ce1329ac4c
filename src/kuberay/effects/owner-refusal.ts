import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isFrom } from "../laws/law.ts";
import type { EffectContext } from "./field-rule.ts";

/**
 * What else becomes of an object whose new spec is refused, as sentences; empty where the refusal is all. The state
 * ValidationFailed of a RayJob has no way out: rayjob_controller.go, v1.5.0 to v1.7.0.
 */
export function refusalAftermath(
  refusals: readonly Finding[],
  { before, target }: Pick<EffectContext, "before" | "target">,
): string {
  if (before.view.kind !== "RayJob" || !isFrom(target, "1.5")) return "";
  if (refusals.every(({ code }) => code.startsWith("api-"))) return "";
  return "A RayJob whose spec the operator refuses ends as ValidationFailed, one that runs too, and mending it does not help: it must be deleted and made again.";
}
