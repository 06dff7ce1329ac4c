import type { KuberayRelease } from "../kuberay/kuberay-release.ts";
import type { Version } from "../kuberay/version.ts";
import { isAtOrAfter, parseVersion } from "../kuberay/version.ts";
import { rayOfImage } from "./image-tag.ts";

/** What decides how KubeRay probes a pod. */
export interface ProbeChoice {
  readonly rayVersion: Version | undefined;
  readonly release: KuberayRelease | undefined;
}

/** Whether the Ray version promises a Ray for HTTP probes and an image's tag names an older one. With a digest nobody knows. */
export function fallsShortOfProbes(image: string, { rayVersion, release }: ProbeChoice): boolean {
  const since = release?.httpProbesSinceRay;
  const tagged = rayOfImage(image);
  const actual = tagged === undefined ? undefined : parseVersion(tagged.version);
  if (since === undefined || rayVersion === undefined || actual === undefined) return false;
  if (tagged?.hasDigest === true) return false;
  return isAtOrAfter(rayVersion, since) && !isAtOrAfter(actual, since);
}
