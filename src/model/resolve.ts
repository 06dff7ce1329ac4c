import { kuberayRelease, newestKuberayVersion } from "../kuberay/releases.ts";
import { parseVersion } from "../kuberay/version.ts";
import { lowerCluster } from "./cluster.ts";
import type { ExaminedRequest } from "./examine-request.ts";
import type { ExaminedSettings } from "./examine-settings.ts";
import type { Resolved, Salvaged } from "./resolved.ts";
import { salvageRequest, salvageSettings } from "./salvage.ts";
import type { ResolvedSettings } from "./settings.ts";
import { resolveSettings } from "./settings.ts";

/** Both documents as one model, sound or salvaged. */
export type Resolution =
  | { readonly sound: true; readonly model: Resolved }
  | { readonly sound: false; readonly model: Salvaged };

/** Fills in every default and lowers both forms of config to one. */
export function resolve(request: ExaminedRequest, settings: ExaminedSettings): Resolution {
  const { validated: validRequest } = request;
  const { validated: validSettings } = settings;
  const resolvedSettings = resolveSettings(
    validSettings.ok ? validSettings.value : salvageSettings(settings.source.data),
    newestKuberayVersion,
  );
  const target = resolveTarget(resolvedSettings);
  const salvaged = validRequest.ok ? validRequest.value : salvageRequest(request.source.data);
  const { name, image, config, ray_version: rayVersionText } = salvaged;
  const model: Salvaged = {
    name,
    image,
    cluster: config === undefined ? undefined : lowerCluster(config, resolvedSettings),
    rayVersion: parseVersion(rayVersionText),
    rayVersionText,
    settings: resolvedSettings,
    ...target,
  };
  const { cluster, rayVersion, kuberayVersion, release } = model;
  if (!validRequest.ok || !validSettings.ok || !cluster) return { sound: false, model };
  if (!rayVersion || !kuberayVersion || !release) return { sound: false, model };
  const { value } = validRequest;
  return {
    sound: true,
    model: {
      ...model,
      namespace: value.namespace ?? undefined,
      cluster,
      rayVersion,
      labels: value.labels ?? undefined,
      annotations: value.annotations ?? undefined,
      forwardLogs: value.forward_logs ?? true,
      activationTimeoutSeconds: value.activation_timeout_seconds ?? 900,
      kuberayVersion,
      release,
    },
  };
}

function resolveTarget(settings: ResolvedSettings): Pick<Salvaged, "kuberayVersion" | "release"> {
  const kuberayVersion = parseVersion(settings.kuberay_version);
  const release = kuberayVersion === undefined ? undefined : kuberayRelease(kuberayVersion);
  return { kuberayVersion, release };
}
