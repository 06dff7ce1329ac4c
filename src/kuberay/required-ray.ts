import type { Version } from "./version.ts";

/**
 * The Ray from which on the operator takes what a spec asks for; it refuses that of an older one and of an unknown one.
 * Source: ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const requiredRay = Object.freeze({
  tokens: ray(2, 52),
  kubernetesTokens: ray(2, 55),
  priority: ray(2, 56),
});

function ray(major: number, minor: number): Version {
  return Object.freeze({ major, minor, patch: 0 });
}
