import { requiredRay } from "../kuberay/required-ray.ts";
import type { Version } from "../kuberay/version.ts";

/** Something that a request can ask for and that not every Ray has. */
export interface RayFieldRelease {
  /** Begins a sentence. */
  readonly what: string;
  readonly since: Version;
  /** KubeRay refuses it where the request names no version of Ray. */
  readonly needsKnownRay: boolean;
}

/** Source of what the operator does not require: the KubeRay pages of Ray's documentation (hosts: the one on TPUs). */
export const rayFieldReleases = Object.freeze({
  autoscalerV2: field("Version 2 of the autoscaler", ray(2, 10)),
  scalingHosts: field("Scaling workers of several pods", ray(2, 32)),
  redisUsername: field("A user name for Redis", ray(2, 41)),
  tokens: required("Token authentication", requiredRay.tokens),
  kubernetesTokens: required(
    "Authentication with Kubernetes' tokens",
    requiredRay.kubernetesTokens,
  ),
  priority: required("The priority of a group", requiredRay.priority),
});

function field(what: string, since: Version): RayFieldRelease {
  return Object.freeze({ what, since, needsKnownRay: false });
}

function required(what: string, since: Version): RayFieldRelease {
  return Object.freeze({ what, since, needsKnownRay: true });
}

function ray(major: number, minor: number): Version {
  return Object.freeze({ major, minor, patch: 0 });
}

export type RayField = keyof typeof rayFieldReleases;
