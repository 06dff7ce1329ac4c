import type { Version } from "../kuberay/version.ts";

/** Something that a request can ask for and that not every Ray has. */
export interface RayFieldRelease {
  /** Begins a sentence. */
  readonly what: string;
  readonly since: Version;
  /** KubeRay refuses it where the request names no version of Ray. */
  readonly needsKnownRay: boolean;
}

/** Sources: ray-operator/controllers/ray/utils/validation.go, v1.7.0, and the KubeRay pages of Ray's documentation (hosts: the one on TPUs). */
export const rayFieldReleases = Object.freeze({
  autoscalerV2: release("Version 2 of the autoscaler", 2, 10, false),
  scalingHosts: release("Scaling workers of several pods", 2, 32, false),
  redisUsername: release("A user name for Redis", 2, 41, false),
  tokens: release("Token authentication", 2, 52, true),
  kubernetesTokens: release("Authentication with Kubernetes' tokens", 2, 55, true),
  priority: release("The priority of a group", 2, 56, true),
});

function release(
  what: string,
  major: number,
  minor: number,
  needsKnownRay: boolean,
): RayFieldRelease {
  return Object.freeze({ what, since: Object.freeze({ major, minor, patch: 0 }), needsKnownRay });
}

export type RayField = keyof typeof rayFieldReleases;
