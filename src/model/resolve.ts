import type { KuberayRelease } from "../kuberay/kuberay-release.ts";
import { kuberayRelease, newestKuberayVersion } from "../kuberay/releases.ts";
import type { Version } from "../kuberay/version.ts";
import { parseVersion } from "../kuberay/version.ts";
import type { Loose } from "./loose.ts";
import { lowerCluster } from "./lower-cluster.ts";
import { loweringContext } from "./lower-node.ts";
import type { ExaminedRequest } from "./request/examine-request.ts";
import type { RayClusterRequest } from "./request/request.ts";
import type { Resolved, Salvaged } from "./resolved.ts";
import type { ExaminedSettings } from "./settings/examine-settings.ts";
import type { ResolvedSettings } from "./settings/settings.ts";
import { resolveSettings } from "./settings/settings.ts";

/** Both documents as one model, sound or salvaged. */
export type Resolution =
  | { readonly sound: true; readonly model: Resolved }
  | { readonly sound: false; readonly model: Salvaged };

/** What settings decide for every request: the same for all that are compiled for one deployment. */
export interface ResolvedDeployment {
  readonly settings: ResolvedSettings;
  readonly kuberayVersion: Version | undefined;
  readonly release: KuberayRelease | undefined;
  /** Whether every field of the settings is sound. */
  readonly isSound: boolean;
}

/** Fills in every default of the settings. */
export function resolveDeployment({ validated }: ExaminedSettings): ResolvedDeployment {
  const documents = validated.ok ? validated.value : validated.salvaged;
  const settings = resolveSettings(documents, newestKuberayVersion);
  const kuberayVersion = parseVersion(settings.kuberay_version);
  const release = kuberayVersion === undefined ? undefined : kuberayRelease(kuberayVersion);
  return { settings, kuberayVersion, release, isSound: validated.ok };
}

/** Fills in every default of a request and lowers both forms of config to one. */
export function resolve(
  { validated: request }: ExaminedRequest,
  deployment: ResolvedDeployment,
): Resolution {
  const model = salvaged(request.ok ? request.value : request.salvaged, deployment);
  const { cluster, kuberayVersion, release } = model;
  if (!request.ok || !deployment.isSound || !cluster || !kuberayVersion || !release) {
    return { sound: false, model };
  }
  const { value } = request;
  return {
    sound: true,
    // Spelled out: spreading the model costs several times what all else here does.
    model: {
      name: model.name,
      labels: model.labels,
      annotations: model.annotations,
      rayVersion: model.rayVersion,
      rayVersionText: model.rayVersionText,
      settings: model.settings,
      namespace: value.namespace ?? undefined,
      image: value.image,
      options: value,
      cluster,
      forwardLogs: value.forward_logs ?? true,
      activationTimeoutSeconds: value.activation_timeout_seconds ?? 900,
      kuberayVersion,
      release,
    },
  };
}

function salvaged(
  request: Loose<RayClusterRequest>,
  { settings, kuberayVersion, release }: ResolvedDeployment,
): Salvaged {
  const { config, ray_version: rayVersion } = request;
  return {
    name: request.name ?? "",
    options: request,
    labels: request.labels ?? undefined,
    annotations: request.annotations ?? undefined,
    cluster: config == null ? undefined : lowerCluster(config, loweringContext(request, settings)),
    rayVersion: rayVersion == null ? undefined : parseVersion(rayVersion),
    rayVersionText: rayVersion ?? undefined,
    settings,
    kuberayVersion,
    release,
  };
}
