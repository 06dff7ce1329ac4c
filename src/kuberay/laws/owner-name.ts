import { dns1035LabelProblem } from "../../api/identifiers/dns-label.ts";
import type { ManifestKind } from "../views/manifest-view.ts";
import type { Law, OperatorTarget } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/** Source: MaxRayJobNameLength and MaxRayServiceNameLength in utils/constant.go, v1.4.0. */
const MAXIMUM_NAME_LENGTH = 47;

/** The longest names that no label or Service of a child cuts or breaks, before anybody checks: labels of 63 characters. */
const SAFE_LENGTH: Readonly<Record<string, number>> = Object.freeze({ RayJob: 46, RayService: 40 });

/** Source: MaxRayCronJobNameLength in utils/constant.go, v1.7.0; in 1.6 the child's random suffix takes 6 characters. */
const MAXIMUM_CRON_NAME_LENGTH = 36;
const SAFE_CRON_NAME_LENGTH = 41;

/**
 * Owner name
 *
 * The name of a RayJob or a RayService is a DNS-1035 label of at most 47 characters, and that of a RayCronJob of at most 36:
 * KubeRay makes the names of their children of it.
 *
 * See ValidateRayJobMetadata, ValidateRayServiceMetadata and ValidateRayCronJobSpec in
 * ray-operator/controllers/ray/utils/validation.go, v1.4.0 and v1.7.0.
 */
export const ownerName: Law = defineLaw({
  code: "owner-name",
  kinds: ["RayJob", "RayService", "RayCronJob"],
  *check({ kind, name }, target) {
    const limit = limitOf(kind, target);
    const spelling = dns1035LabelProblem(name, Number.POSITIVE_INFINITY);
    const problem = dns1035LabelProblem(name, limit.length);
    if (problem === undefined || (!limit.checksSpelling && spelling !== undefined)) return;
    const isRefused = limit.isRefused && !(kind === "RayCronJob" && spelling !== undefined);
    yield {
      path: ["metadata", "name"],
      message: `This is not a valid name for a ${kind}: ${problem}`,
      consequence: isRefused
        ? "The operator refuses it."
        : "The objects that KubeRay creates for it get names that are cut or refused.",
      hint: `Use at most ${limit.length} lower-case letters, digits and dashes, starting with a letter.`,
      severity: isRefused ? "error" : "warning",
    };
  },
});

interface NameLimit {
  readonly length: number;
  readonly isRefused: boolean;
  readonly checksSpelling: boolean;
}

function limitOf(kind: ManifestKind, target: OperatorTarget): NameLimit {
  if (kind === "RayCronJob") {
    return isFrom(target, "1.7")
      ? { length: MAXIMUM_CRON_NAME_LENGTH, isRefused: true, checksSpelling: true }
      : { length: SAFE_CRON_NAME_LENGTH, isRefused: false, checksSpelling: true };
  }
  return isFrom(target, "1.4")
    ? { length: MAXIMUM_NAME_LENGTH, isRefused: true, checksSpelling: true }
    : { length: SAFE_LENGTH[kind] ?? MAXIMUM_NAME_LENGTH, isRefused: false, checksSpelling: false };
}
