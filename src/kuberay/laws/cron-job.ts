import { ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { cronProblem } from "../cron-schedule.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, gateOf, gateWords, isFrom } from "./law.ts";

const GATE = "RayCronJob";
const SCHEDULE = ["spec", "schedule"];
const TIME_ZONE = ["spec", "timeZone"];

/** A name of the time zone database, as far as its spelling tells. */
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]{0,30}(?:\/[A-Za-z0-9_+-]{1,30}){0,3}$/;

/**
 * Cron job
 *
 * A RayCronJob needs its feature gate, without which nothing ever runs, and has a schedule of five fields or a word, with the
 * time zone beside it.
 *
 * See ValidateRayCronJobSpec in ray-operator/controllers/ray/utils/validation.go, v1.6.0 and v1.7.0, and main.go, v1.6.0.
 */
export const cronJob: Law = defineLaw({
  code: "cron-job",
  kinds: ["RayCronJob"],
  since: "1.6",
  gate: GATE,
  *check({ spec }, target) {
    const gate = gateOf(target, GATE);
    if (!gate.isOn) {
      yield {
        path: ["kind"],
        message: `A RayCronJob needs ${gateWords(GATE, gate)}.`,
        consequence: "Without it, nothing ever runs, and nothing reports that.",
        hint: `Start the operator with --feature-gates=${GATE}=true.`,
        severity: gate.isKnown ? "error" : "warning",
      };
    }
    yield* schedule(ownText(spec, "schedule") ?? "", target);
    const zone = ownText(spec, "timeZone");
    if (zone !== undefined && isFrom(target, "1.7") && !(ZONE.test(zone) && zone.length < 100)) {
      yield {
        path: TIME_ZONE,
        message: `${showText(zone)} is not a time zone.`,
        consequence: "KubeRay 1.7 and later refuse that.",
        hint: "Write a name of the time zone database, such as Europe/Berlin, or leave it out.",
      };
    }
    if (ownField(spec, "suspend") !== true || !isFrom(target, "1.7")) return;
    yield {
      path: ["spec", "suspend"],
      message: "When the schedule resumes, every missed run may start at once.",
      hint: "Delete the RayCronJob instead, and create it again.",
      severity: "warning",
    };
  },
});

function* schedule(text: string, target: OperatorTarget): Iterable<Breach> {
  const hasZone = text.includes("TZ");
  if (hasZone && isFrom(target, "1.7")) {
    yield {
      path: SCHEDULE,
      message: `The schedule ${showText(text)} names a time zone.`,
      consequence: "KubeRay 1.7 and later refuse that.",
      hint: "Write it in timeZone.",
    };
    return;
  }
  if (hasZone) {
    yield {
      path: SCHEDULE,
      message: `The schedule ${showText(text)} names a time zone, which KubeRay 1.7 refuses.`,
      hint: "Before you upgrade, write it in timeZone.",
      severity: "warning",
    };
  }
  const problem = cronProblem(text.replace(/^(?:CRON_)?TZ=\S+ +/, ""));
  if (problem === undefined) return;
  yield {
    path: SCHEDULE,
    message: `${showText(text)} is not a valid schedule: ${problem}`,
    hint: 'Write five fields, such as "0 3 * * *", or @daily.',
  };
}
