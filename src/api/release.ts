/** A KubeRay release, such as 1.5.1. */
export interface Release {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** Negative where the first release is the older one. */
export function compareReleases(left: Release, right: Release): number {
  return left.major - right.major || left.minor - right.minor || left.patch - right.patch;
}

/** `1.5.1` */
export function formatRelease({ major, minor, patch }: Release): string {
  return `${major}.${minor}.${patch}`;
}
