import type { Finding, Source } from "../diagnostics/diagnostic.ts";
import { kuberayRelease, newestKuberayVersion } from "../kuberay/releases.ts";
import { parseVersion } from "../kuberay/version.ts";
import { lowerCluster } from "./cluster.ts";
import { fieldFindings } from "./field-findings.ts";
import type { Resolved, Salvaged } from "./resolved.ts";
import { salvageRequest, salvageSettings } from "./salvage.ts";
import type { ResolvedSettings } from "./settings.ts";
import { resolveSettings } from "./settings.ts";
import { validateRequest } from "./validate-request.ts";
import { validateSettings } from "./validate-settings.ts";

/** Both documents as one model, sound or salvaged, and the mistakes of single fields. */
export type Resolution =
  | { readonly sound: true; readonly model: Resolved; readonly findings: readonly Finding[] }
  | { readonly sound: false; readonly model: Salvaged; readonly findings: readonly Finding[] };

/** Checks both documents field by field, fills in every default and lowers both forms of config to one. */
export function resolve(request: Source, settings: Source): Resolution {
  const validRequest = validateRequest(request.data);
  const validSettings = validateSettings(settings.data);
  const findings = [
    ...fieldFindings(request, validRequest),
    ...fieldFindings(settings, validSettings),
  ];
  const resolvedSettings = resolveSettings(
    validSettings.ok ? validSettings.value : salvageSettings(settings.data),
    newestKuberayVersion,
  );
  const target = resolveTarget(resolvedSettings);
  if (!validRequest.ok) {
    const { name, ray_version, config } = salvageRequest(request.data);
    const cluster = config === undefined ? undefined : lowerCluster(config, resolvedSettings);
    const rayVersion = parseVersion(ray_version);
    const model = { name, cluster, rayVersion, settings: resolvedSettings, ...target };
    return { sound: false, model, findings };
  }
  const sound = validRequest.value;
  const cluster = lowerCluster(sound.config, resolvedSettings);
  const rayVersion = parseVersion(sound.ray_version);
  const { kuberayVersion, release } = target;
  const common = { name: sound.name, cluster, settings: resolvedSettings };
  if (!validSettings.ok || !rayVersion || !kuberayVersion || !release) {
    return { sound: false, model: { ...common, rayVersion, kuberayVersion, release }, findings };
  }
  const model: Resolved = {
    ...common,
    namespace: sound.namespace ?? undefined,
    image: sound.image,
    rayVersion,
    rayVersionText: sound.ray_version,
    labels: sound.labels ?? undefined,
    annotations: sound.annotations ?? undefined,
    forwardLogs: sound.forward_logs ?? true,
    activationTimeoutSeconds: sound.activation_timeout_seconds ?? 900,
    kuberayVersion,
    release,
  };
  return { sound: true, model, findings };
}

function resolveTarget(settings: ResolvedSettings): Pick<Salvaged, "kuberayVersion" | "release"> {
  const kuberayVersion = parseVersion(settings.kuberay_version);
  const release = kuberayVersion === undefined ? undefined : kuberayRelease(kuberayVersion);
  return { kuberayVersion, release };
}
