import { ownField, ownInteger } from "../../diagnostics/own-field.ts";
import type { JobSpecView } from "../views/manifest-view.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * Job lifetime
 *
 * The time a job is kept is not negative and needs shutdownAfterJobFinishes; deadlines are positive, and retries not
 * negative.
 *
 * See ValidateRayJobSpec in ray-operator/controllers/ray/utils/validation.go, v1.4.0 and v1.6.0, and
 * rayjob_controller.go, v1.1.0 and v1.2.0.
 */
export const jobLifetime: Law = defineLaw({
  code: "job-lifetime",
  kinds: ["RayJob", "RayCronJob"],
  *check({ job }, target) {
    if (job === undefined) return;
    if (isFrom(target, "1.4")) yield* timeToLive(job);
    yield* numbers(job, target);
  },
});

function* timeToLive({ path, spec }: JobSpecView): Iterable<Breach> {
  const seconds = ownInteger(spec, "ttlSecondsAfterFinished") ?? 0;
  const place = [...path, "ttlSecondsAfterFinished"];
  const consequence = "KubeRay 1.4 and later refuse that.";
  if (seconds < 0) {
    const message = `ttlSecondsAfterFinished (${seconds}) is below 0.`;
    yield { path: place, message, consequence, hint: "Write 0 or more." };
  } else if (seconds > 0 && ownField(spec, "shutdownAfterJobFinishes") !== true) {
    yield {
      path: place,
      message: `ttlSecondsAfterFinished (${seconds}) needs shutdownAfterJobFinishes: true.`,
      consequence,
      hint: "Write shutdownAfterJobFinishes: true, or remove the time.",
      related: [{ path: [...path, "shutdownAfterJobFinishes"], message: "the cluster stays" }],
    };
  }
}

function* numbers({ path, spec }: JobSpecView, target: OperatorTarget): Iterable<Breach> {
  for (const [field, release, least] of [
    ["activeDeadlineSeconds", "1.1", 1],
    ["backoffLimit", "1.2", 0],
    ["preRunningDeadlineSeconds", "1.6", 1],
  ] as const) {
    const number = ownInteger(spec, field);
    if (number === undefined || number >= least || !isFrom(target, release)) continue;
    yield {
      path: [...path, field],
      message: `${field} (${number}) is below ${least}.`,
      consequence: `KubeRay ${release} and later refuse that.`,
      hint: `Write ${least} or more, or leave it out.`,
    };
  }
}
