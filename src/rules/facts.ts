import type { KuberayRelease } from "../kuberay/releases.ts";
import { kuberayRelease, newestKuberayVersion } from "../kuberay/releases.ts";
import type { Version } from "../kuberay/version.ts";
import { parseVersion } from "../kuberay/version.ts";
import type { Cluster } from "../model/cluster.ts";
import { lowerCluster } from "../model/cluster.ts";
import type { SalvagedRequest } from "../model/salvage.ts";
import type { DeploymentSettings, ResolvedSettings } from "../model/settings.ts";
import { resolveSettings } from "../model/settings.ts";

/**
 * What the laws judge. It may stem from documents that validation refused in part: then unknown numbers are NaN, an
 * unknown text is empty, and what could not be read at all is undefined. No law may speak of what is unknown.
 */
export interface Facts {
  readonly name: string;
  readonly image: string;
  readonly cluster: Cluster | undefined;
  /** As the request has it, which may say more than its numbers. */
  readonly rayVersionText: string;
  readonly rayVersion: Version | undefined;
  readonly settings: ResolvedSettings;
  readonly kuberayVersion: Version | undefined;
  /** Undefined where KubeRay's version is unknown or older than any known one. */
  readonly release: KuberayRelease | undefined;
}

/** Both documents, sound or salvaged -> what the laws judge and the manifest is built from. */
export function gatherFacts(request: SalvagedRequest, documents: DeploymentSettings): Facts {
  const settings = resolveSettings(documents, newestKuberayVersion);
  const kuberayVersion = parseVersion(settings.kuberay_version);
  return {
    name: request.name,
    image: request.image,
    cluster: request.config === undefined ? undefined : lowerCluster(request.config),
    rayVersionText: request.ray_version,
    rayVersion: parseVersion(request.ray_version),
    settings,
    kuberayVersion,
    release: kuberayVersion === undefined ? undefined : kuberayRelease(kuberayVersion),
  };
}
