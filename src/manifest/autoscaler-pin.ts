import { firstReleaseThat } from "../kuberay/releases.ts";
import { formatMinor } from "../kuberay/version.ts";
import type { Resolved } from "../model/resolved.ts";
import { autoscalerV2Since, defaultAutoscaler } from "../ray/releases.ts";
import type { Origin } from "./trace.ts";
import { fromRequest } from "./trace.ts";

/** How the manifest holds Ray to one version of its autoscaler. */
export interface AutoscalerPin {
  /** The value of RAY_enable_autoscaler_v2 on the head; none where nothing needs pinning there. */
  readonly environment?: "0" | "1";
  /** autoscalerOptions.version; KubeRay then sets the variable and the restart policies itself. */
  readonly version?: "v2";
  /** v2 replaces pods itself, so they must not restart; only where KubeRay does not see to it. */
  readonly restartPolicy?: "Never";
}

/**
 * The version that the request wants, or the pin that keeps Ray's own default: v1 up to Ray 2.47 and v2 from 2.48 on
 * (ray#54226, ray#54518), but v1 before KubeRay 1.1, which cannot run v2. Before Ray 2.47 there is nothing to pin: v2
 * never starts by itself. Where Ray's version is unknown, nothing is pinned either.
 * The convention switches off the pin of what the request does not want itself. `version: v1` has no effect before KubeRay 1.7, so v1 is pinned by the environment everywhere.
 */
export function choosePin({ cluster, rayVersion, release, settings }: Resolved): AutoscalerPin {
  const { scales, autoscaler } = cluster;
  if (!scales) return {};
  const wanted = autoscaler?.version ?? undefined;
  if (wanted === "v1") return { environment: "0" };
  if (wanted === undefined) {
    if (!settings.ray.conventions.pin_autoscaler) return {};
    const byDefault = rayVersion === undefined ? "v1-alone" : defaultAutoscaler(rayVersion);
    if (byDefault === "v1-alone") return {};
    if (byDefault === "v1") return { environment: "0" };
  }
  switch (release.autoscalerV2) {
    case "none":
      return { environment: "0" };
    case "environment":
      return { environment: "1", restartPolicy: "Never" };
    case "field":
      return { version: "v2" };
  }
}

/** Where everything that pins comes from. */
export function pinOrigin({ cluster }: Resolved): Origin {
  if (cluster.autoscaler?.version != null) {
    return fromRequest([...cluster.autoscaler.path, "version"]);
  }
  const [ray, kuberay] = [
    formatMinor(autoscalerV2Since),
    firstReleaseThat(({ autoscalerV2 }) => autoscalerV2 !== "none"),
  ];
  return fromRequest(
    ["ray_version"],
    `Pins the autoscaler that Ray uses by default: v1 before Ray ${ray}, and v2 since then if KubeRay is ${kuberay} or newer.`,
  );
}
