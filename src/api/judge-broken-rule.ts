import type { PlainData } from "../diagnostics/plain-data.ts";
import { showValue } from "../diagnostics/show.ts";
import type { Judgment } from "./judgment.ts";
import type { KnownRule } from "./known-rules.ts";

/** What is said of a value that breaks a rule of its CRD. */
export function judgeBrokenRule(
  value: PlainData,
  { law, hint }: KnownRule,
  name: string,
): Judgment {
  const given = typeof value === "object" ? "" : `, but it is ${showValue(value)}`;
  return { code: "api-rule-broken", message: `${name} ${law}${given}.`, hint };
}
