import type { Finding } from "../diagnostics/diagnostic.ts";
import { errorsAmong } from "../diagnostics/errors-among.ts";
import type { Validated } from "../model/validated.ts";
import type { RefusedPlace } from "./run-rules.ts";

/** What no law has to speak of in a document that was examined. */
export function refusedPlaces({
  findings,
  validated,
}: {
  readonly findings: readonly Finding[];
  readonly validated: Validated<unknown>;
}): readonly RefusedPlace[] {
  const errors = errorsAmong(findings);
  return validated.ok || validated.explained.length === 0
    ? errors
    : [...errors, ...validated.explained];
}
