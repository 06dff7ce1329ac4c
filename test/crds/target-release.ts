import { newestKuberayVersion } from "../../src/kuberay/releases.ts";
import type { Version } from "../../src/kuberay/version.ts";
import { isAtLeast, parseVersion } from "../../src/kuberay/version.ts";
import { settingsKeys } from "../../src/model/settings/settings-schema.ts";
import { readSource } from "../../src/yaml/read-source.ts";
import type { CrdRelease } from "./crd-files.ts";
import { crdReleases } from "./crd-files.ts";

/** Where one band of KubeRay releases ends and the next begins, newest first: major, minor. */
const BANDS: readonly (readonly [number, number])[] = Object.freeze([
  [1, 7],
  [1, 5],
  [1, 4],
  [1, 0],
  [0, 5],
  [0, 4],
]);

/** The release of the settings' kuberay_version whose CRD is at hand, or else the nearest one of the same band. */
export function targetRelease(settings: unknown): CrdRelease {
  const data: { kuberay_version?: unknown } = Object(
    readSource(settings ?? {}, "settings", settingsKeys).data,
  );
  const version = parseVersion(String(data.kuberay_version ?? newestKuberayVersion));
  if (version === undefined) throw new Error(`${data.kuberay_version} is no version.`);
  const inBand = crdReleases.filter((release) => bandOf(release) === bandOf(version));
  const distance = (release: CrdRelease) => Math.abs(minorOf(release) - version.minor);
  const [nearest] = inBand.sort((left, right) => distance(left) - distance(right));
  if (nearest === undefined) throw new Error(`No CRD is at hand for ${data.kuberay_version}.`);
  return nearest;
}

function bandOf(version: Version | CrdRelease): number {
  const numbers = typeof version === "string" ? parseVersion(version) : version;
  return BANDS.findIndex(
    ([major, minor]) => numbers !== undefined && isAtLeast(numbers, major, minor),
  );
}

function minorOf(release: CrdRelease): number {
  return parseVersion(release)?.minor ?? 0;
}
