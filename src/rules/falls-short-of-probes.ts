import { isAtOrAfter, parseVersion } from "../kuberay/version.ts";
import type { Salvaged } from "../model/resolved.ts";
import { rayOfImage } from "../ray/image-tag.ts";

/** Whether ray_version promises a Ray for HTTP probes and an image's tag names an older one. With a digest nobody knows. */
export function fallsShortOfProbes(image: string, { rayVersion, release }: Salvaged): boolean {
  const since = release?.httpProbesSinceRay;
  const tagged = rayOfImage(image);
  const actual = tagged === undefined ? undefined : parseVersion(tagged.version);
  if (since === undefined || rayVersion === undefined || actual === undefined) return false;
  if (tagged?.hasDigest === true) return false;
  return isAtOrAfter(rayVersion, since) && !isAtOrAfter(actual, since);
}
